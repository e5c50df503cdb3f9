// For every promise, the damage that breaks it: SQL run by the owner with triggers and keys asleep.

const ONE = (table: string, key: string, filter = 'true') => `(SELECT ${key} FROM ${table} WHERE ${filter} ORDER BY ${key} LIMIT 1)`;
const SEALED = ONE('sheet', 'sheet_id', "state = 'sealed'");
const ENTRY = ONE('entry', 'entry_id', "state = 'eligible'");
const RESULT = ONE('result_version', 'result_id');

const HANDOVER = `INSERT INTO handover (region_id, handover_id, seat_id, giver_id, receiver_id, given_by, given_at, received_at)
  SELECT region_id, gen_random_uuid(), seat_id, NULL, person_id, person_id, held_from, held_from + interval '1 hour' FROM seat_holding WHERE held_until IS NULL LIMIT 1`;
const DELEGATION = `INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from, held_until, delegation, delegated_by)
  SELECT region_id, gen_random_uuid(), seat_id, person_id, now(), now() + interval '1 day', 'plh', person_id FROM seat_holding WHERE held_until IS NULL
  ORDER BY holding_id LIMIT 1`;

const CATALOGUE = `INSERT INTO catalogue SELECT region_id, 'iid-2026-' || left(d, 8), 2026, '{}', d, region_id, now()
  FROM region, (SELECT encode(sha256('{}'), 'hex') AS d) x LIMIT 1`;

/** Promise -> statements. `{region}` stands for the region's id. */
/** A signing key of somebody that no row of the ledger knows. */
function signingKey(more: Readonly<Record<string, string>> = {}): string {
  const columns = ['region_id', 'person_id', ...Object.keys(more)];
  return `INSERT INTO signing_key (credential_id, public_key, algorithm, rp_id, origin, name, enrolled_at, after_opening, ${columns.join(', ')})
    SELECT 'a', '', -7, 'localhost', 'http://localhost', 'Kunci', now(), false, ${['region_id', 'person_id', ...Object.values(more)].join(', ')} FROM person LIMIT 1`;
}

