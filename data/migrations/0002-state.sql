-- What lasts besides the archive: texts by owner, kind and name, and records of what happened.

CREATE TABLE state_texts (
  -- The id of a server; empty for what is the bot's own.
  owner text NOT NULL CHECK (owner ~ '^[0-9]{0,20}$'),
  kind text NOT NULL,
  -- Empty for kinds of which an owner has one.
  name text NOT NULL,
  body text NOT NULL,
  bytes integer NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (owner, kind, name)
);

CREATE TABLE state_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  log text NOT NULL,
  -- The id of a server or what stands for it.
  server text,
  -- What stands for the member of whom it tells.
  member text,
  at timestamptz NOT NULL,
  entry text NOT NULL
);
CREATE INDEX state_log_of_server ON state_log (log, server, id);
CREATE INDEX state_log_of_member ON state_log (log, member) WHERE member IS NOT NULL;
CREATE INDEX state_log_in_order ON state_log (log, id);
CREATE INDEX state_log_by_time ON state_log (log, at);
