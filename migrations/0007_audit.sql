-- The ledger: one chain per region. facts is the canonical text that was hashed.
CREATE TABLE audit_entry (
  region_id uuid NOT NULL REFERENCES region,
  seq bigint NOT NULL CHECK (seq >= 1),
  kind text NOT NULL,
  actor_id uuid,
  subject_id uuid,
  acted_at timestamptz NOT NULL,
  facts text NOT NULL,
  previous text NOT NULL CHECK (previous ~ '^[0-9a-f]{64}$'),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (region_id, seq)
);
CREATE INDEX audit_subject ON audit_entry (region_id, subject_id);
-- The head row is locked last in every act, so that the chain never forks.
CREATE TABLE audit_head (
  region_id uuid PRIMARY KEY REFERENCES region,
  seq bigint NOT NULL,
  digest text NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE ledger text;
BEGIN
  FOREACH ledger IN ARRAY ARRAY['audit_entry', 'snapshot', 'approval', 'verdict', 'sheet_history', 'sheet_act', 'profile_part_history', 'claim_history',
    'category_rules', 'category_rubric', 'stage_change', 'shortlist', 'shortlist_announcement', 'result_version', 'result_signature', 'result_certification', 'publication'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', ledger);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO bailang_app', ledger);
  END LOOP;
  FOREACH ledger IN ARRAY ARRAY['region', 'agency', 'person', 'seat', 'seat_holding', 'role_grant', 'session', 'link_token', 'edition', 'stage', 'category',
    'innovation', 'entry', 'registration_counter', 'profile_part', 'claim', 'evidence', 'repair_note', 'panel_juror', 'sheet', 'audit_head'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO bailang_app', ledger);
  END LOOP;
  FOREACH ledger IN ARRAY ARRAY['stored_file', 'conflict_confirmation', 'recusal', 'finalist'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO bailang_app', ledger);
  END LOOP;
  FOREACH ledger IN ARRAY ARRAY['sign_in_failure', 'entry_member', 'verification_assignment'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO bailang_app', ledger);
  END LOOP;
END $$;
