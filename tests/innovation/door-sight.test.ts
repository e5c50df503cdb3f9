// What the people of the door must be able to see before they act, and are told after it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { AFTER, type Door, DURING, MANDATORY, openDoor, PDF } from '../factories/innovation.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type DoorBrowser, doorBrowser } from './door-browser.ts';

let db: TestDatabase;
let door: Door;
let web: DoorBrowser;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  web = doorBrowser(db, door);
});
afterAll(() => db.end());

const approvalOf = (home: string) => home.replace('/usulan/', '/persetujuan/');
const snapshotIn = (html: string) => /name="snapshotId" value="([^"]+)"/.exec(html)?.[1] ?? '';
const formOf = (html: string, action: string) => new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '';

test('a head sees every claim by name with proof that opens, and decides where the tick and the reason stand', async () => {
  const { innovator, head } = door.own;
  const home = await web.readyDraft('Terlihat Kepala');
  await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' });
  const page = await web.read(head, approvalOf(home));
  for (const words of [
    '1. Regulasi Inovasi Daerah',
    '20. Video inovasi daerah',
    'Level 2: 11-30 orang',
    '15 indikator tidak diklaim',
    '3. Dukungan anggaran',
    'kata-300',
  ])
    expect(page).toContain(words);
  for (const code of MANDATORY) expect(page).toContain(`>Bukti ${code}.pdf</a>`);
  const proof = /href="(\/bukti\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  expect((await web.ask(head, proof)).status).toBe(200);
  expect(formOf(page, `${approvalOf(home)}/setuju`)).toMatch(/name="pasti"[\s\S]*Setujui dan kirim<\/button>/);
  expect(formOf(page, `${approvalOf(home)}/kembali`)).toMatch(/name="reason"[\s\S]*Kembalikan<\/button>/);
  expect(/class="bilah"[\s\S]*?<\/section>/.exec(page)?.[0]).not.toContain('<button');
  expect(await web.read(head, `${home}/cetak`)).toContain(`class="kembali" href="${approvalOf(home)}"`);
  expect(await web.read(innovator, `${home}/cetak`)).toContain(`class="kembali" href="${home}"`);
});

test('a head who gets it back reads which indicators changed by name, with a file exchanged among them', async () => {
  const { innovator, head } = door.own;
  const home = await web.readyDraft('Diganti Buktinya');
  await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' });
  const snapshotId = snapshotIn(await web.read(head, approvalOf(home)));
  await web.post(head, `${approvalOf(home)}/kembali`, { snapshotId, reason: 'Ganti bukti SK.' });
  const detach = /formaction="([^"]+\/lepas)"/i.exec(await web.read(innovator, `${home}/indikator/SID-17`))?.[1] ?? '';
  await web.post(innovator, detach, {});
  await web.upload(innovator, `${home}/indikator/SID-17/bukti`, PDF('lain'), 'Bukti lain.pdf');
  await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' });
  const changes = /id="perubahan"[\s\S]*?<\/section>/.exec(await web.read(head, approvalOf(home)))?.[0] ?? '';
  expect(changes).toContain('berubah pada 1 indikator');
  expect(changes).toMatch(/href="#SID-17">2\. Ketersediaan dan peran SDM/);
});

test('points below the gate of the category are told before sending, to the head too, and a gate that is passed is not lamented', async () => {
  const { innovator, head } = door.own;
  const home = await web.readyDraft('Di Bawah Ambang');
  const check = await web.read(innovator, `${home}/periksa`);
  for (const words of ['ambang 50', 'Poin berbukti masih kurang 22 dari ambang', 'di bawah 50 tidak lolos nilai meja']) expect(check).toContain(words);
  expect(await web.read(innovator, home)).toContain('masih kurang 22');
  for (const code of ['SID-18', 'SID-19', 'SID-28', 'SID-31']) {
    await web.post(innovator, `${home}/indikator/${code}`, { level: '3', revision: '0' });
    await web.upload(innovator, `${home}/indikator/${code}/bukti`, PDF(code), `${code}.pdf`);
  }
  expect(await web.read(innovator, `${home}/periksa`)).not.toContain('masih kurang');
  await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' });
  expect(await web.read(head, approvalOf(home))).toContain('ambang 50');
});

