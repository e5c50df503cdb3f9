-- Catalogues that a region brought in. The code holds a part of the digest, so that it names one content for ever; an adopted one may be bound
-- to an edition and rules the index of its year and later ones.
CREATE TABLE catalogue (
  region_id uuid NOT NULL REFERENCES region,
  code text NOT NULL CHECK (code ~ '^iid-[0-9]{4}-[0-9a-f]{8}$'),
  year smallint NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  body text NOT NULL CHECK (length(body) <= 1000000),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  imported_by uuid NOT NULL,
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, code)
);
CREATE TABLE catalogue_adoption (
  region_id uuid NOT NULL,
  code text NOT NULL,
  decree text NOT NULL CHECK (length(decree) BETWEEN 1 AND 200),
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 1000),
  adopted_by uuid NOT NULL,
  adopted_at timestamptz NOT NULL,
  PRIMARY KEY (region_id, code),
  FOREIGN KEY (region_id, code) REFERENCES catalogue
);
DO $$
DECLARE ledger text;
BEGIN
  FOREACH ledger IN ARRAY ARRAY['catalogue', 'catalogue_adoption'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', ledger);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO bailang_app', ledger);
  END LOOP;
END $$;

-- the desk instrument of an edition is a part of its history too
ALTER TABLE edition_change DROP CONSTRAINT edition_change_part_check;
ALTER TABLE edition_change ADD CHECK (part IN ('settings', 'stage', 'category', 'instrument'));
