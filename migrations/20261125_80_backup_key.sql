-- Whom backups are sealed for, besides the data folder's own key. The private part of the printed key lies here only until somebody has shown that
-- it is on paper, sealed with the secret of the data folder.
CREATE TABLE backup_key (
  key_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('printed', 'second')),
  recipient text NOT NULL CHECK (recipient ~ '^age1[02-9ac-hj-np-z]{58}$'),
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
  sealed bytea,
  made_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  ended_at timestamptz,
  CHECK (sealed IS NULL OR (kind = 'printed' AND confirmed_at IS NULL))
);
CREATE UNIQUE INDEX backup_key_once ON backup_key (recipient) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX backup_key_one_unconfirmed ON backup_key (kind) WHERE confirmed_at IS NULL AND ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON backup_key TO bailang_app;

-- Which key opened the archive of a trial or a restore.
ALTER TABLE backup_run ADD COLUMN opened_with text CHECK (opened_with IN ('own', 'printed', 'plain'));

-- What every process on one database must share: the secret and the folder of evidence, each by a fingerprint.
CREATE TABLE shared_ground (
  what text PRIMARY KEY CHECK (what IN ('secret', 'evidence')),
  fingerprint text NOT NULL,
  set_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON shared_ground TO bailang_app;
