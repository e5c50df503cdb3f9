-- The region's own levels (SPD) of a year: one row per changed indicator and save; the newest revision of an indicator rules.
-- A level of NULL empties the row again.
CREATE TABLE region_spd_level (
  region_id uuid NOT NULL REFERENCES region,
  year smallint NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  indicator text NOT NULL CHECK (indicator ~ '^[A-Z]+-[0-9]+[a-z]?$'),
  revision integer NOT NULL CHECK (revision >= 1),
  level smallint CHECK (level BETWEEN 0 AND 3),
  source text NOT NULL DEFAULT '' CHECK (length(source) <= 200),
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, year, indicator, revision),
  FOREIGN KEY (region_id, saved_by) REFERENCES person,
  CHECK (level IS NOT NULL OR source = '')
);
CREATE INDEX region_spd_level_revision ON region_spd_level (region_id, year, revision DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON region_spd_level FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON region_spd_level TO bailang_app;

-- The index asks for the newest entry of every innovation.
CREATE INDEX entry_innovation ON entry (region_id, innovation_id);
