// The door: an innovator fills a draft in the browser, what is missing is named, submit gives one number, the head returns and approves.

import { expect } from 'vitest';
import { attachEvidence } from '../../../src/actions/innovation/attach-evidence.ts';
import type { PartNumber } from '../../../src/domain/innovation/profile.ts';
import { fillIndicators, profileOf, SID, smallPdf } from './entries.ts';
import { press, type Teller } from './teller.ts';
import { readFacts, type Told } from './told.ts';

type Page = Awaited<ReturnType<Teller['journey']['signIn']>>;

/** From a name to the receipt. Two indicators are claimed and evidenced in the browser, the others by acts. */
export async function submitInBrowser(told: Teller, agency: string, name: string): Promise<Told> {
  const account = `inovator.${agency}`;
  const page = await told.journey.signIn(account);
  await start(told, page, name);
  const { entryId } = await readFacts(told, name);
  await page.goto(`/usulan/${entryId}`);
  await told.look(page, 'daftar tugas usulan');
  await missingIsNamed(told, page, entryId);
  for (const part of [1, 2, 3, 4, 5, 6, 7] as const) await fillPart(told, page, entryId, part, name);
  const [first, second] = SID;
  if (first === undefined || second === undefined) throw new Error('no indicators');
  await claim(told, page, entryId, first.code, 3);
  await claim(told, page, entryId, second.code, 3);
  await badFiles(told, page, entryId, second.code);
  await fillIndicators(
    told,
    account,
    entryId,
    3,
    SID.slice(2).map(({ code }) => code),
  );
  await page.goto(`/usulan/${entryId}/periksa`);
  await told.look(page, 'periksa lengkap');
  await submitTwice(told, page, entryId);
  return readFacts(told, name);
}

async function start(told: Teller, page: Page, name: string): Promise<void> {
  await page.goto('/usulan');
  await told.look(page, 'usulan kosong');
  await page.goto('/usulan/mulai');
  await told.look(page, 'mulai usulan');
  await press(page, /^Mulai/);
  expect(await page.title()).toMatch(/^Galat:/);
  await told.look(page, 'mulai galat');
  await page.locator('[name=name]').fill(name);
  const category = page.locator('input[type=radio][name=categoryId]').first();
  if ((await category.count()) > 0) await category.check();
  await press(page, /^Mulai/);
  expect(await page.title()).not.toMatch(/^Galat:/);
}

async function missingIsNamed(told: Teller, page: Page, entryId: string): Promise<void> {
  await page.goto(`/usulan/${entryId}/periksa`);
  await told.look(page, 'periksa belum lengkap');
  const links = await page.locator('main a[href*="/profil/"]').count();
  expect(links).toBeGreaterThan(3);
}

async function fillPart(told: Teller, page: Page, entryId: string, part: PartNumber, name: string): Promise<void> {
  await page.goto(`/usulan/${entryId}/profil/${part}`);
  await told.look(page, `profil ${part}`);
  if (part === 7) await wrongPhone(told, page);
  for (const [field, value] of Object.entries(profileOf(name)[part])) await give(page, field, value);
  await press(page, /^Simpan/);
  expect([part, await page.title()]).toEqual([part, expect.not.stringMatching(/^Galat:/)]);
  const row = await told.journey.database.db.one<{ fields: Record<string, string> }>('SELECT fields FROM profile_part WHERE entry_id = $1 AND part = $2', [
    entryId,
    part,
  ]);
  for (const field of Object.keys(profileOf(name)[part])) expect([field, row?.fields[field]]).toEqual([field, expect.stringMatching(/./)]);
}

/** A malformed telephone number comes back with everything typed and its fault in both places. */
async function wrongPhone(told: Teller, page: Page): Promise<void> {
  await give(page, 'contactName', 'Nama yang tetap');
  await give(page, 'contactPhone', 'nomor saya');
  await press(page, /^Simpan/);
  expect(await page.title()).toMatch(/^Galat:/);
  expect(await page.locator('[name=contactName]').inputValue()).toBe('Nama yang tetap');
  expect(await page.locator('[name=contactPhone]').inputValue()).toBe('nomor saya');
  const target = (await page.locator('.galat-ringkas a').first().getAttribute('href')) ?? '';
  expect(await page.locator(target).count()).toBe(1);
  await told.look(page, 'profil galat');
}