test('a receipt says that it was sent, and its paper has a letterhead without controls', async () => {
  const { innovator } = door.own;
  const home = await web.readyDraft('Tanda Terima');
  const sent = await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' });
  expect(decodeURIComponent(sent.headers.getSetCookie().join(';'))).toContain('sent~kepala kantor');
  const receipt = await web.read(innovator, `${home}/tanda-terima`);
  expect(receipt).toMatch(/kop--cetak[\s\S]*BAILANG[\s\S]*Kabupaten Balangan[\s\S]*BAILANG 2026/);
  expect(receipt).toMatch(/class="jangan-cetak"><details[\s\S]*Batalkan keikutsertaan/);
  expect(receipt).not.toContain('/cetak"');
  expect(receipt).not.toMatch(/[0-9a-f]{64}/);
});

test('what came back is a task of the innovator, what was sent one of the head, and both end with their time', async () => {
  const { colleague, head, innovator } = door.own;
  const home = await web.readyDraft('Tugas Kembali');
  expect(await web.read(innovator, '/saya')).toMatch(/Tugas Kembali[\s\S]*?Draf, belum dikirim/);
  await web.post(innovator, `${home}/pengajuan`, { promise: 'ya' });
  expect(await web.read(head, '/saya')).toMatch(/usulan menunggu keputusan Anda/);
  const snapshotId = snapshotIn(await web.read(head, approvalOf(home)));
  await web.post(head, `${approvalOf(home)}/kembali`, { snapshotId, reason: 'Lengkapi tim.' });
  const mine = await web.read(colleague, '/saya');
  expect(mine).toContain('1 usulan dikembalikan: perbaiki');
  expect(mine).toMatch(new RegExp(`href="${home}"><span[^>]*>Tugas Kembali</span>[\\s\\S]*?Perbaiki`));
  expect(await web.read(door.other.innovator, '/saya')).not.toContain('Tugas Kembali');
  expect(mine).toContain('Mulai usulan baru');
  db.at(AFTER);
  await db.owner.run('UPDATE session SET started_at = $1, seen_at = $1', [AFTER]);
  const late = await web.read(colleague, '/saya');
  db.at(DURING);
  expect(late).toContain('Tugas saya');
  expect(late).not.toMatch(/perbaiki|Mulai usulan baru/);
});

test('an affair outside the list keeps the page once, says what it costs, and goes on at the next press', async () => {
  const { innovator } = door.own;
  const home = `/usulan/${await web.draftOf('Urusan Lain')}`;
  const press = async (affair: string, revision: string) =>
    (await web.post(innovator, `${home}/profil/2`, { affair, revision, go: 'next' })).headers.get('location')?.replace(home, '');
  expect(await press('Kependudukan', '0')).toBe('/profil/2');
  expect(await web.read(innovator, `${home}/profil/2`)).toContain('tidak terhitung pada urusan indeks daerah');
  expect(await press('Kependudukan', '1')).toBe('/profil/3');
  expect(await press('Sosial', '1')).toBe('/profil/3');
  expect(await web.read(innovator, `${home}/periksa`)).not.toContain('indeks daerah');
});

test('a question that may stay empty says so as the other answers ask, and an untouched form says nothing of saving', async () => {
  const { innovator } = door.own;
  const home = `/usulan/${await web.draftOf('Boleh Kosong')}`;
  const label = async (name: string) => new RegExp(`<label for="${name}"[^>]*>[\\s\\S]*?</label>`).exec(await web.read(innovator, `${home}/profil/3`))?.[0];
  expect(await label('implementedOn')).toContain('boleh kosong');
  await web.post(innovator, `${home}/profil/1`, { name: 'Boleh Kosong', stage: 'implemented', revision: '1' });
  expect(await label('implementedOn')).not.toContain('boleh kosong');
  expect(await label('developedOn')).toContain('boleh kosong');
  expect(await web.read(innovator, `${home}/profil/3`)).not.toContain('Belum disimpan');
});

test('a paper where a film is asked for is told at its place and before sending', async () => {
  const { innovator, head } = door.own;
  const home = await web.readyDraft('Bukan Film');
  const words = 'diminta berupa MP4 atau tautan';
  for (const path of ['/indikator/SID-35', '/periksa']) expect(await web.read(innovator, home + path)).toContain(words);
  await web.post(innovator, `${home}/indikator/SID-35/bukti`, { kind: 'link', link: 'https://contoh.example/film', evidenceId: db.platform.newId() });
  expect(await web.read(innovator, `${home}/periksa`)).not.toContain(words);
  expect((await web.ask(head, `${home}/indikator/SID-35`)).status).toBe(200);
});
