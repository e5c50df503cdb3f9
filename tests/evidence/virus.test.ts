import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { lookAfter } from '../../src/actions/audit/look-after.ts';
import { attachEvidence } from '../../src/actions/innovation/attach-evidence.ts';
import { gatherDraft } from '../../src/actions/innovation/gather-draft.ts';
import { perform } from '../../src/actions/perform.ts';
import { checkWaitingFiles } from '../../src/jobs/check-files.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { openScanner, ScanFault } from '../../src/platform/scanner.ts';
import { claimsOf, findReviewEntry } from '../../src/store/assessment-verification.read.ts';
import { findEvidence, findKnownFiles } from '../../src/store/innovation-draft.read.ts';
import { findEntry } from '../../src/store/innovation-entry.read.ts';
import { listIndexInnovations } from '../../src/store/regional-index.read.ts';
import { createApp } from '../../src/web/app.ts';
import { EICAR } from '../factories/bad-files.ts';
import { jpgOf, pdfWith, plainPdf } from '../factories/files.ts';
import { type Door, DURING, openDoor } from '../factories/innovation.ts';
import { type DoorBrowser, doorBrowser } from '../innovation/door-browser.ts';
import { type Clamd, clamd } from '../support/clamd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { putGrant, visit } from '../support/visitor.ts';

let db: TestDatabase;
let door: Door;
let stand: Clamd;
let platform: Platform;
let web: DoorBrowser;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  stand = await clamd(EICAR);
  platform = { ...db.platform, scanner: openScanner({ host: '127.0.0.1', port: stand.port }) };
  web = doorBrowser({ ...db, platform }, door);
});
beforeEach(() => {
  stand.mood = 'answers';
});
afterAll(async () => {
  await stand.close();
  await db.end();
});

const infected = (words: string) => pdfWith(`/Note (${words})`, `<< /Length ${EICAR.length} >>\nstream\n${EICAR}\nendstream`);
const concerns = async () => (await lookAfter(platform, door.regionId)).concerns.filter(({ code }) => code === 'scanner-down');

test('TR-U5 a paper with the test word is quarantined: no evidence anywhere, not opened by anybody, and those it concerns are told', async () => {
  const { innovator, head } = door.own;
  const office = door.other.colleague;
  await putGrant(db, door.regionId, { actor: office, role: 'secretariat', editionId: door.editionId, from: '2026-01-01T00:00:00Z' });
  const home = await web.readyDraft('Membawa Virus');
  const entryId = home.split('/').at(-1) ?? '';
  await web.post(innovator, `${home}/indikator/SID-18`, { level: '2', revision: '0' });
  await web.upload(innovator, `${home}/indikator/SID-18/bukti`, infected('surat'), 'Surat tugas.pdf');
  const before = await web.read(innovator, `${home}/indikator/SID-18`);
  expect(before).toContain('belum diperiksa virus');
  await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' });
  const frozen = async () => claimsOf((await findReviewEntry(db.db, door.regionId, entryId))?.body ?? null)['SID-18'];
  expect(await frozen()).toMatchObject({ level: 2, evidence: 1 });
  expect(await checkWaitingFiles(platform)).toBeGreaterThan(1);
  const item = (await findEvidence(db.db, door.regionId, entryId)).find(({ indicator }) => indicator === 'SID-18');
  expect(item?.checkState).toBe('quarantined');
  const entry = await findEntry(db.db, door.regionId, entryId, [door.own.agencyId]);
  const draft = await gatherDraft(db.db, door.regionId, entry as NonNullable<typeof entry>);
  expect([draft.evidenced.has('SID-18'), draft.evidenced.has('SID-17'), await frozen()]).toEqual([false, true, expect.objectContaining({ evidence: 0 })]);
  for (const actor of [innovator, head, office]) expect((await web.ask(actor, `/bukti/${item?.evidenceId}`)).status).toBe(404);
  const page = await web.read(innovator, `${home}/indikator/SID-18`);
  expect(page).toContain('Berkas ini memuat virus');
  expect(page).not.toContain(`href="/bukti/${item?.evidenceId}"`);
  const known = await findKnownFiles(db.db, door.regionId, [door.own.agencyId]);
  expect(known.map(({ sha256 }) => sha256)).not.toContain(item?.sha256);
  const reuse = await perform(platform, { regionId: door.regionId, actor: innovator }, (act) =>
    attachEvidence(act, { evidenceId: act.newId(), entryId, indicator: 'SID-19', source: { reuse: item?.sha256 ?? '' } }),
  );
  expect(reuse.ok).toBe(false);
  const told = await db.db.all<{ personId: string; facts: { file: string } }>(
    `SELECT person_id AS "personId", facts FROM message WHERE kind = 'evidence-quarantined'`,
  );
  expect(told.map(({ personId }) => personId).sort()).toEqual([innovator.personId, office.personId].sort());
  expect(told[0]?.facts.file).toBe('Surat tugas.pdf');
  expect(await db.db.one(`SELECT count(*) AS n FROM audit_entry WHERE kind = 'evidence.quarantined' AND subject_id = $1`, [entryId])).toEqual({ n: 1 });
  expect(await web.read(head, `/persetujuan/${entryId}`)).toContain('dikarantina');
  expect(await checkWaitingFiles(platform)).toBe(0);
});

