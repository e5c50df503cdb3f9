-- Regions, agencies, people, seats, grants, sign-in. Every table of a region begins its key with region_id.
CREATE TABLE region (
  region_id uuid PRIMARY KEY,
  parent_id uuid REFERENCES region,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('province', 'regency', 'city')),
  zone text NOT NULL DEFAULT 'Asia/Makassar',
  zone_word text NOT NULL DEFAULT 'WITA',
  prefix text NOT NULL CHECK (prefix ~ '^[A-Z]{2,4}$'),
  host text,
  contact text NOT NULL DEFAULT '',
  is_sample boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX region_host ON region (lower(host)) WHERE host IS NOT NULL;

CREATE TABLE agency (
  region_id uuid NOT NULL REFERENCES region,
  agency_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  short_name text NOT NULL CHECK (length(short_name) BETWEEN 1 AND 60),
  kind text NOT NULL CHECK (kind IN ('skpd', 'kecamatan', 'puskesmas', 'blud', 'school', 'village', 'group', 'outside')),
  PRIMARY KEY (region_id, agency_id),
  UNIQUE (region_id, name)
);

CREATE TABLE person (
  region_id uuid NOT NULL REFERENCES region,
  person_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  nip text CHECK (nip ~ '^[0-9]{18}$'),
  email text CHECK (length(email) <= 254),
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, person_id),
  CHECK (nip IS NOT NULL OR email IS NOT NULL)
);
CREATE UNIQUE INDEX person_email ON person (region_id, lower(email)) WHERE email IS NOT NULL;
CREATE UNIQUE INDEX person_nip ON person (region_id, nip) WHERE nip IS NOT NULL;

-- A seat (jabatan) is a position in an agency; it outlives whoever holds it.
CREATE TABLE seat (
  region_id uuid NOT NULL,
  seat_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  role text CHECK (role IN ('innovator', 'head')),
  PRIMARY KEY (region_id, seat_id),
  FOREIGN KEY (region_id, agency_id) REFERENCES agency
);

CREATE TABLE seat_holding (
  region_id uuid NOT NULL,
  holding_id uuid NOT NULL,
  seat_id uuid NOT NULL,
  person_id uuid NOT NULL,
  held_from timestamptz NOT NULL,
  held_until timestamptz,
  PRIMARY KEY (region_id, holding_id),
  FOREIGN KEY (region_id, seat_id) REFERENCES seat,
  FOREIGN KEY (region_id, person_id) REFERENCES person,
  CHECK (held_until IS NULL OR held_until > held_from)
);
CREATE INDEX seat_holding_person ON seat_holding (region_id, person_id);
CREATE UNIQUE INDEX seat_held_once ON seat_holding (region_id, seat_id) WHERE held_until IS NULL;

-- Roles that do not follow from a seat. Scope columns are null where the role is not narrowed.
CREATE TABLE role_grant (
  region_id uuid NOT NULL,
  grant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('secretariat', 'verifier', 'juror', 'chair', 'leader', 'admin', 'province')),
  edition_id uuid,
  category_id uuid,
  granted_from timestamptz NOT NULL,
  granted_until timestamptz,
  PRIMARY KEY (region_id, grant_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);
CREATE INDEX role_grant_person ON role_grant (region_id, person_id);
CREATE UNIQUE INDEX role_grant_once ON role_grant (region_id, person_id, role, edition_id, category_id) NULLS NOT DISTINCT WHERE granted_until IS NULL;

CREATE TABLE session (
  region_id uuid NOT NULL,
  session_id uuid NOT NULL,
  token_sha256 bytea NOT NULL UNIQUE,
  person_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (region_id, session_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);

-- Invitation and reset links: single use, stored as SHA-256 only.
CREATE TABLE link_token (
  region_id uuid NOT NULL,
  token_sha256 bytea NOT NULL UNIQUE,
  link_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reset')),
  person_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by uuid,
  PRIMARY KEY (region_id, link_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);

-- One row per failed try; the limit counts these. The account is kept as a digest.
CREATE TABLE sign_in_failure (
  region_id uuid NOT NULL,
  failure_id uuid NOT NULL,
  account_sha256 bytea NOT NULL,
  address text NOT NULL,
  failed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, failure_id)
);
CREATE INDEX sign_in_failure_account ON sign_in_failure (region_id, account_sha256, failed_at);
CREATE INDEX sign_in_failure_address ON sign_in_failure (address, failed_at);
