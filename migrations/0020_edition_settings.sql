-- Settings of an edition that never freeze, what they were before each change, and stages and categories that were taken away before they opened.
ALTER TABLE edition ADD COLUMN prizes jsonb NOT NULL DEFAULT '{}';
ALTER TABLE stage
  -- whether a later stage may only be opened by hand once this one has nothing left to do
  ADD COLUMN exit_check boolean NOT NULL DEFAULT true,
  ADD COLUMN dropped_at timestamptz;
ALTER TABLE category ADD COLUMN dropped_at timestamptz;
-- what was taken away may come back under the same kind or code
ALTER TABLE stage DROP CONSTRAINT stage_region_id_edition_id_kind_key;
CREATE UNIQUE INDEX stage_kind ON stage (region_id, edition_id, kind) WHERE dropped_at IS NULL;
ALTER TABLE category DROP CONSTRAINT category_region_id_edition_id_code_key;
CREATE UNIQUE INDEX category_code ON category (region_id, edition_id, code) WHERE dropped_at IS NULL;

CREATE TABLE edition_change (
  region_id uuid NOT NULL,
  change_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('settings', 'stage', 'category')),
  -- the edition, stage or category that was changed
  subject_id uuid NOT NULL,
  -- null: it was not there; null after: it was taken away
  before jsonb,
  after jsonb,
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, change_id),
  FOREIGN KEY (region_id, edition_id) REFERENCES edition,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
);
CREATE INDEX edition_change_edition ON edition_change (region_id, edition_id, changed_at);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON edition_change TO bailang_app;
