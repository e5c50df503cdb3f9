-- From when whoever holds a deciding role needs a second factor; null: an admin switched it off, with a reason. No row: never asked, as in the sample.
CREATE TABLE access_setting (
  region_id uuid PRIMARY KEY REFERENCES region,
  second_factor_from timestamptz,
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
  changed_by uuid,
  changed_at timestamptz NOT NULL,
  FOREIGN KEY (region_id, changed_by) REFERENCES person,
  CHECK (second_factor_from IS NOT NULL OR length(reason) >= 10)
);
-- A region that is there already gives its people fourteen days; the program moves the start out of the last days of a stage.
INSERT INTO access_setting (region_id, second_factor_from, changed_at) SELECT region_id, now() + interval '14 days', now() FROM region WHERE NOT is_sample;
GRANT SELECT, INSERT, UPDATE ON access_setting TO bailang_app;

-- Ten single-use codes on paper as a second factor, for who has no telephone for an app.
CREATE TABLE code_card (
  region_id uuid NOT NULL,
  person_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, person_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);
GRANT SELECT, INSERT, UPDATE, DELETE ON code_card TO bailang_app;
