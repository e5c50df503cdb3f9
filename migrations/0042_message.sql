-- What a person is told: always in the box of the person, by mail when there is an address and a server. Words come from templates; a row
-- holds the kind and its facts. Nothing secret lies here: a link for a password is made when its mail is sent.
CREATE TABLE message (
  region_id uuid NOT NULL REFERENCES region,
  message_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z-]{3,40}$'),
  about_id uuid NOT NULL,
  facts jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  created_by uuid,
  -- queued: waits for its mail; sending: handed to the mail server, answer not known yet; box: only in the box; by-hand: told by a person
  state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'box', 'by-hand')),
  due_at timestamptz NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  claimed_at timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  fault text,
  template_version smallint,
  read_at timestamptz,
  PRIMARY KEY (region_id, message_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person,
  CHECK ((state = 'sending') = (claimed_at IS NOT NULL)),
  CHECK ((state IN ('queued', 'sending')) = (settled_at IS NULL)),
  CHECK ((state = 'by-hand') = (settled_by IS NOT NULL)),
  CHECK (state <> 'failed' OR fault IS NOT NULL)
);
CREATE INDEX message_box ON message (region_id, person_id, created_at DESC);
CREATE INDEX message_outbox ON message (region_id, created_at DESC, message_id DESC);
CREATE INDEX message_due ON message (region_id, due_at) WHERE state IN ('queued', 'sending');
GRANT SELECT, INSERT, UPDATE (state, due_at, attempts, claimed_at, settled_at, settled_by, fault, template_version, read_at) ON message TO bailang_app;

-- When a person was last reminded of a thing: the row is taken and moved in one statement, so that two at once remind once.
CREATE TABLE reminder (
  region_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  about_id uuid NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, person_id, kind, about_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person
);
GRANT SELECT, INSERT, UPDATE (last_at) ON reminder TO bailang_app;

-- The words of a kind as the office wants them; the newest version is used, and a sent message keeps the version it was sent with.
CREATE TABLE message_template (
  region_id uuid NOT NULL REFERENCES region,
  kind text NOT NULL,
  version smallint NOT NULL CHECK (version >= 1),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 150),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, kind, version)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON message_template FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON message_template TO bailang_app;

-- The mail server of a region. The password is sealed with the key of the installation.
CREATE TABLE mail_setting (
  region_id uuid PRIMARY KEY REFERENCES region,
  host text NOT NULL CHECK (length(host) BETWEEN 1 AND 253),
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
  account text NOT NULL DEFAULT '',
  password_sealed bytea,
  from_address text NOT NULL CHECK (length(from_address) BETWEEN 3 AND 254),
  from_name text NOT NULL CHECK (length(from_name) BETWEEN 1 AND 120),
  site text NOT NULL CHECK (site ~ '^https?://[^/]+$'),
  is_on boolean NOT NULL DEFAULT true,
  changed_at timestamptz NOT NULL,
  -- the last time the server was spoken to, and what it said
  heard_at timestamptz,
  fault text
);
GRANT SELECT, INSERT, UPDATE ON mail_setting TO bailang_app;

-- One row per ask for a reset, whoever asked, so that known and unknown accounts cost the same.
CREATE TABLE reset_ask (
  region_id uuid NOT NULL,
  ask_id uuid NOT NULL,
  account_sha256 bytea NOT NULL,
  address text NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, ask_id)
);
CREATE INDEX reset_ask_account ON reset_ask (region_id, account_sha256, asked_at);
CREATE INDEX reset_ask_address ON reset_ask (address, asked_at);
GRANT SELECT, INSERT, DELETE ON reset_ask TO bailang_app;
