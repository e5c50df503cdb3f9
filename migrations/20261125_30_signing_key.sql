-- Signing keys: passkeys made for signing results alone. Who they belong to, and the site they were made at, never changes; each is confirmed
-- and ended at most once, and none is ever deleted, so that old signatures stay checkable.
CREATE TABLE signing_key (
  region_id uuid NOT NULL,
  credential_id text NOT NULL CHECK (length(credential_id) BETWEEN 1 AND 1400),
  person_id uuid NOT NULL,
  -- as the authenticator gave it: a COSE key
  public_key bytea NOT NULL,
  -- ES256, EdDSA, RS256
  algorithm integer NOT NULL CHECK (algorithm IN (-7, -8, -257)),
  rp_id text NOT NULL,
  origin text NOT NULL,
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  enrolled_at timestamptz NOT NULL,
  -- made while a presentation of its owner's categories had opened: serves only once somebody else has confirmed it
  after_opening boolean NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text NOT NULL DEFAULT '' CHECK (length(end_reason) <= 500),
  PRIMARY KEY (region_id, credential_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person,
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK (confirmed_by <> person_id)
);
CREATE INDEX signing_key_person ON signing_key (region_id, person_id);

CREATE FUNCTION guard_signing_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.region_id, OLD.credential_id, OLD.person_id, OLD.public_key, OLD.algorithm, OLD.rp_id, OLD.origin, OLD.transports, OLD.name, OLD.enrolled_at, OLD.after_opening)
    IS DISTINCT FROM (NEW.region_id, NEW.credential_id, NEW.person_id, NEW.public_key, NEW.algorithm, NEW.rp_id, NEW.origin, NEW.transports, NEW.name, NEW.enrolled_at, NEW.after_opening)
    OR (OLD.confirmed_at IS NOT NULL AND (OLD.confirmed_by, OLD.confirmed_at) IS DISTINCT FROM (NEW.confirmed_by, NEW.confirmed_at))
    OR (OLD.ended_at IS NOT NULL AND (OLD.ended_by, OLD.ended_at, OLD.end_reason) IS DISTINCT FROM (NEW.ended_by, NEW.ended_at, NEW.end_reason)) THEN
    RAISE EXCEPTION 'a signing key never changes' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE ON signing_key FOR EACH ROW EXECUTE FUNCTION guard_signing_key();
CREATE TRIGGER never_goes BEFORE DELETE OR TRUNCATE ON signing_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON signing_key TO bailang_app;
GRANT UPDATE (confirmed_by, confirmed_at, ended_at, ended_by, end_reason) ON signing_key TO bailang_app;

-- A signature carries what the signing key answered: {credentialId, authenticatorData, clientDataJSON, signature}, each base64url.
-- Without it the row is a statement (pernyataan), confirmed through the account; `confirmed_with` says by what, empty for rows from before.
ALTER TABLE result_signature
  ADD COLUMN credential_id text,
  ADD COLUMN assertion jsonb,
  ADD COLUMN confirmed_with text CHECK (confirmed_with IN ('password', 'password-and-factor')),
  ADD CHECK ((credential_id IS NULL) = (assertion IS NULL)),
  ADD CHECK (credential_id IS NULL OR confirmed_with IS NULL),
  ADD FOREIGN KEY (region_id, credential_id) REFERENCES signing_key;
ALTER TABLE result_certification
  ADD COLUMN credential_id text,
  ADD COLUMN assertion jsonb,
  ADD COLUMN confirmed_with text CHECK (confirmed_with IN ('password', 'password-and-factor')),
  ADD CHECK ((credential_id IS NULL) = (assertion IS NULL)),
  ADD CHECK (credential_id IS NULL OR confirmed_with IS NULL),
  ADD FOREIGN KEY (region_id, credential_id) REFERENCES signing_key;
