-- Seats change hands: delegation with dates, handover with two confirmations, roles that stay with the seat.

-- A delegate holds the seat beside its holder, from-to: Plt., Plh., or in the holder's name. A delegation taken back before it began has no length.
ALTER TABLE seat_holding
  ADD COLUMN delegation text CHECK (delegation IN ('plt', 'plh', 'an')),
  ADD COLUMN delegated_by uuid,
  ADD COLUMN letter text NOT NULL DEFAULT '' CHECK (length(letter) <= 120),
  DROP CONSTRAINT seat_holding_check,
  ADD CONSTRAINT seat_holding_window CHECK (held_until IS NULL OR held_until > held_from OR (delegation IS NOT NULL AND held_until = held_from)),
  ADD CONSTRAINT seat_holding_delegation CHECK ((delegation IS NULL) = (delegated_by IS NULL) AND (delegation IS NULL OR held_until IS NOT NULL)),
  ADD FOREIGN KEY (region_id, delegated_by) REFERENCES person;
CREATE INDEX seat_holding_seat ON seat_holding (region_id, seat_id, held_from);

CREATE TABLE handover (
  region_id uuid NOT NULL,
  handover_id uuid NOT NULL,
  seat_id uuid NOT NULL,
  -- who held the seat; null: it was empty
  giver_id uuid,
  receiver_id uuid NOT NULL,
  letter text NOT NULL DEFAULT '' CHECK (length(letter) <= 120),
  -- the first confirmation: the giver's, or an admin's in their place
  given_by uuid NOT NULL,
  given_at timestamptz NOT NULL,
  -- the second: the receiver's
  received_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  PRIMARY KEY (region_id, handover_id),
  FOREIGN KEY (region_id, seat_id) REFERENCES seat,
  FOREIGN KEY (region_id, giver_id) REFERENCES person,
  FOREIGN KEY (region_id, receiver_id) REFERENCES person,
  FOREIGN KEY (region_id, given_by) REFERENCES person,
  CHECK (giver_id IS DISTINCT FROM receiver_id),
  CHECK (received_at IS NULL OR ended_at IS NULL),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX handover_open_once ON handover (region_id, seat_id) WHERE received_at IS NULL AND ended_at IS NULL;
CREATE INDEX handover_receiver ON handover (region_id, receiver_id) WHERE received_at IS NULL AND ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON handover TO bailang_app;

-- A role given to a seat goes with whoever holds it.
ALTER TABLE role_grant
  ALTER COLUMN person_id DROP NOT NULL,
  ADD COLUMN seat_id uuid,
  ADD FOREIGN KEY (region_id, seat_id) REFERENCES seat,
  ADD CONSTRAINT role_grant_holder CHECK ((person_id IS NULL) <> (seat_id IS NULL)),
  -- jurors and chairs are chosen as persons
  ADD CONSTRAINT role_grant_of_seat CHECK (seat_id IS NULL OR role IN ('secretariat', 'verifier', 'leader', 'admin', 'province'));
DROP INDEX role_grant_once;
CREATE UNIQUE INDEX role_grant_once ON role_grant (region_id, person_id, seat_id, role, edition_id, category_id) NULLS NOT DISTINCT WHERE granted_until IS NULL;
CREATE INDEX role_grant_seat ON role_grant (region_id, seat_id) WHERE seat_id IS NOT NULL;

-- Every grant with the person it falls to, from-to: directly, or for as long as they hold or stand in for the seat.
CREATE VIEW grant_holder AS
  SELECT region_id, grant_id, person_id, seat_id, role, edition_id, category_id, granted_from, granted_until FROM role_grant WHERE person_id IS NOT NULL
  UNION ALL
  SELECT g.region_id, g.grant_id, h.person_id, g.seat_id, g.role, g.edition_id, g.category_id, greatest(g.granted_from, h.held_from), least(g.granted_until, h.held_until)
  FROM role_grant g JOIN seat_holding h ON h.region_id = g.region_id AND h.seat_id = g.seat_id;
GRANT SELECT ON grant_holder TO bailang_app;

-- As whom a head's decision was made: null by the holder, else by a delegate.
ALTER TABLE approval ADD COLUMN decided_as text CHECK (decided_as IN ('plt', 'plh', 'an'));
