-- What a file is once it has been read to its end; empty for files from before that.
ALTER TABLE stored_file
  ADD COLUMN pages integer CHECK (pages > 0),
  ADD COLUMN width integer CHECK (width > 0),
  ADD COLUMN height integer CHECK (height > 0),
  ADD COLUMN seconds integer CHECK (seconds >= 0);
GRANT UPDATE (pages, width, height, seconds) ON stored_file TO bailang_app;

-- What the scanner for viruses said of a content, each time it was asked; no row yet is belum diperiksa, the newest row counts.
CREATE TABLE file_check (
  region_id uuid NOT NULL,
  sha256 text NOT NULL,
  checked_at timestamptz NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('clean', 'quarantined')),
  found text NOT NULL DEFAULT '' CHECK (length(found) <= 200),
  PRIMARY KEY (region_id, sha256, checked_at),
  FOREIGN KEY (region_id, sha256) REFERENCES stored_file,
  CHECK ((verdict = 'quarantined') = (found <> ''))
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON file_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON file_check TO bailang_app;

-- A file as it stands now. Quarantined content counts as no evidence and is not served.
CREATE VIEW file_state WITH (security_invoker = true) AS
  SELECT f.region_id, f.sha256, f.kind, f.bytes, f.pages, f.width, f.height, f.seconds, f.stored_at, coalesce(c.verdict, 'unchecked') AS check_state,
    coalesce(c.found, '') AS found, c.checked_at
  FROM stored_file f LEFT JOIN LATERAL (SELECT verdict, found, checked_at FROM file_check k
    WHERE k.region_id = f.region_id AND k.sha256 = f.sha256 ORDER BY checked_at DESC LIMIT 1) c ON true;
GRANT SELECT ON file_state TO bailang_app;

-- Whether the scanner answers; one row of the installation.
CREATE TABLE scanner_state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  asked_at timestamptz NOT NULL,
  fault text,
  down_since timestamptz
);
GRANT SELECT, INSERT, UPDATE ON scanner_state TO bailang_app;

-- Each time the folder of evidence was swept of what no row speaks of.
CREATE TABLE file_sweep (
  sweep_id uuid PRIMARY KEY,
  swept_at timestamptz NOT NULL,
  orphans integer NOT NULL CHECK (orphans >= 0),
  leftovers integer NOT NULL CHECK (leftovers >= 0),
  bytes bigint NOT NULL CHECK (bytes >= 0)
);
GRANT SELECT, INSERT ON file_sweep TO bailang_app;
