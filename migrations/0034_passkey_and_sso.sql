-- Challenges that a passkey has answered: each is answered once. They carry their own end; rows are cleared after it.
CREATE TABLE answered_challenge (
  challenge_sha256 bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON answered_challenge TO bailang_app;

-- Single sign-on by OpenID Connect, one provider a region. The client's secret is sealed with the key of the installation.
CREATE TABLE sso_setting (
  region_id uuid PRIMARY KEY REFERENCES region,
  is_on boolean NOT NULL,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
  issuer text NOT NULL CHECK (length(issuer) BETWEEN 8 AND 300),
  client_id text NOT NULL CHECK (length(client_id) BETWEEN 1 AND 200),
  client_secret_sealed bytea NOT NULL,
  -- the claim that holds the NIP; empty: people are known by their verified e-mail only
  nip_claim text NOT NULL DEFAULT '' CHECK (length(nip_claim) <= 60),
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON sso_setting TO bailang_app;

-- Who came in by it: the provider's own name for a person never changes, an e-mail may.
CREATE TABLE sso_identity (
  region_id uuid NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  person_id uuid NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, issuer, subject),
  UNIQUE (region_id, issuer, person_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);
GRANT SELECT, INSERT, DELETE ON sso_identity TO bailang_app;