/** Fills a field whatever control it has. */
async function give(page: Page, field: string, value: string): Promise<void> {
  const control = page.locator(`[name="${field}"]`);
  const kind = await control.first().evaluate((one) => `${one.tagName} ${one.getAttribute('type') ?? ''}`);
  if (kind.startsWith('INPUT radio')) await page.locator(`[name="${field}"][value="${value}"]`).check();
  else if (kind.startsWith('SELECT')) await control.selectOption(value);
  else await control.fill(value);
}

async function claim(told: Teller, page: Page, entryId: string, code: string, level: number): Promise<void> {
  await page.goto(`/usulan/${entryId}/indikator/${code}`);
  await told.look(page, 'indikator kosong');
  await page.locator(`[name=level][value="${level}"]`).check();
  await press(page, /^Simpan/);
  await page.goto(`/usulan/${entryId}/indikator/${code}`);
  expect(await page.locator(`[name=level][value="${level}"]`).isChecked()).toBe(true);
  await page.locator('input[type=file]').setInputFiles({ name: `Bukti ${code}.pdf`, mimeType: 'application/pdf', buffer: smallPdf(`Bukti ${code}`) });
  await press(page, /^(Unggah|Lampirkan|Tambah)/);
  await page.goto(`/usulan/${entryId}/indikator/${code}`);
  expect(await page.locator('main').innerText()).toContain(`Bukti ${code}.pdf`);
  await told.look(page, 'indikator berbukti');
}

/** A file of the wrong kind and an empty one say which and why, and nothing is stored. */
async function badFiles(told: Teller, page: Page, entryId: string, code: string): Promise<void> {
  const files = async () => (await told.journey.database.db.one<{ n: number }>('SELECT count(*) AS n FROM stored_file'))?.n;
  const before = await files();
  for (const [name, bytes] of [
    ['bukti.pdf', Buffer.from('MZ bukan pdf')],
    ['kosong.pdf', Buffer.alloc(0)],
  ] as const) {
    await page.goto(`/usulan/${entryId}/indikator/${code}`);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
    await press(page, /^(Unggah|Lampirkan|Tambah)/);
    expect([name, await page.title()]).toEqual([name, expect.stringMatching(/^Galat:/)]);
    await told.look(page, 'bukti galat');
  }
  expect(await files()).toBe(before);
}

/** Five presses and a replay make one submission with one number; its receipt stays reachable. */
async function submitTwice(told: Teller, page: Page, entryId: string): Promise<void> {
  await page.goto(`/usulan/${entryId}/pengajuan`);
  await told.look(page, 'pengajuan');
  const boxes = page.locator('main form input[type=checkbox]');
  for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).check();
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page
    .getByRole('button', { name: /^(Kirim|Ajukan)/ })
    .first()
    .click({ clickCount: 5, noWaitAfter: true });
  // Each press gives up the navigation of the one before, so only where the page ends counts.
  await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/tanda-terima/);
  await page.waitForLoadState('load');
  const body = (await sent).postData() ?? '';
  await told.look(page, 'tanda terima');
  const number = (await page.locator('.kuitansi__nomor').first().innerText()).trim();
  expect(number).toMatch(/^BL-2026-\d{4}$/);
  const again = await page.request.post(new URL((await sent).url()).pathname, {
    data: body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: told.journey.base },
  });
  expect(again.status()).toBe(200);
  const snapshots = await told.journey.database.db.one<{ n: number }>('SELECT count(*) AS n FROM snapshot WHERE entry_id = $1', [entryId]);
  expect(snapshots?.n).toBe(1);
  await page.goto(`/usulan/${entryId}/tanda-terima`);
  expect(await page.locator('main').innerText()).toContain(number);
}

