-- Work on many entries at once: who did what to which of them. For half a minute it can be taken back, and nobody is told before that.
CREATE TABLE bulk_act (
  region_id uuid NOT NULL,
  bulk_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('assign', 'remind')),
  -- the verifier the entries were given to
  person_id uuid,
  entry_ids uuid[] NOT NULL CHECK (cardinality(entry_ids) BETWEEN 1 AND 2000),
  acted_by uuid NOT NULL,
  acted_at timestamptz NOT NULL,
  undone_at timestamptz,
  told_at timestamptz,
  PRIMARY KEY (region_id, bulk_id),
  FOREIGN KEY (region_id, edition_id) REFERENCES edition,
  FOREIGN KEY (region_id, acted_by) REFERENCES person,
  FOREIGN KEY (region_id, person_id) REFERENCES person,
  CHECK ((kind = 'assign') = (person_id IS NOT NULL)),
  CHECK (undone_at IS NULL OR told_at IS NULL)
);
GRANT SELECT, INSERT, UPDATE (undone_at, told_at) ON bulk_act TO bailang_app;
