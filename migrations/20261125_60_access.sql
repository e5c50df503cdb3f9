-- Who may become whom: a deciding role, the activation of its account and the reset of a way in count once a second person has said so.

-- A grant, or a way to it by a seat, that nobody has confirmed yet gives nothing. What stood before this rule stands.
ALTER TABLE role_grant ADD COLUMN waiting boolean NOT NULL DEFAULT false;
ALTER TABLE seat_holding ADD COLUMN waiting boolean NOT NULL DEFAULT false;

CREATE TABLE access_request (
  region_id uuid NOT NULL,
  request_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('role', 'seat-role', 'seat', 'activation', 'reset', 'factor-off', 'sso')),
  -- whom it raises, or whose way in it changes; null: a role given to a seat that nobody holds
  person_id uuid,
  role text,
  grant_id uuid,
  seat_id uuid,
  holding_id uuid,
  edition_id uuid,
  category_id uuid,
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
  -- null: nobody of the house, but whoever read a mail or came by the office's sign-on
  asked_by uuid,
  asked_at timestamptz NOT NULL,
  -- two: a second person confirms. wait: there was none, it takes effect by itself unless stopped. alone: set up before the first registration.
  route text NOT NULL CHECK (route IN ('two', 'wait', 'alone')),
  due_at timestamptz,
  confirmed_by uuid,
  by_own_code boolean NOT NULL DEFAULT false,
  effective_at timestamptz,
  stopped_by uuid,
  stopped_at timestamptz,
  -- alone: who looked at it afterwards
  reviewed_by uuid,
  reviewed_at timestamptz,
  PRIMARY KEY (region_id, request_id),
  FOREIGN KEY (region_id, person_id) REFERENCES person,
  FOREIGN KEY (region_id, grant_id) REFERENCES role_grant,
  FOREIGN KEY (region_id, holding_id) REFERENCES seat_holding,
  FOREIGN KEY (region_id, asked_by) REFERENCES person,
  FOREIGN KEY (region_id, confirmed_by) REFERENCES person,
  CHECK ((route = 'wait') = (due_at IS NOT NULL)),
  CHECK (confirmed_by IS NULL OR effective_at IS NOT NULL),
  CHECK (confirmed_by IS DISTINCT FROM asked_by OR confirmed_by IS NULL),
  -- nobody raises themselves, but for whoever proves it with a code they had before
  CHECK (confirmed_by IS NULL OR by_own_code = (confirmed_by IS NOT DISTINCT FROM person_id)),
  CHECK (effective_at IS NULL OR stopped_at IS NULL OR (route = 'alone' AND stopped_at >= effective_at)),
  CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL))
);
CREATE INDEX access_request_open ON access_request (region_id, person_id) WHERE effective_at IS NULL AND stopped_at IS NULL;
CREATE INDEX access_request_alone ON access_request (region_id) WHERE route = 'alone' AND reviewed_at IS NULL AND stopped_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON access_request TO bailang_app;

-- Accounts that decide nothing for now: activated or reset by a link, or tied to the office's sign-on, and not confirmed yet.
CREATE VIEW access_held AS
  SELECT DISTINCT region_id, person_id FROM access_request
  WHERE kind IN ('activation', 'reset', 'sso') AND effective_at IS NULL AND stopped_at IS NULL;

-- Every grant that falls to somebody from-to, with whether it is waiting for a second person.
CREATE VIEW grant_asked AS
  SELECT g.region_id, g.grant_id, g.person_id, g.seat_id, g.role, g.edition_id, g.category_id, g.granted_from, g.granted_until, g.waiting FROM role_grant g
  WHERE g.person_id IS NOT NULL
  UNION ALL
  SELECT g.region_id, g.grant_id, h.person_id, g.seat_id, g.role, g.edition_id, g.category_id, greatest(g.granted_from, h.held_from), least(g.granted_until, h.held_until),
    g.waiting OR (h.waiting AND g.role IN ('juror', 'chair', 'leader', 'secretariat', 'admin'))
  FROM role_grant g JOIN seat_holding h ON h.region_id = g.region_id AND h.seat_id = g.seat_id;

CREATE VIEW grant_waiting AS
  SELECT a.region_id, a.grant_id, a.person_id, a.seat_id, a.role, a.edition_id, a.category_id, a.granted_from, a.granted_until FROM grant_asked a
  WHERE a.waiting OR (a.role IN ('juror', 'chair', 'leader', 'secretariat', 'admin')
    AND EXISTS (SELECT 1 FROM access_held x WHERE x.region_id = a.region_id AND x.person_id = a.person_id));

-- What counts.
CREATE OR REPLACE VIEW grant_holder AS
  SELECT a.region_id, a.grant_id, a.person_id, a.seat_id, a.role, a.edition_id, a.category_id, a.granted_from, a.granted_until FROM grant_asked a
  WHERE NOT a.waiting AND (a.role NOT IN ('juror', 'chair', 'leader', 'secretariat', 'admin')
    OR NOT EXISTS (SELECT 1 FROM access_held x WHERE x.region_id = a.region_id AND x.person_id = a.person_id));
GRANT SELECT ON access_held, grant_asked, grant_waiting TO bailang_app;

-- How a link came to be: by somebody of the house, by a mail asked for, or by whoever has the machine.
ALTER TABLE link_token ADD COLUMN route text NOT NULL DEFAULT 'hand' CHECK (route IN ('hand', 'mail', 'machine'));
