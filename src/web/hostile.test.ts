// Every address of the map, with what nobody should put in it: a page answers, never a fault.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, smallRegion } from '../../tests/support/app.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { createAgency } from '../actions/people/create-agency.ts';
import { giveSeat, grantRole } from '../actions/people/seats.ts';
import { NOBODY, perform } from '../actions/perform.ts';

const JUNK = ['%00', '99999999999999999999', '2147483648', '0001', '-1', 'a%ff', "'", '%E2%80%AE', '..%2f..', '%', '00000000-0000-7000-8000-000000000000'];
const QUERIES = ['hal', 'cari', 'sebelum', 'kategori', 'tahun', 'ke', 'urusan', 'saring'];

let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
beforeAll(async () => {
  database = await testDatabase();
  town = await smallRegion(database.platform);
  const who = { regionId: town.regionId, actor: NOBODY };
  const { personId } = town;
  const agencyId = database.platform.newId();
  for (const role of ['admin', 'secretariat', 'verifier', 'juror', 'chair', 'leader'] as const)
    await perform(database.platform, who, (act) => grantRole(act, { personId, role }));
  await perform(database.platform, who, (act) => createAgency(act, { agencyId, name: 'Dinas Uji', shortName: 'Dinas', kind: 'skpd' }));
  for (const role of ['innovator', 'head'] as const) {
    await perform(database.platform, who, (act) => giveSeat(act, { seatId: act.newId(), holdingId: act.newId(), agencyId, title: 'Uji', role, personId }));
  }
});
afterAll(() => database.end());

test.each(JUNK)('no address fails on %s', async (junk) => {
  const browser = browse(town.app);
  await browser.signIn(town.account, town.password);
  const failed: string[] = [];
  for (const { method, path } of town.app.routes) {
    if (method === 'ALL' || path === '/keluar') continue;
    const address = `${path.replace(/:\w+(\{[^}]*\}+)?/g, junk)}?${QUERIES.map((name) => `${name}=${junk}`).join('&')}`;
    const answer = method === 'GET' ? await browser.get(address) : await browser.post(address, { id: junk, name: `a\u0000b`, nip: junk });
    if (answer.status >= 500) failed.push(`${method} ${address} ${answer.status}`);
  }
  expect(failed).toEqual([]);
});
