-- Suggestions take less room: a label is kept where it is not the value, its folded form where it is not the key, and
-- indexes that look for a whole text hold a hash of it. Both columns are written anew, so that nothing dead is left.
DROP INDEX suggestions_key, suggestions_first, suggestions_begin;
ALTER TABLE suggestions DROP CONSTRAINT suggestions_pkey;
ALTER TABLE suggestions
  ALTER COLUMN label DROP NOT NULL,
  ALTER COLUMN folded DROP NOT NULL,
  ALTER COLUMN label TYPE text COLLATE "C" USING nullif(label, value),
  ALTER COLUMN folded TYPE text COLLATE "C" USING nullif(folded, key);
CREATE UNIQUE INDEX suggestions_value ON suggestions (server, kind, hashtextextended(value, 0));
CREATE INDEX suggestions_key ON suggestions (server, kind, hashtextextended(key, 0));
CREATE INDEX suggestions_first ON suggestions (server, kind, total DESC) WHERE shown;
CREATE INDEX suggestions_begin ON suggestions (server, kind, coalesce(folded, key)) WHERE shown;
