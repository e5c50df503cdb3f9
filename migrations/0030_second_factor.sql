-- A second factor beside the password, and sessions that say how and from where they were opened.
ALTER TABLE session
  ADD COLUMN factor text NOT NULL DEFAULT 'password' CHECK (factor IN ('password', 'time-code', 'recovery-code', 'passkey', 'sso')),
  ADD COLUMN device text NOT NULL DEFAULT '' CHECK (length(device) <= 80),
  -- when the person last proved to be there: at sign-in, and again before acts that ask for it
  ADD COLUMN proved_at timestamptz;
UPDATE session SET proved_at = started_at;
CREATE INDEX session_person ON session (region_id, person_id, started_at);

-- Time codes (TOTP). The secret is sealed with the key of the installation; not confirmed: set up, no code typed yet.
CREATE TABLE time_code (
  region_id uuid NOT NULL,
  person_id uuid NOT NULL,
  sealed_secret bytea NOT NULL,
  -- the newest step a code was taken for: no code serves twice
  last_step bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  PRIMARY KEY (region_id, person_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);

CREATE TABLE recovery_code (
  region_id uuid NOT NULL,
  person_id uuid NOT NULL,
  code_sha256 bytea NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (region_id, person_id, code_sha256),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);

CREATE TABLE passkey (
  region_id uuid NOT NULL,
  credential_id text NOT NULL,
  person_id uuid NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (region_id, credential_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);
CREATE INDEX passkey_person ON passkey (region_id, person_id);

-- Between the password and the second factor: a token of its own, of no use for anything else.
CREATE TABLE sign_in_step (
  region_id uuid NOT NULL,
  step_id uuid NOT NULL,
  token_sha256 bytea NOT NULL UNIQUE,
  person_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (region_id, step_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);

-- Whose roles need a second factor in an edition.
ALTER TABLE edition ADD COLUMN second_factor_roles text[] NOT NULL DEFAULT '{}'
  CHECK (second_factor_roles <@ ARRAY['secretariat', 'verifier', 'juror', 'chair', 'leader', 'admin', 'province']);

GRANT SELECT, INSERT, UPDATE, DELETE ON time_code, recovery_code, passkey TO bailang_app;
GRANT SELECT, INSERT, UPDATE ON sign_in_step TO bailang_app;
