// A small jury week: one edition, one category, people by direct SQL; three verified entries that the desk announced as finalists.

import { appointJuror, type JurorAppointment } from '../../src/actions/jury/appoint-juror.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { announceFinalists } from '../../src/actions/result/announce-finalists.ts';
import { computeDeskShortlist } from '../../src/actions/result/compute-shortlist.ts';
import type { CategoryRules } from '../../src/domain/edition/category.ts';
import type { Rubric } from '../../src/domain/instrument/rubric.ts';
import type { Actor, GrantedRole, SeatHolding } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import type { Queryable } from '../../src/platform/db.ts';
import type { TestDatabase } from '../support/database.ts';
import { levelsFor } from './verification.ts';

export const NOW = '2026-08-19T02:00:00.000Z';
export const PLENARY = '2026-08-20T02:00:00.000Z';

export const RUBRIC: Rubric = {
  version: 1,
  criteria: [
    { code: 'KEB', name: 'Kebaruan', weight: '60', min: '0', max: '100', step: '0.5', entry: 'number' },
    { code: 'MAN', name: 'Manfaat', weight: '40', min: '0', max: '100', step: '0.5', entry: 'number' },
  ],
  scale: 'raw',
  minJurors: 2,
  decimals: 2,
  rankOn: 'rounded',
  percent: true,
  aggregate: 'mean',
  trim: 0,
};

export const RULES: CategoryRules = {
  whoEnters: ['skpd'],
  approver: 'head',
  floor: '50',
  shortlist: { kind: 'top', n: 3 },
  cut: 'unresolved',
  deskLadder: ['decision'],
  deskShare: '40',
  juryShare: '60',
  finalLadder: ['jury', 'criterion:KEB', 'desk', 'decision'],
  winners: 1,
  lot: null,
};

export interface JuryWeek {
  readonly regionId: string;
  readonly editionId: string;
  readonly categoryId: string;
  readonly agencies: readonly string[];
  readonly entries: readonly { readonly entryId: string; readonly number: string }[];
  readonly jurors: readonly Actor[];
  readonly secretariat: Actor;
  readonly publisher: Actor;
  readonly leader: Actor;
}

const POINTS = [90, 90, 80];

/** Lays the week; the third juror once held a seat in the agency of the third finalist. */
export async function juryWeek(test: TestDatabase, rubric: Rubric = RUBRIC, rules: CategoryRules = RULES): Promise<JuryWeek> {
  const { owner } = test;
  const id = test.platform.newId;
  const [regionId, editionId, categoryId] = [id(), id(), id()];
  await owner.run(`INSERT INTO region (region_id, code, name, kind, prefix, is_sample) VALUES ($1, '63.11', 'Kabupaten Balangan', 'regency', 'BL', true)`, [
    regionId,
  ]);
  await owner.run(
    `INSERT INTO edition (region_id, edition_id, year, name, kind, instrument, created_at) VALUES ($1, $2, 2026, 'BAILANG 2026', 'live', 'iid-2026', $3)`,
    [regionId, editionId, NOW],
  );
  await stage(owner, regionId, editionId, id(), 'desk', '2026-08-10T00:00:00Z', '2026-08-20T00:00:00Z');
  await stage(owner, regionId, editionId, id(), 'presentation', '2026-08-17T00:00:00Z', '2026-08-20T00:00:00Z');
  await stage(owner, regionId, editionId, id(), 'plenary', '2026-08-20T00:00:00Z', '2026-08-25T00:00:00Z');
  await owner.run(`INSERT INTO category (region_id, edition_id, category_id, code, name, position) VALUES ($1, $2, $3, 'skpd', 'SKPD', 1)`, [
    regionId,
    editionId,
    categoryId,
  ]);
  const people = { secretariat: id(), publisher: id(), leader: id(), jurors: [id(), id(), id()] };
  const everyone = [people.secretariat, people.publisher, people.leader, ...people.jurors];
  for (const [at, personId] of everyone.entries()) {
    await owner.run('INSERT INTO person (region_id, person_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)', [
      regionId,
      personId,
      `Orang ${at}`,
      `o${at}@contoh.id`,
      NOW,
    ]);
  }
  for (const [table, body] of [
    ['category_rules', rules],
    ['category_rubric', rubric],
  ] as const) {
    await owner.run(`INSERT INTO ${table} (region_id, category_id, version, body, reason, decided_by, decided_at) VALUES ($1, $2, 1, $3, 'awal', $4, $5)`, [
      regionId,
      categoryId,
      JSON.stringify(body),
      people.secretariat,
      NOW,
    ]);
  }
  const entries: { entryId: string; number: string }[] = [];
  const agencies: string[] = [];
  for (const at of [1, 2, 3]) {
    const [agencyId, innovationId, entryId] = [id(), id(), id()];
    agencies.push(agencyId);
    entries.push({ entryId, number: `BL-2026-000${at}` });
    await owner.run(`INSERT INTO agency (region_id, agency_id, name, short_name, kind) VALUES ($1, $2, $3, $3, 'skpd')`, [regionId, agencyId, `Dinas ${at}`]);
    await owner.run('INSERT INTO innovation (region_id, innovation_id, agency_id, name, slug, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
      regionId,
      innovationId,
      agencyId,
      `Inovasi ${at}`,
      `inovasi-${at}`,
      NOW,
    ]);
    await owner.run(
      `INSERT INTO entry (region_id, entry_id, edition_id, category_id, innovation_id, agency_id, state, serial, registration_number, started_by, started_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'verified', $7, $8, $9, $10)`,
      [regionId, entryId, editionId, categoryId, innovationId, agencyId, at, `BL-2026-000${at}`, people.secretariat, NOW],
    );
  }
  const seat: SeatHolding = {
    seatId: id(),
    agencyId: agencies[2] ?? '',
    agencyName: 'Dinas 3',
    title: 'Kepala Bidang',
    role: null,
    heldFrom: '2020-01-01T00:00:00.000Z',
    heldUntil: '2025-01-01T00:00:00.000Z',
  };
  const actor = (personId: string, role: GrantedRole, pastSeats: readonly SeatHolding[] = []): Actor => ({
    personId,
    name: `Nama ${personId.slice(-4)}`,
    grants: [{ role, editionId: role === 'leader' ? null : editionId, categoryId: null }],
    seats: [],
    pastSeats,
  });
  const secretariat = actor(people.secretariat, 'secretariat');
  await announce(test, { regionId, categoryId, entries, secretariat });
  return {
    regionId,
    editionId,
    categoryId,
    agencies,
    entries,
    jurors: people.jurors.map((personId, at) => actor(personId, at === 0 ? 'chair' : 'juror', at === 2 ? [seat] : [])),
    secretariat,
    publisher: actor(people.publisher, 'secretariat'),
    leader: actor(people.leader, 'leader'),
  };
}