/** Another agency's innovator and head find nothing under the entry's addresses. */
export async function strangersFindNothing(told: Teller, entryId: string): Promise<void> {
  const innovator = await told.journey.signIn('inovator.kec-awayan');
  const code = SID[0]?.code ?? '';
  for (const path of ['', '/profil/1', `/indikator/${code}`, '/periksa', '/pengajuan', '/tanda-terima', '/riwayat']) {
    expect([path, (await innovator.goto(`/usulan/${entryId}${path}`))?.status()]).toEqual([path, 404]);
  }
  const evidence = await told.journey.database.db.one<{ id: string }>('SELECT evidence_id AS id FROM evidence WHERE entry_id = $1 LIMIT 1', [entryId]);
  expect((await innovator.request.get(`/bukti/${evidence?.id}`)).status()).toBe(404);
  const head = await told.journey.signIn('kepala.kec-awayan');
  expect((await head.goto(`/persetujuan/${entryId}`))?.status()).toBe(404);
}

/** The head returns it with a reason; the innovator reads the reason, repairs, submits again under the same number; the head approves. */
export async function returnedRepairedApproved(told: Teller, agency: string, entry: Told): Promise<void> {
  const head = await told.journey.signIn(`kepala.${agency}`);
  await head.goto('/persetujuan');
  await told.look(head, 'persetujuan');
  await head.goto(`/persetujuan/${entry.entryId}`);
  await told.look(head, 'persetujuan usulan');
  await press(head, /^Kembalikan/);
  if (!/kembali$/.test(new URL(head.url()).pathname)) await head.goto(`/persetujuan/${entry.entryId}`);
  await told.look(head, 'kembalikan galat');
  await head.locator('[name=reason]').first().fill('Lengkapi nama narahubung, lalu kirim lagi.');
  await press(head, /^Kembalikan/);
  const page = await told.journey.signIn(`inovator.${agency}`);
  await page.goto(`/usulan/${entry.entryId}`);
  expect(await page.locator('main').innerText()).toContain('Lengkapi nama narahubung');
  await told.look(page, 'usulan dikembalikan');
  await page.goto(`/usulan/${entry.entryId}/profil/7`);
  await give(page, 'contactName', 'Narahubung lengkap (contoh)');
  await press(page, /^Simpan/);
  await page.goto(`/usulan/${entry.entryId}/pengajuan`);
  const boxes = page.locator('main form input[type=checkbox]');
  for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).check();
  await press(page, /^(Kirim|Ajukan)/);
  expect(await page.locator('.kuitansi__nomor').first().innerText()).toContain(entry.number);
  await page.goto(`/usulan/${entry.entryId}/riwayat`);
  await told.look(page, 'riwayat usulan');
  await head.goto(`/persetujuan/${entry.entryId}`);
  await told.look(head, 'persetujuan sesudah perbaikan');
  await head.getByLabel(/Persetujuan tidak dapat dibatalkan/).check();
  await press(head, /^Setujui/);
  expect((await told.journey.database.db.one<{ state: string }>('SELECT state FROM entry WHERE entry_id = $1', [entry.entryId]))?.state).toBe('approved');
}

/** After the close the pages name day, date and time, and nothing can be attached any more. */
export async function closedDoor(told: Teller, agency: string, entry: Told): Promise<void> {
  const account = `inovator.${agency}`;
  const page = await told.journey.signIn(account);
  await page.goto('/usulan/mulai');
  expect(await page.locator('main').innerText()).toMatch(/ditutup|tutup/i);
  await told.look(page, 'mulai sesudah tutup');
  await page.goto(`/usulan/${entry.entryId}`);
  await told.look(page, 'usulan sesudah tutup');
  const source = { link: 'https://contoh.example/terlambat', label: 'Terlambat' };
  const late = told.act(account, (a) => attachEvidence(a, { evidenceId: a.newId(), entryId: entry.entryId, indicator: SID[0]?.code ?? '', source }));
  await expect(late).rejects.toThrow(/not-editable|stage/);
}
