-- Every time all promises were asked of a region's data: when, and which were broken.
CREATE TABLE promise_check (
  region_id uuid NOT NULL REFERENCES region,
  check_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL CHECK (finished_at >= started_at),
  broken text[] NOT NULL,
  PRIMARY KEY (region_id, check_id)
);
CREATE INDEX promise_check_newest ON promise_check (region_id, finished_at DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON promise_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON promise_check TO bailang_app;
