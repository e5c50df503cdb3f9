-- The robustness card of a result version, worked out after the act; it never changes the result and is never changed itself.
CREATE TABLE result_card (
  region_id uuid NOT NULL,
  result_id uuid NOT NULL,
  body jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, result_id),
  FOREIGN KEY (region_id, result_id) REFERENCES result_version
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON result_card FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON result_card TO bailang_app;
