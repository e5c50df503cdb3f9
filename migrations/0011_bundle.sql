-- The bundle of a published result: everything its figures came from, as one text whose digest stands on the page. Made once, never changed.
CREATE TABLE publication_bundle (
  region_id uuid NOT NULL,
  publication_id uuid NOT NULL,
  body text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, publication_id),
  FOREIGN KEY (region_id, publication_id) REFERENCES publication
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON publication_bundle FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON publication_bundle TO bailang_app;
