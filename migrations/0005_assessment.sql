CREATE TABLE verification_assignment (
  region_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  person_id uuid NOT NULL,
  assigned_by uuid NOT NULL,
  assigned_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, entry_id, person_id),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry,
  FOREIGN KEY (region_id, person_id) REFERENCES person
);

-- A verdict on one claim of one snapshot; the newest of a (snapshot, indicator) rules. inherited_from: unchanged claims keep theirs.
CREATE TABLE verdict (
  region_id uuid NOT NULL,
  verdict_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  snapshot_id uuid NOT NULL,
  indicator text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('agree', 'lower', 'repair', 'invalid')),
  claimed smallint NOT NULL CHECK (claimed BETWEEN 0 AND 3),
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
  reason text NOT NULL DEFAULT '',
  inherited_from uuid,
  given_by uuid NOT NULL,
  given_at timestamptz NOT NULL,
  serial bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (region_id, verdict_id),
  FOREIGN KEY (region_id, snapshot_id) REFERENCES snapshot,
  CHECK (level <= claimed),
  CHECK (kind = 'agree' OR length(reason) >= 3),
  CHECK ((kind = 'agree' AND level = claimed) OR (kind = 'lower' AND level < claimed) OR (kind IN ('repair', 'invalid') AND level = 0))
);
CREATE INDEX verdict_newest ON verdict (region_id, snapshot_id, indicator, serial DESC);

-- One juror, one finalist. total_* is the exact sheet total while complete, written by the domain function.
CREATE TABLE sheet (
  region_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  category_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  juror_id uuid NOT NULL,
  rubric_version smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'sealed', 'absent')),
  scores jsonb NOT NULL DEFAULT '{}',
  comment text NOT NULL DEFAULT '' CHECK (length(comment) <= 10000),
  total_num numeric,
  total_den numeric CHECK (total_den > 0),
  revision integer NOT NULL DEFAULT 0,
  digest text,
  saved_at timestamptz,
  PRIMARY KEY (region_id, sheet_id),
  UNIQUE (region_id, entry_id, juror_id),
  FOREIGN KEY (region_id, category_id, rubric_version) REFERENCES category_rubric,
  FOREIGN KEY (region_id, category_id, juror_id) REFERENCES panel_juror,
  FOREIGN KEY (region_id, entry_id) REFERENCES entry,
  CHECK ((total_num IS NULL) = (total_den IS NULL)),
  CHECK ((state = 'sealed') = (digest IS NOT NULL)),
  CHECK (state <> 'sealed' OR total_num IS NOT NULL)
);
CREATE INDEX sheet_category ON sheet (region_id, category_id, state);
-- Every save of a sheet; the chain takes one row per seal with the digest of this history.
CREATE TABLE sheet_history (
  region_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  revision integer NOT NULL,
  scores jsonb NOT NULL,
  comment text NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, sheet_id, revision),
  FOREIGN KEY (region_id, sheet_id) REFERENCES sheet
);
-- Seals and reopenings, in order: kind 'sealed' carries the digest, 'reopened' and 'absent' carry a reason.
CREATE TABLE sheet_act (
  region_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  act_no smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('sealed', 'reopened', 'absent')),
  digest text,
  canon text,
  reason text NOT NULL DEFAULT '',
  acted_by uuid NOT NULL,
  acted_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, sheet_id, act_no),
  FOREIGN KEY (region_id, sheet_id) REFERENCES sheet,
  CHECK ((kind = 'sealed') = (digest IS NOT NULL)),
  CHECK (kind = 'sealed' OR length(reason) >= 3)
);
