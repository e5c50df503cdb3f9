-- Agencies are renamed and merged; what they were called, and until when, stays.
CREATE TABLE agency_rename (
  region_id uuid NOT NULL,
  rename_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  name_from text NOT NULL,
  short_from text NOT NULL,
  kind_from text NOT NULL,
  name_to text NOT NULL,
  short_to text NOT NULL,
  kind_to text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
  renamed_by uuid NOT NULL,
  renamed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, rename_id),
  FOREIGN KEY (region_id, agency_id) REFERENCES agency
);
CREATE INDEX agency_rename_agency ON agency_rename (region_id, agency_id, renamed_at);

-- A merged agency is closed: its people sit in the other one, whose seats reach what it began. Chains are written out, so that one step is enough.
CREATE TABLE agency_merge (
  region_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  into_id uuid NOT NULL,
  merged_at timestamptz NOT NULL,
  merged_by uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
  PRIMARY KEY (region_id, agency_id, into_id),
  FOREIGN KEY (region_id, agency_id) REFERENCES agency,
  FOREIGN KEY (region_id, into_id) REFERENCES agency,
  CHECK (agency_id <> into_id)
);
CREATE INDEX agency_merge_into ON agency_merge (region_id, into_id);

-- How many innovations an agency is to send in an edition.
CREATE TABLE agency_target (
  region_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  target smallint NOT NULL CHECK (target BETWEEN 0 AND 999),
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, edition_id, agency_id),
  FOREIGN KEY (region_id, edition_id) REFERENCES edition,
  FOREIGN KEY (region_id, agency_id) REFERENCES agency
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON agency_rename FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON agency_merge FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON agency_rename, agency_merge TO bailang_app;
GRANT SELECT, INSERT, UPDATE ON agency_target TO bailang_app;

-- The agencies a seat acts in: its own, and those merged into it, from then on.
CREATE VIEW seat_reach AS
  SELECT region_id, seat_id, agency_id, false AS inherited, '-infinity'::timestamptz AS reached_from FROM seat
  UNION ALL
  SELECT s.region_id, s.seat_id, m.agency_id, true, m.merged_at FROM seat s JOIN agency_merge m ON m.region_id = s.region_id AND m.into_id = s.agency_id;
GRANT SELECT ON seat_reach TO bailang_app;
