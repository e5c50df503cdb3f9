-- An edition is a year of the contest: stages, categories, rules in versions.
CREATE TABLE edition (
  region_id uuid NOT NULL REFERENCES region,
  edition_id uuid NOT NULL,
  year smallint NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('live', 'history')),
  instrument text NOT NULL,
  venue text NOT NULL DEFAULT '',
  texts jsonb NOT NULL DEFAULT '{}',
  -- what is known of a past year: funnel, gates, dates, sources, doubts; null for a live edition
  history jsonb,
  cloned_from uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, edition_id),
  UNIQUE (region_id, year),
  CHECK ((kind = 'history') = (history IS NOT NULL))
);

CREATE TABLE stage (
  region_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('outreach', 'registration', 'approval', 'verification', 'desk', 'presentation', 'field-validation', 'plenary', 'objection', 'follow-up')),
  name text NOT NULL,
  public_group text NOT NULL,
  position smallint NOT NULL,
  opens_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  grace_minutes smallint NOT NULL DEFAULT 0 CHECK (grace_minutes BETWEEN 0 AND 1440),
  PRIMARY KEY (region_id, stage_id),
  UNIQUE (region_id, edition_id, kind),
  FOREIGN KEY (region_id, edition_id) REFERENCES edition,
  CHECK (closes_at > opens_at)
);

CREATE TABLE stage_change (
  region_id uuid NOT NULL,
  change_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  opened_from timestamptz NOT NULL,
  closed_from timestamptz NOT NULL,
  opens_to timestamptz NOT NULL,
  closes_to timestamptz NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, change_id),
  FOREIGN KEY (region_id, stage_id) REFERENCES stage
);

CREATE TABLE category (
  region_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  category_id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[a-z0-9-]{2,40}$'),
  name text NOT NULL,
  position smallint NOT NULL,
  PRIMARY KEY (region_id, category_id),
  UNIQUE (region_id, edition_id, code),
  FOREIGN KEY (region_id, edition_id) REFERENCES edition
);

-- Frozen settings are versions, never edited: the newest version rules. body is EntryRules or Rubric as the domain defines it.
CREATE TABLE category_rules (
  region_id uuid NOT NULL,
  category_id uuid NOT NULL,
  version smallint NOT NULL CHECK (version >= 1),
  body jsonb NOT NULL,
  reason text NOT NULL,
  decree text NOT NULL DEFAULT '',
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, category_id, version),
  FOREIGN KEY (region_id, category_id) REFERENCES category
);
CREATE TABLE category_rubric (
  region_id uuid NOT NULL,
  category_id uuid NOT NULL,
  version smallint NOT NULL CHECK (version >= 1),
  body jsonb NOT NULL,
  reason text NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, category_id, version),
  FOREIGN KEY (region_id, category_id) REFERENCES category
);
