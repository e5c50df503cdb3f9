-- A row of the ledger may hold its actor under a mark: SHA-256(blind LF actor). Its digest is made of the mark, so that a bundle can show that the row
-- stands as it was written without saying whose act it was. Rows from before have no blind and are made of the actor's id.
ALTER TABLE audit_entry ADD COLUMN actor_blind text CHECK (actor_blind ~ '^[0-9a-f]{32}$');

-- The key of the region (Ed25519): says which installation wrote a file, nothing else. The private part lies in the data folder. Old keys stay listed.
CREATE TABLE region_key (
  region_id uuid NOT NULL REFERENCES region,
  key_id text NOT NULL CHECK (key_id ~ '^[0-9a-f]{16}$'),
  public_key text NOT NULL CHECK (public_key ~ '^[A-Za-z0-9_-]{43}$'),
  begun_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (region_id, key_id)
);
CREATE UNIQUE INDEX region_key_current ON region_key (region_id) WHERE ended_at IS NULL;
CREATE FUNCTION guard_region_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.region_id, OLD.key_id, OLD.public_key, OLD.begun_at) IS DISTINCT FROM (NEW.region_id, NEW.key_id, NEW.public_key, NEW.begun_at) OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a key of the region ends once and never changes' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE ON region_key FOR EACH ROW EXECUTE FUNCTION guard_region_key();
CREATE TRIGGER never_goes BEFORE DELETE OR TRUNCATE ON region_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON region_key TO bailang_app;
GRANT UPDATE (ended_at) ON region_key TO bailang_app;

-- Somebody asks for a new key, somebody else confirms it, or takes it back.
CREATE TABLE region_key_renewal (
  region_id uuid NOT NULL REFERENCES region,
  renewal_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  settled_by uuid,
  settled_at timestamptz,
  key_id text,
  PRIMARY KEY (region_id, renewal_id),
  FOREIGN KEY (region_id, asked_by) REFERENCES person,
  FOREIGN KEY (region_id, settled_by) REFERENCES person,
  FOREIGN KEY (region_id, key_id) REFERENCES region_key,
  CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
  CHECK (key_id IS NULL OR settled_by <> asked_by)
);
CREATE UNIQUE INDEX region_key_renewal_open ON region_key_renewal (region_id) WHERE settled_at IS NULL;
GRANT SELECT, INSERT ON region_key_renewal TO bailang_app;
GRANT UPDATE (settled_by, settled_at, key_id) ON region_key_renewal TO bailang_app;

-- Anchors: rows of the ledger with their digests, as they left the machine. `line` is the whole signed text of one.
CREATE TABLE anchor (
  region_id uuid NOT NULL REFERENCES region,
  seq bigint NOT NULL,
  line text NOT NULL CHECK (line LIKE 'jangkar/1 %'),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, seq)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON anchor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON anchor TO bailang_app;

-- A time stamp of an outside authority (RFC 3161) over the line of an anchor: the token as it came.
CREATE TABLE anchor_stamp (
  region_id uuid NOT NULL,
  seq bigint NOT NULL,
  token bytea NOT NULL,
  stamped_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, seq),
  FOREIGN KEY (region_id, seq) REFERENCES anchor
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON anchor_stamp FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON anchor_stamp TO bailang_app;

-- Up to which anchor each address was sent them by mail.
CREATE TABLE anchor_mail (
  region_id uuid NOT NULL REFERENCES region,
  address text NOT NULL,
  sent_seq bigint NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, address)
);
GRANT SELECT, INSERT, UPDATE ON anchor_mail TO bailang_app;
