-- A seal of the second form begins with a blind, and so does the text of its history: neither digest tells of the scores. Both stay with the canon.
ALTER TABLE sheet_act ADD COLUMN history_blind text CHECK (history_blind IS NULL OR (kind = 'sealed' AND history_blind ~ '^[0-9a-f]{32}$'));

-- What a juror keeps of a seal: its code answers at /cek, before the publication with nothing but its time.
CREATE TABLE sheet_receipt (
  region_id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  sheet_id uuid NOT NULL,
  act_no smallint NOT NULL,
  category_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  juror_id uuid NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, code),
  UNIQUE (region_id, sheet_id, act_no),
  FOREIGN KEY (region_id, sheet_id, act_no) REFERENCES sheet_act
);
CREATE INDEX sheet_receipt_category ON sheet_receipt (region_id, category_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sheet_receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON sheet_receipt TO bailang_app;

-- Computing looks for every seal the ledger tells of, also of sheets that are gone.
CREATE INDEX audit_sealed ON audit_entry (region_id, subject_id) WHERE kind = 'sheet.sealed';