export const DAMAGE: Readonly<Record<string, readonly string[]>> = {
  'entry.number-has-its-form': [`UPDATE entry SET registration_number = 'BL-1999-0001' WHERE entry_id = ${ENTRY}`],
  'entry.serials-have-no-gap': ['UPDATE registration_counter SET last_serial = last_serial + 1'],
  'entry.submitted-has-snapshot': [`DELETE FROM snapshot WHERE entry_id = ${ENTRY}`],
  'entry.approved-has-approval': [`DELETE FROM approval WHERE entry_id = ${ENTRY}`],
  'entry.category-is-of-its-edition': [
    `UPDATE entry SET edition_id = (SELECT edition_id FROM edition WHERE kind = 'history' LIMIT 1) WHERE entry_id = ${ENTRY}`,
  ],
  'entry.withdrawn-before-approval': [`UPDATE entry SET state = 'withdrawn' WHERE entry_id = ${ENTRY}`],
  'snapshot.digest-holds': [`UPDATE snapshot SET digest = repeat('0', 64) WHERE snapshot_id = ${ONE('snapshot', 'snapshot_id')}`],
  'snapshot.body-is-its-canon': [`UPDATE snapshot SET body = body || '{"x": 1}' WHERE snapshot_id = ${ONE('snapshot', 'snapshot_id')}`],
  'profile.newest-is-in-history': ['UPDATE profile_part SET fields = fields || \'{"name": "lain"}\' WHERE part = 1'],
  'claim.newest-is-in-history': ["UPDATE claim SET level = 0 WHERE indicator = 'SID-16' AND level > 0"],
  'stage.window-follows-its-changes': [
    `INSERT INTO stage_change SELECT region_id, stage_id, stage_id, opens_at, closes_at, opens_at, closes_at + interval '1 day', 'contoh', region_id, now() FROM stage LIMIT 1`,
  ],
  'edition.stands-as-changed': [
    `INSERT INTO edition_change SELECT region_id, edition_id, edition_id, 'settings', edition_id, NULL, '{"name": "lain"}', 'contoh', edition_id, now()
       FROM edition WHERE kind = 'live'`,
  ],
  'stage.dropped-before-it-opened': ["UPDATE stage SET dropped_at = opens_at + interval '1 day' WHERE kind = 'desk'"],
  'catalogue.is-its-digest': [CATALOGUE, "UPDATE catalogue SET body = body || ' '"],
  'catalogue.never-backwards': [CATALOGUE, "INSERT INTO catalogue_adoption SELECT region_id, code, 'SK', 'contoh', imported_by, '2100-01-01' FROM catalogue"],
  'rules.versions-have-no-gap': ['UPDATE category_rules SET version = 2'],
  'rules.frozen-after-verification-opened': [
    "INSERT INTO category_rules SELECT region_id, category_id, 2, body, 'contoh', '', decided_by, '2100-01-01' FROM category_rules WHERE version = 1",
  ],
  'session.none-for-disabled-people': [
    "INSERT INTO session SELECT region_id, person_id, sha256('x'), person_id, now(), now(), NULL FROM person LIMIT 1",
    'UPDATE person SET disabled_at = now()',
  ],
  'access.counts-once-confirmed': ['UPDATE access_request SET effective_at = NULL, confirmed_by = NULL'],
  'access.two-have-a-second': ['UPDATE access_request SET confirmed_by = NULL'],
  'access.is-in-the-ledger': ['UPDATE access_request SET request_id = gen_random_uuid()'],
  'handover.received-moved-the-seat': [HANDOVER],
  'handover.received-is-in-the-ledger': [HANDOVER],
  'delegation.one-at-a-time': [DELEGATION, DELEGATION],
  'agency.merged-holds-no-seat': [
    `INSERT INTO agency_merge SELECT a.region_id, a.agency_id, b.agency_id, now(), a.agency_id, 'contoh' FROM agency a JOIN agency b ON b.agency_id > a.agency_id
       WHERE a.kind = 'skpd' ORDER BY a.agency_id LIMIT 1`,
  ],
  'agency.is-called-as-renamed': [
    "INSERT INTO agency_rename SELECT region_id, agency_id, agency_id, name, short_name, kind, 'Nama lain', short_name, kind, 'contoh', agency_id, now() FROM agency LIMIT 1",
  ],
  'verdict.snapshot-is-of-its-entry': [`UPDATE verdict SET entry_id = ${ENTRY} WHERE entry_id <> ${ENTRY}`],
  'verdict.never-on-the-own-agency': ["UPDATE verdict SET given_by = (SELECT person_id FROM person WHERE email = 'inovator.disdukcapil@contoh.example')"],
  'bulk.taken-back-holds-nothing': [
    `INSERT INTO bulk_act SELECT v.region_id, v.entry_id, e.edition_id, 'assign', v.person_id, ARRAY[v.entry_id], v.assigned_by, v.assigned_at, v.assigned_at + interval '9 seconds'
       FROM verification_assignment v JOIN entry e USING (region_id, entry_id) LIMIT 1`,
  ],
  'sheet.never-for-a-recused-pair': [
    `INSERT INTO recusal SELECT region_id, entry_id, juror_id, 'declared', 'contoh', now() FROM sheet WHERE sheet_id = ${SEALED}`,
  ],
  'sheet.never-with-a-conflict': [
    `UPDATE sheet SET juror_id = (SELECT h.person_id FROM seat_holding h JOIN seat t USING (region_id, seat_id) JOIN entry e ON e.agency_id = t.agency_id
       WHERE e.entry_id = sheet.entry_id LIMIT 1) WHERE sheet_id = ${SEALED}`,
  ],
  'sheet.only-for-finalists': ['DELETE FROM finalist'],
  'sheet.only-after-confirmation': ['DELETE FROM conflict_confirmation'],
  'sheet.follows-the-rubric': [
    "INSERT INTO category_rubric SELECT region_id, category_id, version + 1, body, 'contoh', decided_by, decided_at FROM category_rubric",
  ],
  'sheet.newest-is-in-history': [`UPDATE sheet SET comment = 'lain' WHERE sheet_id = ${SEALED}`],
  'sheet.sealed-has-its-act': [`UPDATE sheet SET digest = repeat('0', 64) WHERE sheet_id = ${SEALED}`],
  'sheet.open-is-not-sealed-last': [`UPDATE sheet SET state = 'draft', digest = NULL WHERE sheet_id = ${SEALED}`],
  'sheet.no-score-after-its-seal': [
    `INSERT INTO sheet_history SELECT region_id, sheet_id, revision + 1, scores, comment, saved_by, '2100-01-01' FROM sheet_history WHERE sheet_id = ${SEALED}`,
  ],
  'finalist.is-announced-and-eligible': ['DELETE FROM shortlist_announcement'],
  'result.digest-holds': [`UPDATE result_version SET digest = repeat('0', 64) WHERE result_id = ${RESULT}`],
  'signature.carries-the-digest': [`UPDATE result_signature SET digest = repeat('0', 64) WHERE result_id = ${RESULT}`],
  'signature.is-by-the-panel': [
    "UPDATE result_signature SET person_id = (SELECT person_id FROM person WHERE email = 'admin@contoh.example') WHERE capacity = 'chair'",
  ],
  'signing-key.is-as-enrolled': [signingKey()],
  'signing-key.is-confirmed-by-another': [signingKey({ confirmed_by: 'region_id', confirmed_at: 'now()' })],
  'signing-key.end-is-said': [signingKey({ ended_by: 'person_id', ended_at: 'now()' })],
  'signing-key.is-no-way-in': [
    signingKey(),
    `INSERT INTO passkey (region_id, credential_id, person_id, public_key, counter, name, created_at) SELECT region_id, credential_id, person_id, public_key, 0, name, now() FROM signing_key`,
  ],
  'signature.is-said-in-the-ledger': [`UPDATE result_signature SET confirmed_with = 'password-and-factor' WHERE result_id = ${RESULT}`],
  'signature.still-holds': [
    `UPDATE result_signature SET confirmed_with = NULL, credential_id = 'a', assertion = '{"credentialId":"a"}' WHERE result_id = ${RESULT}`,
  ],
  'certification.has-every-signature': ["DELETE FROM result_signature WHERE capacity = 'chair'"],
  'certification.is-by-somebody-else': ['UPDATE result_version SET computed_by = (SELECT certified_by FROM result_certification LIMIT 1)'],
  'publication.is-certified-and-by-somebody-else': ['DELETE FROM result_certification'],
  'bundle.digest-holds': ["UPDATE publication_bundle SET digest = repeat('0', 64)"],
  'bundle.recomputes': ['UPDATE publication_bundle SET body = regexp_replace(body, \'"rank":1\', \'"rank":2\')'],
  'publication.digest-holds': ["UPDATE publication SET body = body || '{\"year\": 1999}' WHERE kind = 'result'"],
  'ledger.head-is-the-last-row': ['UPDATE audit_head SET seq = seq - 1'],
  'ledger.has-each-submission': ["DELETE FROM audit_entry WHERE kind = 'entry.submitted'"],
  'ledger.has-each-seal': ["DELETE FROM audit_entry WHERE kind = 'sheet.sealed'"],
  'ledger.has-each-result': ["DELETE FROM audit_entry WHERE kind = 'result.computed'"],
  'ledger.has-each-certification': ["DELETE FROM audit_entry WHERE kind = 'result.certified'"],
  'ledger.has-each-publication': ["DELETE FROM audit_entry WHERE kind = 'result.published'"],
  'ledger.has-each-verdict': [`DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry WHERE kind = 'verdict.given')`],
  'spd.revisions-have-no-gap': ['UPDATE region_spd_level SET revision = revision + 10'],
  'ledger.has-each-spd-save': ["UPDATE region_spd_level SET level = 0 WHERE indicator = 'SPD-12'"],
  'message.reminds-once-a-day': [
    `INSERT INTO message (region_id, message_id, person_id, kind, about_id, created_at, state, due_at, settled_at)
     SELECT region_id, gen_random_uuid(), person_id, 'remind-sheets', person_id, at, 'box', at, at
     FROM person, (VALUES ('2026-08-19T02:00:00Z'::timestamptz), ('2026-08-20T01:59:59Z')) twice (at) WHERE email = 'admin@contoh.example'`,
  ],
  'message.reset-by-mail-is-short': ["UPDATE link_token SET kind = 'reset', created_by = NULL, expires_at = created_at + interval '16 minutes'"],
  'ledger.chain-holds': ['UPDATE audit_entry SET kind = kind || chr(120) WHERE seq = 100'],
  'result.recomputes': ["UPDATE result_version SET body = jsonb_set(body, '{entries,0,final,rounded}', '\"99.99\"')"],
  'sheet.total-recomputes': [`UPDATE sheet SET total_num = total_num + 1 WHERE sheet_id = ${SEALED}`],
  'entry.points-recompute': [`UPDATE entry SET verified_points = verified_points - 1 WHERE entry_id = ${ENTRY}`],
  'file.is-in-the-store': ['UPDATE stored_file SET bytes = bytes + 1'],
};
