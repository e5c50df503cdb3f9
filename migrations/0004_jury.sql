CREATE TABLE panel_juror (
  region_id uuid NOT NULL,
  category_id uuid NOT NULL,
  person_id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^J[0-9]{1,2}$'),
  is_chair boolean NOT NULL DEFAULT false,
  appointed_by uuid NOT NULL,
  appointed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, category_id, person_id),
  UNIQUE (region_id, category_id, code),
  FOREIGN KEY (region_id, category_id) REFERENCES category,
  FOREIGN KEY (region_id, person_id) REFERENCES person
);
CREATE UNIQUE INDEX panel_one_chair ON panel_juror (region_id, category_id) WHERE is_chair;

-- The juror's signed confirmation for a category: nothing opens before it.
CREATE TABLE conflict_confirmation (
  region_id uuid NOT NULL,
  category_id uuid NOT NULL,
  person_id uuid NOT NULL,
  confirmed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, category_id, person_id),
  FOREIGN KEY (region_id, category_id, person_id) REFERENCES panel_juror
);
-- A pair (juror, entry) whose score is never made: found from seats and teams, or declared.
CREATE TABLE recusal (
  region_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  person_id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('found', 'declared')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, entry_id, person_id),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry,
  FOREIGN KEY (region_id, person_id) REFERENCES person
);
CREATE TABLE finalist (
  region_id uuid NOT NULL,
  category_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  position smallint NOT NULL,
  announced_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, entry_id),
  UNIQUE (region_id, category_id, position),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry
);
