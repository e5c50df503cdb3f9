-- The desk decision of a category: pending (newest version) until announced.
CREATE TABLE shortlist (
  region_id uuid NOT NULL,
  shortlist_id uuid NOT NULL,
  category_id uuid NOT NULL,
  version smallint NOT NULL,
  body jsonb NOT NULL,
  digest text NOT NULL,
  decisions jsonb NOT NULL DEFAULT '[]',
  computed_by uuid NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, shortlist_id),
  UNIQUE (region_id, category_id, version),
  FOREIGN KEY (region_id, category_id) REFERENCES category
);
CREATE TABLE shortlist_announcement (
  region_id uuid NOT NULL,
  category_id uuid NOT NULL,
  shortlist_id uuid NOT NULL,
  announced_by uuid NOT NULL,
  announced_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, category_id),
  FOREIGN KEY (region_id, shortlist_id) REFERENCES shortlist
);

-- A result version: frozen inputs, numbers, trace, digest. Immutable; its later states are rows of their own.
CREATE TABLE result_version (
  region_id uuid NOT NULL,
  result_id uuid NOT NULL,
  category_id uuid NOT NULL,
  version smallint NOT NULL,
  inputs jsonb NOT NULL,
  inputs_canon text NOT NULL,
  body jsonb NOT NULL,
  body_canon text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  replaces uuid,
  reason text NOT NULL DEFAULT '',
  computed_by uuid NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, result_id),
  UNIQUE (region_id, category_id, version),
  FOREIGN KEY (region_id, category_id) REFERENCES category
);
CREATE TABLE result_signature (
  region_id uuid NOT NULL,
  result_id uuid NOT NULL,
  person_id uuid NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('juror', 'chair')),
  digest text NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, result_id, person_id),
  FOREIGN KEY (region_id, result_id) REFERENCES result_version
);
CREATE TABLE result_certification (
  region_id uuid NOT NULL,
  result_id uuid NOT NULL,
  certified_by uuid NOT NULL,
  decree text NOT NULL DEFAULT '',
  digest text NOT NULL,
  certified_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, result_id),
  FOREIGN KEY (region_id, result_id) REFERENCES result_version
);
-- What the public reads: exactly this body, nothing of the working tables.
CREATE TABLE publication (
  region_id uuid NOT NULL,
  publication_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('finalists', 'result')),
  edition_id uuid NOT NULL,
  category_id uuid NOT NULL,
  version smallint NOT NULL,
  result_id uuid,
  body jsonb NOT NULL,
  canon text NOT NULL,
  digest text NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, publication_id),
  UNIQUE (region_id, category_id, kind, version),
  FOREIGN KEY (region_id, category_id) REFERENCES category,
  FOREIGN KEY (region_id, result_id) REFERENCES result_version,
  CHECK ((kind = 'result') = (result_id IS NOT NULL))
);