/** Before the presentation opens, and before what the tests look at. */
export const APPOINTED = '2026-08-16T02:00:00.000Z';

/** A juror as the secretariat appoints one in time; the actors of the week hold their roles whether or not anybody has confirmed. */
export function appoint({ platform }: TestDatabase, week: JuryWeek, input: Omit<JurorAppointment, 'categoryId'>): Promise<Outcome<{ code: string }>> {
  const { regionId, categoryId, secretariat } = week;
  return perform({ ...platform, now: () => APPOINTED }, { regionId, actor: secretariat }, (act) => appointJuror(act, { ...input, categoryId }));
}

async function stage(owner: Queryable, regionId: string, editionId: string, stageId: string, kind: string, opensAt: string, closesAt: string): Promise<void> {
  await owner.run(
    `INSERT INTO stage (region_id, edition_id, stage_id, kind, name, public_group, position, opens_at, closes_at) VALUES ($1, $2, $3, $4, $4, $4, 1, $5, $6)`,
    [regionId, editionId, stageId, kind, opensAt, closesAt],
  );
}

interface Desk {
  readonly regionId: string;
  readonly categoryId: string;
  readonly entries: JuryWeek['entries'];
  readonly secretariat: Actor;
}

/** The verified levels of each entry, and the desk as it was: computed and announced by the acts. */
async function announce({ owner, platform }: TestDatabase, { regionId, categoryId, entries, secretariat }: Desk): Promise<void> {
  for (const [at, { entryId }] of entries.entries()) {
    const snapshotId = platform.newId();
    await owner.run(
      `INSERT INTO snapshot (region_id, snapshot_id, entry_id, version, body, canon, digest, taken_by, taken_at)
       VALUES ($1, $2, $3, 1, $6::text::jsonb, $6, encode(sha256(convert_to($6, 'UTF8')), 'hex'), $4, $5)`,
      [regionId, snapshotId, entryId, secretariat.personId, NOW, '{"indicators":[],"profile":{}}'],
    );
    for (const [code, level] of Object.entries(levelsFor(POINTS[at] ?? 0))) {
      await owner.run(
        `INSERT INTO verdict (region_id, verdict_id, entry_id, snapshot_id, indicator, kind, claimed, level, given_by, given_at)
         VALUES ($1, $2, $3, $4, $5, 'agree', $6, $6, $7, $8)`,
        [regionId, platform.newId(), entryId, snapshotId, code, level, secretariat.personId, NOW],
      );
    }
  }
  const shortlistId = platform.newId();
  const act = async <T>(what: (act: Act) => Promise<Outcome<T>>): Promise<void> => {
    const done = await perform({ ...platform, now: () => NOW }, { regionId, actor: secretariat }, what);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  };
  await act((one) => computeDeskShortlist(one, { shortlistId, categoryId }));
  await act((one) => announceFinalists(one, { categoryId, shortlistId, publicationId: platform.newId() }));
}
