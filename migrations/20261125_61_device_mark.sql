-- A browser that a person once signed in with holds a mark; only its hash stands here. Guesses from elsewhere never lock it out.
CREATE TABLE device_mark (
  region_id uuid NOT NULL,
  person_id uuid NOT NULL,
  mark_sha256 bytea NOT NULL,
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, person_id, mark_sha256),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);
GRANT SELECT, INSERT, UPDATE, DELETE ON device_mark TO bailang_app;
