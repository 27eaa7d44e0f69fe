-- What was said, and who speaks: searched in the database, joined for what a publication touches.

ALTER TABLE articles ADD COLUMN said_length integer NOT NULL DEFAULT 0;

-- Quotations that can be looked for, with ids as passages have them. "speaker" is as the article has it, null where it
-- is not clear; "place" that among all quotations of the article.
CREATE TABLE quotations (
  id       bigint PRIMARY KEY,
  article  bigint NOT NULL,
  import   integer NOT NULL,
  server   text NOT NULL,
  place    integer NOT NULL,
  speaker  text,
  said     text NOT NULL,
  direct   boolean NOT NULL,
  starts   integer NOT NULL,
  ends     integer NOT NULL,
  cue      integer,
  terms    tsvector NOT NULL,
  counts   bytea NOT NULL
);
ALTER TABLE quotations ALTER COLUMN counts SET STORAGE MAIN;
CREATE INDEX quotations_terms ON quotations USING gin (terms);
CREATE INDEX quotations_speaker ON quotations (speaker) WHERE speaker IS NOT NULL;

-- Of quotations that are one utterance with others: the lowest id of them.
CREATE TABLE utterances (
  quotation bigint PRIMARY KEY,
  utterance bigint NOT NULL
);
CREATE INDEX utterances_members ON utterances (utterance);

-- What articles tell of those they name, by the first letters of surnames: names of different letters are never one.
CREATE TABLE name_facts (
  server  text NOT NULL,
  block   text NOT NULL,
  article bigint NOT NULL,
  facts   jsonb NOT NULL,
  PRIMARY KEY (server, block, article)
);
CREATE INDEX name_facts_article ON name_facts (article);

-- Those who speak in the articles of a scope, or hold an office in silence. "keys" is what they can be found by.
CREATE TABLE people (
  server text NOT NULL,
  block  text NOT NULL,
  place  integer NOT NULL,
  keys   text[] NOT NULL,
  record jsonb NOT NULL,
  PRIMARY KEY (server, block, place)
);
CREATE INDEX people_keys ON people USING gin (keys);

-- The name that stands for each spelling of a speaker's; "described" where it is no name ("a US official").
CREATE TABLE speakers (
  server    text NOT NULL,
  spelling  text NOT NULL,
  block     text NOT NULL,
  person    text NOT NULL,
  described boolean NOT NULL,
  PRIMARY KEY (server, spelling)
);
CREATE INDEX speakers_person ON speakers (server, person);
CREATE INDEX speakers_block ON speakers (server, block);
CREATE INDEX speakers_described ON speakers (server) WHERE described;
