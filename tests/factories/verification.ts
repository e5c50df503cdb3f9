// A small edition on the eve of verification: two verifiers, a secretariat, approved entries with claims.

import { createEdition } from '../../src/actions/edition/create-edition.ts';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { createRegion } from '../../src/actions/people/create-region.ts';
import { type Act, NOBODY, perform } from '../../src/actions/perform.ts';
import { listedPoints } from '../../src/domain/assessment/listed-points.ts';
import type { GrantedRole } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { DAY, type Instant, later } from '../../src/domain/shared/time.ts';
import { shippedInstrument } from '../../src/platform/catalogues.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import { sampleEdition } from '../../src/seeds/sample-edition.ts';
import { claimsOf } from '../../src/store/assessment-verification.read.ts';
import { findActor } from '../../src/store/people.read.ts';
import type { TestDatabase } from '../support/database.ts';

/** The sample edition is laid around this instant: verification from -28 to -10 days, desk from -10 to -4. */
export const SEED_NOW: Instant = '2026-08-20T02:00:00.000Z';
export const IN_VERIFICATION = later(SEED_NOW, -20 * DAY);
export const IN_DESK = later(SEED_NOW, -8 * DAY);

export interface DeskWorld {
  readonly regionId: string;
  readonly editionId: string;
  readonly skpd: string;
  readonly codes: readonly string[];
  readonly people: Readonly<Record<'secretary' | 'ownSecretary' | 'verifier' | 'outside', string>>;
  readonly dinas: string;
  readonly bapperida: string;
  run<T>(person: keyof DeskWorld['people'], act: (act: Act) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** An approved entry; `levels` by code, every claim with one piece of evidence. */
  addEntry(name: string, agencyId: string, levels: Readonly<Record<string, number>>): Promise<{ entryId: string; number: string; snapshotId: string }>;
}

/** Levels that add to the wanted points, filled from the first rows on. Throws when the weights cannot make it. */
export function levelsFor(points: number, fixed: Readonly<Record<string, number>> = {}): Record<string, number> {
  const rows = shippedInstrument('iid-2026').sid;
  const levels: Record<string, number> = Object.fromEntries(rows.map(({ code }) => [code, fixed[code] ?? 0]));
  let left = points - rows.reduce((sum, row) => sum + Number(row.weight) * (levels[row.code] ?? 0), 0);
  for (const row of [...rows].sort((a, b) => Number(b.weight) - Number(a.weight))) {
    if (row.code in fixed) continue;
    const level = Math.min(3, Math.floor(left / Number(row.weight)));
    levels[row.code] = level;
    left -= level * Number(row.weight);
  }
  if (left !== 0) throw new RangeError(`no levels for ${points}`);
  return levels;
}

export async function deskWorld({ owner, platform }: TestDatabase, regionId = platform.newId()): Promise<DeskWorld> {
  const { newId } = platform;
  const must = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
    const done = await outcome;
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  };
  const before = { ...platform, now: () => later(SEED_NOW, -120 * DAY) };
  const system = <T>(act: (act: Act) => Promise<Outcome<T>>) => must(perform(before, { regionId, actor: NOBODY }, act));
  const place = {
    name: 'Kabupaten Uji',
    kind: 'regency',
    zone: 'Asia/Makassar',
    zoneWord: 'WITA',
    prefix: 'BL',
    contact: '',
    isSample: true,
  } as const;
  await system((act) => createRegion(act, { code: regionId.slice(-6), ...place }));
  const [dinas, bapperida] = [newId(), newId()];
  await system((act) => createAgency(act, { agencyId: dinas, name: 'Dinas Uji', shortName: 'Dinas', kind: 'skpd' }));
  await system((act) => createAgency(act, { agencyId: bapperida, name: 'Bapperida Uji', shortName: 'Bapperida', kind: 'skpd' }));
  const from = later(SEED_NOW, -400 * DAY);
  const person = async (name: string, role: GrantedRole | null, agencyId: string | null): Promise<string> => {
    const personId = newId();
    await owner.run('INSERT INTO person (region_id, person_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)', [
      regionId,
      personId,
      name,
      `${personId}@uji.example`,
      from,
    ]);
    if (role)
      await owner.run('INSERT INTO role_grant (region_id, grant_id, person_id, role, granted_from) VALUES ($1, $2, $3, $4, $5)', [
        regionId,
        newId(),
        personId,
        role,
        from,
      ]);
    if (agencyId === null) return personId;
    const seatId = newId();
    await owner.run('INSERT INTO seat (region_id, seat_id, agency_id, title) VALUES ($1, $2, $3, $4)', [regionId, seatId, agencyId, 'Staf']);
    await owner.run('INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from) VALUES ($1, $2, $3, $4, $5)', [
      regionId,
      newId(),
      seatId,
      personId,
      from,
    ]);
    return personId;
  };
  const people = {
    secretary: await person('Sekretaris', 'secretariat', null),
    ownSecretary: await person('Sekretaris Bapperida', 'secretariat', bapperida),
    verifier: await person('Verifikator Bapperida', 'verifier', bapperida),
    outside: await person('Verifikator Dinas', 'verifier', dinas),
  };
  const run: DeskWorld['run'] = async (who, act) => {
    const actor = await findActor(platform.db, regionId, people[who], platform.now());
    if (actor === null) throw new Error(`no ${who}`);
    return perform(platform, { regionId, actor }, act);
  };
  const plan = sampleEdition(newId, SEED_NOW);
  const secretary = await findActor(platform.db, regionId, people.secretary, before.now());
  await must(perform(before, { regionId, actor: secretary ?? NOBODY }, (act) => createEdition(act, plan)));
  const codes = shippedInstrument('iid-2026').sid.map(({ code }) => code);
  const skpd = plan.categories[0]?.categoryId ?? '';
  let serial = 0;
  return {
    regionId,
    editionId: plan.editionId,
    skpd,
    codes,
    people,
    dinas,
    bapperida,
    run,
    async addEntry(name, agencyId, levels) {
      serial += 1;
      const [entryId, innovationId, snapshotId] = [newId(), newId(), newId()];
      const number = `BL-2026-${String(serial).padStart(4, '0')}`;
      const at = later(SEED_NOW, -40 * DAY);
      const starter = people.secretary;
      await owner.run('INSERT INTO innovation (region_id, innovation_id, agency_id, name, slug, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        regionId,
        innovationId,
        agencyId,
        name,
        `inovasi-${serial}`,
        at,
      ]);
      await owner.run(
        `INSERT INTO entry (region_id, entry_id, edition_id, category_id, innovation_id, agency_id, state, serial, registration_number, started_by, started_at, submitted_at, approved_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'approved', $7, $8, $9, $10, $10, $10)`,
        [regionId, entryId, plan.editionId, skpd, innovationId, agencyId, serial, number, starter, at],
      );
      const evidence = [{ link: 'https://contoh.example/bukti.pdf', label: 'Bukti', pages: '' }];
      const indicators = codes.map((code) => ({
        code,
        level: levels[code] ?? 0,
        basis: null,
        evidence: (levels[code] ?? 0) > 0 ? evidence : [],
      }));
      const points = listedPoints(shippedInstrument('iid-2026'), claimsOf({ indicators }), {});
      await owner.run('UPDATE entry SET claimed_points = $3, verified_points = $4 WHERE region_id = $1 AND entry_id = $2', [
        regionId,
        entryId,
        points.claimed,
        points.verified,
      ]);
      const body = JSON.stringify({ profile: { name, design: 'Rancang bangun uji.' }, indicators });
      await owner.run(
        'INSERT INTO snapshot (region_id, snapshot_id, entry_id, version, body, canon, digest, taken_by, taken_at) VALUES ($1, $2, $3, 1, $4::text::jsonb, $4::text, $5, $6, $7)',
        [regionId, snapshotId, entryId, body, sha256Hex(body), starter, at],
      );
      await owner.run(
        `INSERT INTO approval (region_id, approval_id, entry_id, snapshot_id, decision, decided_by, decided_at) VALUES ($1, $2, $3, $4, 'approved', $5, $6)`,
        [regionId, newId(), entryId, snapshotId, starter, at],
      );
      return { entryId, number, snapshotId };
    },
  };
}
