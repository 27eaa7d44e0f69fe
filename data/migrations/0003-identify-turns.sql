-- When the last shard of each group that Discord lets log in one at a time does so: processes take turns.
CREATE TABLE identify_turns (
  turn_group int PRIMARY KEY,
  at timestamptz NOT NULL
);
