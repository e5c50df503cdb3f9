-- An innovation lives for years; an entry (usulan) is its submission to one edition.
CREATE TABLE innovation (
  region_id uuid NOT NULL REFERENCES region,
  innovation_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 3 AND 200),
  slug text NOT NULL,
  old_number text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, innovation_id),
  UNIQUE (region_id, slug),
  FOREIGN KEY (region_id, agency_id) REFERENCES agency
);

CREATE TABLE entry (
  region_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  category_id uuid NOT NULL,
  innovation_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned-by-head', 'approved', 'in-verification', 'returned-for-repair', 'verified', 'eligible', 'refused', 'withdrawn')),
  refusal_code text,
  serial integer,
  registration_number text,
  started_by uuid NOT NULL,
  started_at timestamptz NOT NULL,
  submitted_at timestamptz,
  approved_at timestamptz,
  repair_until timestamptz,
  PRIMARY KEY (region_id, entry_id),
  UNIQUE (region_id, edition_id, innovation_id),
  UNIQUE (region_id, registration_number),
  UNIQUE (region_id, edition_id, serial),
  FOREIGN KEY (region_id, category_id) REFERENCES category,
  FOREIGN KEY (region_id, innovation_id) REFERENCES innovation,
  FOREIGN KEY (region_id, agency_id) REFERENCES agency,
  CHECK ((serial IS NULL) = (registration_number IS NULL)),
  CHECK (state IN ('draft', 'withdrawn') OR registration_number IS NOT NULL),
  CHECK ((state = 'refused') = (refusal_code IS NOT NULL))
);
CREATE INDEX entry_category ON entry (region_id, category_id, state);
CREATE INDEX entry_agency ON entry (region_id, agency_id);

-- The next registration number of an edition, taken under its row lock.
CREATE TABLE registration_counter (
  region_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  last_serial integer NOT NULL,
  PRIMARY KEY (region_id, edition_id),
  FOREIGN KEY (region_id, edition_id) REFERENCES edition
);

-- People of the team who have an account; conflicts are found from here and from seats.
CREATE TABLE entry_member (
  region_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (region_id, entry_id, person_id),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry,
  FOREIGN KEY (region_id, person_id) REFERENCES person
);

CREATE TABLE profile_part (
  region_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  part smallint NOT NULL CHECK (part BETWEEN 1 AND 7),
  fields jsonb NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, entry_id, part),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry
);
CREATE TABLE profile_part_history (
  region_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  part smallint NOT NULL,
  revision integer NOT NULL,
  fields jsonb NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, entry_id, part, revision),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry
);

CREATE TABLE claim (
  region_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  indicator text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
  basis text CHECK (basis IN ('a', 'b', 'c', 'd', 'e', 'f')),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 10000),
  revision integer NOT NULL CHECK (revision >= 1),
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, entry_id, indicator),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry
);
CREATE TABLE claim_history (
  region_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  indicator text NOT NULL,
  revision integer NOT NULL,
  level smallint NOT NULL,
  basis text,
  note text NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, entry_id, indicator, revision),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry
);

-- A stored file, once per content.
CREATE TABLE stored_file (
  region_id uuid NOT NULL REFERENCES region,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  kind text NOT NULL CHECK (kind IN ('pdf', 'jpg', 'png', 'webp', 'mp4')),
  bytes bigint NOT NULL CHECK (bytes > 0),
  stored_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, sha256)
);

CREATE TABLE evidence (
  region_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  indicator text NOT NULL,
  sha256 text,
  link text CHECK (length(link) <= 2000),
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 255),
  pages text NOT NULL DEFAULT '',
  attached_by uuid NOT NULL,
  attached_at timestamptz NOT NULL,
  detached_by uuid,
  detached_at timestamptz,
  PRIMARY KEY (region_id, evidence_id),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry,
  FOREIGN KEY (region_id, sha256) REFERENCES stored_file,
  CHECK ((sha256 IS NULL) <> (link IS NULL))
);
CREATE INDEX evidence_entry ON evidence (region_id, entry_id, indicator) WHERE detached_at IS NULL;
CREATE UNIQUE INDEX evidence_once ON evidence (region_id, entry_id, indicator, sha256) WHERE detached_at IS NULL AND sha256 IS NOT NULL;

-- What a submit freezes. The last approved snapshot counts.
CREATE TABLE snapshot (
  region_id uuid NOT NULL,
  snapshot_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  version smallint NOT NULL CHECK (version >= 1),
  body jsonb NOT NULL,
  canon text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  taken_by uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, snapshot_id),
  UNIQUE (region_id, entry_id, version),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry
);

-- The head's decision on one snapshot.
CREATE TABLE approval (
  region_id uuid NOT NULL,
  approval_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  snapshot_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'returned')),
  reason text NOT NULL DEFAULT '',
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, approval_id),
  UNIQUE (region_id, snapshot_id),
  FOREIGN KEY (region_id, snapshot_id) REFERENCES snapshot,
  CHECK (decision = 'approved' OR length(reason) >= 3)
);

-- A request for repair pinned to a place: 'profile:4' or an indicator code. Open until answered by a new submit.
CREATE TABLE repair_note (
  region_id uuid NOT NULL,
  note_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  place text NOT NULL,
  note text NOT NULL CHECK (length(note) BETWEEN 3 AND 4000),
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (region_id, note_id),
  FOREIGN KEY (region_id, entry_id) REFERENCES entry
);
