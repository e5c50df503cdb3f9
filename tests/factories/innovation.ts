// One region with a running edition and two agencies, laid by direct SQL; people with seats; a profile that is ready.

import type { CategoryRules } from '../../src/domain/edition/category.ts';
import type { PartNumber, ProfileFields } from '../../src/domain/innovation/profile.ts';
import type { Actor, SeatRole } from '../../src/domain/people/role.ts';
import type { Instant } from '../../src/domain/shared/time.ts';
import { shippedInstrument } from '../../src/platform/catalogues.ts';
import type { TestDatabase } from '../support/database.ts';
import { plainPdf } from './files.ts';

export const REGISTRATION = { opensAt: '2026-07-01T00:00:00.000Z', closesAt: '2026-07-31T08:00:00.000Z' };
export const APPROVAL = { opensAt: '2026-07-01T00:00:00.000Z', closesAt: '2026-08-05T08:00:00.000Z' };
export const VERIFICATION = { opensAt: '2026-08-05T08:00:00.000Z', closesAt: '2026-08-20T08:00:00.000Z' };
export const DURING: Instant = '2026-07-20T01:30:00.000Z';
export const AFTER: Instant = '2026-07-31T08:00:00.000Z';

export const RULES: CategoryRules = {
  whoEnters: ['skpd'],
  approver: 'head',
  floor: '50',
  shortlist: { kind: 'top', n: 5 },
  cut: 'unresolved',
  deskLadder: ['SID-33', 'SID-31', 'decision', 'lot'],
  deskShare: '40',
  juryShare: '60',
  finalLadder: ['jury', 'desk', 'decision'],
  winners: 1,
  lot: null,
};

export interface Office {
  readonly agencyId: string;
  readonly innovator: Actor;
  readonly colleague: Actor;
  readonly head: Actor;
}

export interface Door {
  readonly regionId: string;
  readonly editionId: string;
  readonly categoryId: string;
  /** Nobody approves here. */
  readonly openCategoryId: string;
  readonly own: Office;
  readonly other: Office;
}

export async function openDoor(test: TestDatabase): Promise<Door> {
  const { owner } = test;
  const id = test.platform.newId;
  const [regionId, editionId, categoryId, openCategoryId, clerk] = [id(), id(), id(), id(), id()];
  await owner.run(`INSERT INTO region (region_id, code, name, kind, prefix, is_sample) VALUES ($1, '63.11', 'Kabupaten Balangan', 'regency', 'BL', true)`, [
    regionId,
  ]);
  await owner.run(
    `INSERT INTO edition (region_id, edition_id, year, name, kind, instrument, created_at) VALUES ($1, $2, 2026, 'BAILANG 2026', 'live', 'iid-2026', $3)`,
    [regionId, editionId, DURING],
  );
  for (const [kind, window] of Object.entries({ registration: REGISTRATION, approval: APPROVAL, verification: VERIFICATION })) {
    await owner.run(
      `INSERT INTO stage (region_id, edition_id, stage_id, kind, name, public_group, position, opens_at, closes_at) VALUES ($1, $2, $3, $4, $4, $4, 1, $5, $6)`,
      [regionId, editionId, id(), kind, window.opensAt, window.closesAt],
    );
  }
  await owner.run('INSERT INTO person (region_id, person_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)', [
    regionId,
    clerk,
    'Sekretariat',
    's@contoh.example',
    DURING,
  ]);
  for (const [one, code, approver] of [
    [categoryId, 'skpd', 'head'],
    [openCategoryId, 'terbuka', 'nobody'],
  ] as const) {
    await owner.run('INSERT INTO category (region_id, edition_id, category_id, code, name, position) VALUES ($1, $2, $3, $4, $4, 1)', [
      regionId,
      editionId,
      one,
      code,
    ]);
    await owner.run(
      `INSERT INTO category_rules (region_id, category_id, version, body, reason, decided_by, decided_at) VALUES ($1, $2, 1, $3, 'awal', $4, $5)`,
      [regionId, one, JSON.stringify({ ...RULES, approver }), clerk, DURING],
    );
  }
  const own = await office(test, regionId, 'Dinas Kependudukan');
  const other = await office(test, regionId, 'Dinas Kesehatan');
  return { regionId, editionId, categoryId, openCategoryId, own, other };
}

async function office(test: TestDatabase, regionId: string, name: string): Promise<Office> {
  const id = test.platform.newId;
  const agencyId = id();
  await test.owner.run(`INSERT INTO agency (region_id, agency_id, name, short_name, kind) VALUES ($1, $2, $3, $3, 'skpd')`, [regionId, agencyId, name]);
  const sit = (role: SeatRole, title: string) => seat(test, regionId, { agencyId, agencyName: name, role, title });
  return { agencyId, innovator: await sit('innovator', 'Inovator'), colleague: await sit('innovator', 'Inovator kedua'), head: await sit('head', 'Kepala') };
}

async function seat(test: TestDatabase, regionId: string, one: { agencyId: string; agencyName: string; role: SeatRole; title: string }): Promise<Actor> {
  const id = test.platform.newId;
  const [personId, seatId] = [id(), id()];
  const name = `${one.title} ${one.agencyName}`;
  await test.owner.run('INSERT INTO person (region_id, person_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)', [
    regionId,
    personId,
    name,
    `${personId}@contoh.example`,
    DURING,
  ]);
  await test.owner.run('INSERT INTO seat (region_id, seat_id, agency_id, title, role) VALUES ($1, $2, $3, $4, $5)', [
    regionId,
    seatId,
    one.agencyId,
    one.title,
    one.role,
  ]);
  await test.owner.run('INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from) VALUES ($1, $2, $3, $4, $5)', [
    regionId,
    id(),
    seatId,
    personId,
    '2024-01-01T00:00:00Z',
  ]);
  const held = {
    seatId,
    agencyId: one.agencyId,
    agencyName: one.agencyName,
    title: one.title,
    role: one.role,
    heldFrom: '2024-01-01T00:00:00.000Z',
    heldUntil: null,
  };
  return { personId, name, grants: [], seats: [held], pastSeats: [] };
}

/** Words enough for the design, each different. */
export const DESIGN = Array.from({ length: 300 }, (_, at) => `kata-${at + 1}`).join(' ');

/** Every part of a profile that lacks nothing. */
export const PARTS: Readonly<Record<PartNumber, ProfileFields>> = {
  1: { name: 'Lasungku Talu', stage: 'implemented', technology: 'digital', form: 'public-service' },
  2: { initiator: 'agency', theme: 'Layanan publik', affair: 'Administrasi Kependudukan dan Pencatatan Sipil' },
  3: { trialOn: '2024-01-10', implementedOn: '2024-03-01', developed: 'no' },
  4: { design: DESIGN },
  5: { aims: 'Dokumen jadi dalam sehari.', benefits: 'Warga tidak bolak-balik.', results: 'Tiga dokumen sekali datang.' },
  6: { budget: '185000000', budgetSource: 'APBD 2026' },
  7: { contactName: 'Noor Aini', contactPhone: '0812 0000 0000' },
};

export const MANDATORY = shippedInstrument('iid-2026')
  .sid.filter((indicator) => indicator.mandatory)
  .map((indicator) => indicator.code);
export const PDF = plainPdf;
