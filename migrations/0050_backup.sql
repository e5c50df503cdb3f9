-- Every backup that was tried and every trial of a restore, of the installation as a whole: so that age and fate can be seen.
CREATE TABLE backup_run (
  run_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('backup', 'trial')),
  file_name text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL CHECK (finished_at >= started_at),
  bytes bigint CHECK (bytes > 0),
  digest text CHECK (digest ~ '^[0-9a-f]{64}$'),
  missing_files integer NOT NULL DEFAULT 0,
  fault text,
  CHECK ((fault IS NULL) = (digest IS NOT NULL)),
  CHECK ((fault IS NULL) = (bytes IS NOT NULL))
);
CREATE INDEX backup_run_newest ON backup_run (kind, finished_at DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON backup_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON backup_run TO bailang_app;