test('a draft whose only proof of a mandatory indicator is quarantined is not ready', async () => {
  const { innovator } = door.own;
  const home = await web.readyDraft('Tidak Siap Lagi');
  const [item] = (await findEvidence(db.db, door.regionId, home.split('/').at(-1) ?? '')).filter(({ indicator }) => indicator === 'SID-16');
  await web.post(innovator, `${home}/bukti/${item?.evidenceId}/lepas`, {});
  await db.owner.run('UPDATE evidence SET detached_at = now() WHERE evidence_id = $1', [item?.evidenceId]);
  await web.upload(innovator, `${home}/indikator/SID-16/bukti`, infected('wajib'), 'wajib.pdf');
  await checkWaitingFiles(platform);
  expect((await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' })).status).toBe(422);
});

test("before the scanner has looked a file is its own office's only; a clean one is for all who may read the entry", async () => {
  const { innovator, head } = door.own;
  const leader = door.other.head;
  await putGrant(db, door.regionId, { actor: leader, role: 'leader', editionId: null, from: '2026-01-01T00:00:00Z' });
  const entryId = await web.draftOf('Menunggu Giliran');
  await web.upload(innovator, `/usulan/${entryId}/indikator/SID-16/bukti`, jpgOf(40, 30), 'foto.jpg');
  const [item] = await findEvidence(db.db, door.regionId, entryId);
  const statuses = async () => {
    const all = [innovator, head, leader].map(async (actor) => (await web.ask(actor, `/bukti/${item?.evidenceId}`)).status);
    return Promise.all(all);
  };
  const waiting = await statuses();
  await checkWaitingFiles(platform);
  expect([waiting, await statuses()]).toEqual([
    [200, 200, 409],
    [200, 200, 200],
  ]);
  const [open, owner] = [await visit(db, createApp(db.platform), door.regionId, leader), await visit(db, createApp(db.platform), door.regionId, innovator)];
  await web.upload(innovator, `/usulan/${entryId}/indikator/SID-16/bukti`, jpgOf(41, 30), 'lain.jpg');
  const other = (await findEvidence(db.db, door.regionId, entryId)).at(-1);
  expect((await open.get(`/bukti/${other?.evidenceId}`)).status).toBe(200);
  expect((await owner.get(`/usulan/${entryId}/indikator/SID-16`)).html).toContain('belum diperiksa virus');
});

test('a scanner that is away leaves files unchecked and is told; back again they are looked at', async () => {
  const { innovator } = door.own;
  const entryId = await web.draftOf('Pemeriksa Padam');
  await checkWaitingFiles(platform);
  await web.upload(innovator, `/usulan/${entryId}/indikator/SID-16/bukti`, plainPdf('padam'), 'padam.pdf');
  const state = async () => (await findEvidence(db.db, door.regionId, entryId))[0]?.checkState;
  expect(await concerns()).toEqual([]);
  await stand.close();
  expect([await checkWaitingFiles(platform), await state()]).toEqual([0, 'unchecked']);
  expect(await concerns()).toEqual([{ code: 'scanner-down', isGrave: false, facts: { fault: 'unreachable', minutes: 0 } }]);
  await stand.open();
  for (const mood of ['hangs-up', 'babbles'] as const) {
    stand.mood = mood;
    expect([mood, await checkWaitingFiles(platform), await state(), (await concerns()).length]).toEqual([mood, 0, 'unchecked', 1]);
  }
  stand.mood = 'answers';
  expect([await checkWaitingFiles(platform), await state(), await concerns()]).toEqual([1, 'clean', []]);
  await putGrant(db, door.regionId, { actor: door.other.innovator, role: 'admin', editionId: null, from: '2026-01-01T00:00:00Z' });
  const said = async (here: Platform) => (await (await visit(db, createApp(here), door.regionId, door.other.innovator)).get('/admin/server')).html;
  expect(await said(platform)).toMatch(/Pemeriksa virus \(ClamAV\)[\s\S]{1,80}menjawab; \d+ berkas dikarantina/);
  expect(await said(db.platform)).toContain('tidak dipakai (CLAMD_URL belum diisi)');
});

test('the scanner takes a file in pieces, and says when one is too large', async () => {
  const scanner = openScanner({ host: '127.0.0.1', port: stand.port });
  const pieces = Array.from({ length: 40 }, (_, at) => Buffer.alloc(at === 39 ? 7 : 65_536, at));
  expect(await scanner.scan(Readable.from([...pieces, Buffer.alloc(0)]))).toEqual({ verdict: 'clean', found: '' });
  expect(stand.scanned.at(-1)).toBe(39 * 65_536 + 7);
  expect(await scanner.scan(Readable.from([Buffer.from(EICAR.slice(0, 30)), Buffer.from(EICAR.slice(30))]))).toEqual({
    verdict: 'quarantined',
    found: 'Eicar-Test-Signature',
  });
  const large = Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(1024 * 1024)));
  await expect(scanner.scan(large)).rejects.toMatchObject({ code: 'too-large' });
  await expect(openScanner({ path: join(db.platform.home, 'tidak-ada') }).scan(Readable.from([Buffer.from('x')]))).rejects.toThrow(ScanFault);
});

