import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneEdition } from '../../src/actions/edition/clone-edition.ts';
import { recordHistory } from '../../src/actions/edition/record-history.ts';
import { startEntry } from '../../src/actions/innovation/start.ts';
import { keepCatalogue } from '../../src/actions/instrument/keep-catalogue.ts';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { type Limited, MOST } from '../../src/domain/operations/limits.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { later, MINUTE } from '../../src/domain/shared/time.ts';
import { shippedCatalogues } from '../../src/platform/catalogues.ts';
import { hasWords, say } from '../../src/texts/id/say.ts';
import { type EditionGround, editionGround } from '../factories/edition.ts';
import { type Door, DURING, openDoor } from '../factories/innovation.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);

test('every bound has its sentence with its number', () => {
  for (const [thing, most] of Object.entries(MOST) as [Limited, number][]) {
    expect(hasWords(`limit.${thing}`)).toBe(true);
    expect(say({ code: `limit.${thing}`, facts: { most } })).toContain(String(most));
  }
});

describe('an agency and its people', () => {
  let db: TestDatabase;
  let door: Door;
  beforeAll(async () => {
    db = await testDatabase(DURING);
    door = await openDoor(db);
  });
  afterAll(() => db.end());

  const doing = (act: (a: Act) => Promise<Outcome<unknown>>, actor = door.own.innovator) =>
    perform(db.platform, { regionId: door.regionId, actor }, act).then(codeOf);

  test('start entries up to the bound of their edition', async () => {
    const { regionId, editionId, categoryId, own } = door;
    await db.owner.run(
      `INSERT INTO innovation (region_id, innovation_id, agency_id, name, slug, created_at)
       SELECT $1, gen_random_uuid(), $2, 'Uji ' || n, 'uji-' || n, $3 FROM generate_series(1, $4::int) AS n`,
      [regionId, own.agencyId, DURING, MOST.entries - 1],
    );
    await db.owner.run(
      `INSERT INTO entry (region_id, entry_id, edition_id, category_id, innovation_id, agency_id, state, started_by, started_at)
       SELECT region_id, gen_random_uuid(), $2, $3, innovation_id, agency_id, 'draft', $4, $5 FROM innovation WHERE region_id = $1`,
      [regionId, editionId, categoryId, own.innovator.personId, DURING],
    );
    const input = (name: string) => ({ entryId: db.platform.newId(), innovationId: db.platform.newId(), agencyId: own.agencyId, categoryId, name });
    const last = input('Yang Terakhir');
    expect(await doing((act) => startEntry(act, last))).toBe('ok');
    expect(await doing((act) => startEntry(act, input('Satu Lagi')))).toBe('limit.entries');
    expect(await doing((act) => startEntry(act, last))).toBe('ok');
  });

  test('make links up to the bound of an hour', async () => {
    const maker = door.own.innovator;
    await db.owner.run(
      `INSERT INTO link_token (region_id, token_sha256, link_id, kind, person_id, expires_at, created_at, created_by)
       SELECT $1, sha256(n::text::bytea), gen_random_uuid(), 'invitation', $2, $3::timestamptz + interval '1 day', $3, $2 FROM generate_series(1, $4::int) AS n`,
      [door.regionId, maker.personId, DURING, MOST.links - 1],
    );
    const invite = (n: number) =>
      doing((act) => invitePerson(act, { personId: act.newId(), name: `Orang ${n}`, nip: null, email: `orang${n}@contoh.example` }));
    expect([await invite(1), await invite(2)]).toEqual(['ok', 'limit.links']);
    db.at(later(DURING, 61 * MINUTE));
    expect(await invite(3)).toBe('ok');
  });
});

describe('a region', () => {
  let db: TestDatabase;
  let ground: EditionGround;
  beforeAll(async () => {
    db = await testDatabase();
    ground = await editionGround(db);
  });
  afterAll(() => db.end());

  const doing = (act: (a: Act) => Promise<Outcome<unknown>>) => perform(db.platform, { regionId: ground.regionId, actor: ground.secretary }, act).then(codeOf);

  test('keeps editions up to the bound, the remembered ones among them', async () => {
    const history = { sources: [] } as unknown as Parameters<typeof recordHistory>[1]['history'];
    const remember = (year: number) => doing((act) => recordHistory(act, { editionId: act.newId(), year, name: `Lomba ${year}`, history }));
    const [counted] = await db.db.all<{ n: number }>('SELECT count(*)::int AS n FROM edition WHERE region_id = $1', [ground.regionId]);
    const left = MOST.editions - (counted?.n ?? 0);
    for (let n = 0; n < left; n += 1) expect(await remember(2101 + n)).toBe('ok');
    expect(await remember(2190)).toBe('limit.editions');
    const copy = { editionId: db.platform.newId(), fromYear: 2026, year: 2027, name: 'Lomba 2027', venue: '', reason: 'disalin dari edisi 2026' };
    expect(await doing((act) => cloneEdition(act, copy))).toBe('limit.editions');
  });

  test('keeps catalogues up to the bound; one that it has already is no new one', async () => {
    const shipped = JSON.parse(shippedCatalogues().get('iid-2026')?.text ?? '{}');
    const keep = (note: string) => doing((act) => keepCatalogue(act, JSON.stringify({ ...shipped, note }), true));
    expect(await keep('satu')).toBe('ok');
    await db.owner.run(
      `INSERT INTO catalogue (region_id, code, year, body, digest, imported_by, imported_at)
       SELECT $1, 'iid-2001-' || lpad(to_hex(n), 8, '0'), 2001, 'x', lpad(to_hex(n), 64, '0'), $2, now() FROM generate_series(1, $3::int) AS n`,
      [ground.regionId, db.platform.newId(), MOST.catalogues - 1],
    );
    expect([await keep('dua'), await keep('satu')]).toEqual(['limit.catalogues', 'ok']);
  });
});
