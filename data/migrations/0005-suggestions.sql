-- What is offered while somebody types, counted for what a publication touches.

-- What an article has to offer, beside its title and its outlet.
CREATE TABLE suggested (
  article    bigint PRIMARY KEY,
  topics     text[] NOT NULL,
  quotations text[] NOT NULL
);

-- Of spellings with the same key one is shown, with what is counted of all.
CREATE TABLE suggestions (
  server   text NOT NULL,
  kind     text NOT NULL,
  value    text COLLATE "C" NOT NULL,
  key      text COLLATE "C" NOT NULL,
  label    text COLLATE "C" NOT NULL,
  -- The label as it is compared with what is typed.
  folded   text COLLATE "C" NOT NULL,
  also     text NOT NULL,
  capitals boolean NOT NULL,
  -- Of speakers, see name_facts.
  block    text,
  articles integer NOT NULL,
  total    integer NOT NULL,
  shown    boolean NOT NULL,
  words    tsvector NOT NULL,
  PRIMARY KEY (server, kind, value)
);
CREATE INDEX suggestions_key ON suggestions (server, kind, key);
CREATE INDEX suggestions_first ON suggestions (server, kind, total DESC, label) WHERE shown;
CREATE INDEX suggestions_begin ON suggestions (server, kind, folded) WHERE shown;
CREATE INDEX suggestions_words ON suggestions USING gin (words) WHERE shown;
CREATE INDEX suggestions_block ON suggestions (server, block) WHERE block IS NOT NULL;

-- Among which those are looked for that a slip of the fingers may be meant for.
CREATE TABLE suggestion_words (
  server text NOT NULL,
  word   text COLLATE "C" NOT NULL,
  PRIMARY KEY (server, word)
);