test('a socket file serves as well as a port', async () => {
  const path = join(db.platform.home, 'clamd.ctl');
  const server = createServer((socket) => socket.on('data', () => socket.end('stream: OK\0')).on('error', () => {}));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  expect(await openScanner({ path }).scan(Readable.from([Buffer.from('x')]))).toEqual({ verdict: 'clean', found: '' });
  await new Promise((resolve) => server.close(resolve));
});

test('CLAMD_URL names a port or a socket file, or stops the start with a sentence', () => {
  const at = (CLAMD_URL?: string) => readConfig({ CLAMD_URL, BAILANG_DATA: '/tmp/x' }, false).scanner;
  expect([at(), at(''), at('tcp://127.0.0.1:3310'), at('tcp://[::1]:3310'), at('unix:///run/clamav/clamd.ctl'), at('unix:/run/clamd')]).toEqual([
    null,
    null,
    { host: '127.0.0.1', port: 3310 },
    { host: '::1', port: 3310 },
    { path: '/run/clamav/clamd.ctl' },
    { path: '/run/clamd' },
  ]);
  for (const wrong of ['clamd', 'tcp://clamd', 'tcp://a:0', 'tcp://a:70000', 'http://a:3310']) expect(() => at(wrong)).toThrow(/CLAMD_URL harus berbentuk/);
});

test("the region's index counts no quarantined evidence", async () => {
  await db.owner.run(
    `INSERT INTO approval (region_id, approval_id, entry_id, snapshot_id, decision, decided_by, decided_at)
     SELECT region_id, gen_random_uuid(), entry_id, snapshot_id, 'approved', $1, now() FROM snapshot`,
    [door.own.head.personId],
  );
  const [first] = await listIndexInnovations(db.db, door.regionId, 2026);
  expect([first?.claims['SID-17']?.evidence, first?.claims['SID-18']?.evidence, first?.claims['SID-18']?.level]).toEqual([1, 0, 2]);
});
