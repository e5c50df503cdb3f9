import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiveEvidence } from '../../src/actions/innovation/receive-evidence.ts';
import { jpgOf, pdfWith, plainPdf } from '../factories/files.ts';
import { AFTER, type Door, DURING, openDoor } from '../factories/innovation.ts';
import { type DoorBrowser, doorBrowser } from '../innovation/door-browser.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let door: Door;
let web: DoorBrowser;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  web = doorBrowser(db, door);
});
afterAll(() => db.end());

const onDisk = () => readdirSync(db.platform.home, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
const kept = (entryId: string) =>
  db.db.one('SELECT (SELECT count(*) FROM claim WHERE entry_id = $1) AS claims, (SELECT count(*) FROM evidence WHERE entry_id = $1) AS evidence', [entryId]);

/** The form of an indicator as the page sends it: level, note, and files. */
async function send(entryId: string, fields: Readonly<Record<string, string>>, ...files: readonly (readonly [string, Uint8Array])[]) {
  const { innovator } = door.own;
  const body = new FormData();
  const all = { csrf: await web.csrfOf(innovator), revision: '0', level: '2', note: 'sejak 2024', evidenceId: db.platform.newId(), kind: 'file', ...fields };
  for (const [name, value] of Object.entries(all)) body.append(name, value);
  for (const [name, bytes] of files) body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return web.ask(innovator, `/usulan/${entryId}/indikator/SID-16/bukti`, { method: 'POST', body });
}

test('a refused file keeps back the level and the good files of its form, and what was typed stays on the page', async () => {
  const entryId = await web.draftOf('Satu Tindakan');
  const answer = await send(entryId, { pages: '2-3' }, ['baik.pdf', plainPdf('baik')], ['buruk.pdf', pdfWith('/OpenAction << /S /Launch >>')]);
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('buruk.pdf memuat perintah yang berjalan sendiri');
  for (const typed of ['value="2" checked', 'sejak 2024', 'value="2-3"']) expect(html).toContain(typed);
  expect([await kept(entryId), onDisk()]).toEqual([{ claims: 0, evidence: 0 }, 0]);
});

test('a refused level or page range keeps back the files', async () => {
  const entryId = await web.draftOf('Tingkat Salah');
  const spoilt: readonly Readonly<Record<string, string>>[] = [{ level: '7' }, { pages: '9-2' }, { revision: '5' }];
  for (const fields of spoilt) {
    const answer = await send(entryId, fields, ['baik.pdf', plainPdf('baik')], ['foto.jpg', jpgOf(9, 9)]);
    expect([fields, [422, 409].includes(answer.status)]).toEqual([fields, true]);
    expect([fields, await kept(entryId), onDisk()]).toEqual([fields, { claims: 0, evidence: 0 }, 0]);
  }
});

test('what is closed or without a token leaves no file', async () => {
  const entryId = await web.draftOf('Sudah Tutup');
  expect((await send(entryId, { csrf: 'palsu' }, ['baik.pdf', plainPdf('baik')])).status).toBe(403);
  db.at(AFTER);
  const answer = await send(entryId, {}, ['baik.pdf', plainPdf('baik')]);
  db.at(DURING);
  expect([answer.ok, await kept(entryId), onDisk()]).toEqual([false, { claims: 0, evidence: 0 }, 0]);
});

test('level, note and every file of a good form are there together, and pressed twice it is one act', async () => {
  const entryId = await web.draftOf('Lengkap');
  const evidenceId = db.platform.newId();
  const files = [['a.pdf', plainPdf('a')] as const, ['b.jpg', jpgOf(9, 9)] as const];
  for (const press of [1, 2]) expect([press, (await send(entryId, { evidenceId }, ...files)).status]).toEqual([press, 303]);
  expect([await kept(entryId), onDisk()]).toEqual([{ claims: 1, evidence: 2 }, 2]);
});

test('a file that is refused takes nothing away from the same bytes that were kept', async () => {
  const entryId = await web.draftOf('Dua Kantor');
  expect((await send(entryId, {}, ['c.pdf', plainPdf('c')])).status).toBe(303);
  const before = onDisk();
  const again = await receiveEvidence(db.platform.files, plainPdf('c'), 'c.pdf');
  if (again.ok) await again.value.drop();
  expect([again.ok, onDisk()]).toEqual([true, before]);
});
