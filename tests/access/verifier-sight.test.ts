// A verifier sees what was assigned to them, and of the panel nothing: compared with and without what could leak.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queryable } from '../../src/platform/db.ts';
import type { SampleGround } from '../../src/seeds/sample.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { visit } from '../support/visitor.ts';

let db: TestDatabase;
let story: SampleGround;
let app: ReturnType<typeof createApp>;
let held: string;
let other: string;
let year: number;
beforeAll(async () => {
  db = await testDatabase('2026-08-20T02:00:00.000Z');
  story = await seedStory(db.platform, 'jury-week');
  app = createApp(db.platform);
  year = story.plan.year;
  const entries = await db.owner.all<{ id: string }>(
    `SELECT e.entry_id AS id FROM entry e JOIN agency a USING (region_id, agency_id) WHERE a.short_name <> 'Bapperida'
       AND EXISTS (SELECT 1 FROM sheet s WHERE s.entry_id = e.entry_id) ORDER BY e.entry_id`,
    [],
  );
  [held, other] = [entries[0]?.id ?? '', entries[1]?.id ?? ''];
  await db.owner.run('DELETE FROM verification_assignment WHERE entry_id = $1', [other]);
}, 120_000);
afterAll(() => db.end());

const idOf = (account: string) => story.people.ids.get(account) ?? '';
const signedIn = async (account: string) =>
  visit(db, app, story.stage.regionId, account === '' ? undefined : await story.people.actor(account, db.platform.now()));
const jurorNames = async () =>
  (await db.owner.all<{ name: string }>('SELECT DISTINCT p.name FROM panel_juror j JOIN person p USING (region_id, person_id)')).map(({ name }) => name);

test('TR-A5: the page of an entry is there for its verifiers alone, and names nobody of the panel nor who else verifies', async () => {
  const at = await signedIn('verifikator2');
  expect([held, other].every((id) => id !== '')).toBe(true);
  const [mine, foreign, desk] = [await at.get(`/s/${year}/usulan/${held}`), await at.get(`/s/${year}/usulan/${other}`), await signedIn('sekretariat')];
  expect([mine.status, foreign.status]).toEqual([200, 404]);
  const whole = await desk.get(`/s/${year}/usulan/${held}`);
  expect(whole.html).toContain('Lembar juri');
  for (const name of await jurorNames()) {
    expect(whole.html.includes(name) || !name.includes('SKPD')).toBe(true);
    expect(mine.html).not.toContain(name);
  }
  expect(mine.html).not.toContain('Lembar juri');
});

test('TR-A5: a second verifier sees that an indicator was decided and not how; board, table and search neither', async () => {
  const [{ secret, indicator } = { secret: '', indicator: '' }] = await asleep((tx) =>
    tx.all<{ secret: string; indicator: string }>(
      `UPDATE verdict SET reason = 'alasan rahasia verifikator kesatu', kind = 'lower', level = 0 WHERE verdict_id = (SELECT v.verdict_id FROM verdict v
       JOIN snapshot s ON s.snapshot_id = v.snapshot_id WHERE v.entry_id = $1 AND v.claimed > 0 ORDER BY s.version DESC, v.serial DESC LIMIT 1) RETURNING reason AS secret, indicator`,
      [held],
    ),
  );
  expect(secret).not.toBe('');
  await db.owner.run('INSERT INTO verification_assignment (region_id, entry_id, person_id, assigned_by, assigned_at) VALUES ($1, $2, $3, $4, $5)', [
    story.stage.regionId,
    held,
    idOf('verifikator1'),
    idOf('sekretariat'),
    db.platform.now(),
  ]);
  const [first, second] = [await signedIn('verifikator2'), await signedIn('verifikator1')];
  expect((await first.get(`/verifikasi/${held}/${indicator}`)).html).toContain(secret);
  const blind = await second.get(`/verifikasi/${held}/${indicator}`);
  expect([blind.status, blind.html.includes('Verifikator lain sudah memutus')]).toEqual([200, true]);
  for (const path of [`/verifikasi/${held}/${indicator}`, `/s/${year}/usulan/${held}`, `/s/${year}/papan?tampil=tabel`, `/s/${year}/papan`]) {
    const { html } = await second.get(path);
    for (const words of [secret, 'Verifikator luar', 'Putusan kini', 'terverifikasi 0']) expect([path, html.includes(words)]).toEqual([path, false]);
  }
  expect((await second.get(`/s/${year}/papan?q=${encodeURIComponent('petugas:luar')}`)).html).not.toContain(held);
});

/** With the triggers of the ledger tables asleep. */
const asleep = <T>(work: (tx: Queryable) => Promise<T>): Promise<T> =>
  db.owner.transaction(async (tx) => {
    await tx.run('SET LOCAL session_replication_role = replica');
    return work(tx);
  });

const PAGES: Readonly<Record<string, (id: string) => readonly string[]>> = {
  verifikator2: (id) => [
    ...['', '?tampil=tabel', '?tampil=corong', '?q=juri', '?tampil=tabel&urut=nama'].map((more) => `/s/${year}/papan${more}`),
    `/s/${year}/papan/usulan.xlsx`,
    `/s/${year}/usulan/${id}`,
    `/s/${year}/verifikasi`,
    `/verifikasi/${id}`,
    '/saya',
  ],
  'inovator.disdukcapil': () => ['/usulan', '/saya', '/inovasi', '/hasil'],
  'kepala.disdukcapil': () => ['/usulan', '/persetujuan', '/saya'],
  '': () => ['/', '/inovasi', '/hasil', '/jadwal', '/pedoman', '/jadwal.ics', `/hasil/${year}/skpd`, `/hasil/${year}/skpd/bundel.json`],
};

test('TR-A3: jurors, their conflicts and their sheets change nothing that a verifier, an innovator, a head or the public is sent', async () => {
  const people = await Promise.all(Object.keys(PAGES).map(async (account) => [account, await signedIn(account)] as const));
  const seen = async () => {
    const all: string[][] = [];
    for (const [account, at] of people)
      for (const path of PAGES[account]?.(held) ?? []) {
        const { status, html } = await at.get(path);
        all.push([account, path, String(status), html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')]);
      }
    return all;
  };
  await seen();
  const before = await seen();
  expect(before.filter(([, , status]) => status === '200').length).toBeGreaterThan(20);
  await asleep(async (tx) => {
    expect(await tx.run(`UPDATE person SET name = 'Nama Juri Baru' WHERE person_id IN (SELECT person_id FROM panel_juror)`)).toBeGreaterThan(5);
    expect(
      await tx.run(
        `INSERT INTO recusal (region_id, entry_id, person_id, source, reason, recorded_at) SELECT region_id, entry_id, juror_id, 'declared', 'Uji', now() FROM sheet WHERE entry_id = $1 LIMIT 1`,
        [held],
      ),
    ).toBe(1);
    expect(await tx.run('DELETE FROM sheet WHERE entry_id = $1', [held])).toBeGreaterThan(0);
    expect(await tx.run('DELETE FROM panel_juror WHERE is_chair')).toBeGreaterThan(0);
  });
  expect(await seen()).toEqual(before);
});
