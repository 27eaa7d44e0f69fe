-- The archive. Who may see a row is told by its "server": '' for everybody, otherwise the id of one Discord server.

-- What each scope is served: changed in the one transaction that makes new articles visible.
CREATE TABLE editions (
  server        text PRIMARY KEY,
  -- Grows with every change; caches are keyed by it.
  number        bigint NOT NULL,
  version       text NOT NULL,
  -- How what was worked out of its articles is written: another program may write it in another way.
  format        text NOT NULL,
  published_at  timestamptz NOT NULL DEFAULT now(),
  build_ms      integer NOT NULL,
  -- What is counted of the articles, see EditionTotals.
  totals        jsonb NOT NULL,
  rejections    jsonb NOT NULL DEFAULT '[]',
  -- The imports that its articles came with.
  imports       integer[] NOT NULL
);
CREATE SEQUENCE edition_numbers;

-- A set of files that is to become the articles of a scope, and who began it.
CREATE TABLE imports (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  server      text NOT NULL,
  annotator   text NOT NULL,
  -- A hash of the files and the annotator: a set that was begun is gone on with.
  key         text NOT NULL,
  started_at  timestamptz NOT NULL DEFAULT now(),
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'published', 'refused'))
);
CREATE UNIQUE INDEX imports_open ON imports (server, key) WHERE state = 'open';

-- Its files. Those that have to be annotated hold their text until they are; they are taken with SKIP LOCKED.
CREATE TABLE import_files (
  import     integer NOT NULL REFERENCES imports ON DELETE CASCADE,
  name       text NOT NULL,
  hash       text NOT NULL,
  state      text NOT NULL CHECK (state IN ('known', 'todo', 'done', 'rejected')),
  text       text,
  rejection  jsonb,
  PRIMARY KEY (import, name)
);
CREATE INDEX import_files_todo ON import_files (import) WHERE state = 'todo';

CREATE TABLE articles (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  server        text NOT NULL,
  import        integer NOT NULL,
  name          text NOT NULL,
  hash          text NOT NULL,
  annotator     text NOT NULL,
  -- A hash of its body, to find what is there twice.
  print         text NOT NULL,
  live          boolean NOT NULL DEFAULT false,
  -- When it was served no longer: questions that were asked before may still read it.
  ended_at      timestamptz,
  title         text NOT NULL,
  outlet        text,
  published     text,
  basis         text,
  unclear       text,
  url           text,
  author        text,
  -- Folded, for looking an article or an outlet up; the short name that stands for its id.
  folded_name   text NOT NULL,
  folded_title  text NOT NULL,
  folded_outlet text NOT NULL,
  short_name    text NOT NULL,
  paragraphs    integer NOT NULL,
  lead          jsonb,
  passages      integer NOT NULL,
  quotations    integer NOT NULL,
  dates         integer NOT NULL,
  -- In terms.
  title_length  integer NOT NULL,
  text_length   integer NOT NULL,
  -- How often each term stands in the title and in the whole text, see src/retrieval/postgres/term-counts.ts.
  title_counts  bytea NOT NULL,
  text_counts   bytea NOT NULL,
  -- The file as it is, and what was worked out from it, see src/archive/storage/stored-article.ts.
  text          text NOT NULL,
  packed        bytea NOT NULL
);
ALTER TABLE articles ALTER COLUMN title_counts SET STORAGE EXTERNAL;
ALTER TABLE articles ALTER COLUMN text_counts SET STORAGE EXTERNAL;
ALTER TABLE articles ALTER COLUMN packed SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX articles_version ON articles (server, name, hash, annotator);
CREATE UNIQUE INDEX articles_live ON articles (server, name) WHERE live;
CREATE INDEX articles_listed ON articles (published DESC NULLS LAST, name COLLATE "C") WHERE live;
CREATE INDEX articles_short ON articles (short_name) WHERE live;
CREATE INDEX articles_print ON articles (print) WHERE live;

-- The units of search. The id of one is that of its article times 65,536 plus its place there, so that those of one
-- article follow each other. "terms" holds the analysed terms, of the first passage with those of the title, and
-- finds; "counts" tells how often each stands there, and ranks.
CREATE TABLE passages (
  id      bigint NOT NULL,
  article bigint NOT NULL,
  import  integer NOT NULL,
  server  text NOT NULL,
  terms   tsvector NOT NULL,
  counts  bytea NOT NULL
);
ALTER TABLE passages ALTER COLUMN counts SET STORAGE MAIN;
ALTER TABLE passages ADD PRIMARY KEY (id);
CREATE INDEX passages_terms ON passages USING gin (terms);

-- In how many units and articles of a scope a term stands; "unit" is the table of the units.
CREATE TABLE term_frequencies (
  server   text NOT NULL,
  unit     text NOT NULL,
  term     text NOT NULL,
  units    integer NOT NULL,
  articles integer NOT NULL,
  PRIMARY KEY (server, unit, term)
);
-- How an article writes a term that is a word.
CREATE TABLE spellings (
  server   text NOT NULL,
  term     text NOT NULL,
  written  text NOT NULL,
  PRIMARY KEY (server, term)
);

-- What is worked out of all articles of a scope together, as the program keeps it: people, events, utterances, reports.
-- Each process would work out the same; the first does, the others read.
CREATE TABLE derived (
  server   text PRIMARY KEY,
  -- Stands for the articles and the program.
  key      text NOT NULL,
  columns  bytea NOT NULL
);
ALTER TABLE derived ALTER COLUMN columns SET STORAGE EXTERNAL;
