// Verification and the desk: an outside verifier looks at claim and evidence, the list of five is computed, then announced.

import { expect } from 'vitest';
import { assignVerifier } from '../../../src/actions/assessment/assign-verifier.ts';
import { finishVerification } from '../../../src/actions/assessment/finish-verification.ts';
import { giveVerdict } from '../../../src/actions/assessment/give-verdict.ts';
import { takeUp } from '../../../src/actions/assessment/take-up.ts';
import { shippedInstrument } from '../../../src/platform/catalogues.ts';
import { follow, heading, press, type Teller } from './teller.ts';
import type { Told } from './told.ts';

const CODES = shippedInstrument('iid-2026').sid.map(({ code }) => code);
type Page = Awaited<ReturnType<Teller['journey']['signIn']>>;

/** One entry through the browser: assigned by the secretariat, begun, judged, finished. */
export async function verifyInBrowser(told: Teller, entry: Told): Promise<void> {
  told.journey.day(-20);
  const secretary = await told.journey.signIn('sekretariat');
  await secretary.goto('/s/2026/papan');
  await told.look(secretary, 'papan');
  await assignFromTable(told, secretary, entry);
  await secretary.goto('/s/2026/papan');
  await follow(secretary, new RegExp(entry.name));
  expect(await heading(secretary)).toContain(entry.name);
  await told.look(secretary, 'usulan di meja');
  await assign(secretary);
  await told.look(secretary, 'usulan ditugaskan');
  const verifier = await told.journey.signIn('verifikator2');
  await verifier.goto('/s/2026/verifikasi');
  await told.look(verifier, 'daftar verifikasi');
  await follow(verifier, new RegExp(entry.name));
  await told.look(verifier, 'verifikasi belum dimulai');
  await press(verifier, 'Mulai verifikasi');
  await told.look(verifier, 'verifikasi');
  await verdicts(told, verifier, entry);
  await press(verifier, 'Selesaikan verifikasi');
  expect((await told.journey.database.db.one<{ state: string }>('SELECT state FROM entry WHERE entry_id = $1', [entry.entryId]))?.state).toBe('verified');
  await told.look(verifier, 'daftar verifikasi selesai');
}

/** From the table: marked, seen beforehand, done, and taken back in time. */
async function assignFromTable(told: Teller, secretary: Page, entry: Told): Promise<void> {
  await secretary.goto(`/s/2026/papan?tampilan=tabel&q=nomor:${entry.number}`);
  await press(secretary, /^Tugaskan/);
  await told.look(secretary, 'papan tanpa centang');
  await secretary.getByRole('checkbox', { name: entry.name }).check();
  if (told.journey.javaScript) expect(await secretary.locator('#terpilih').innerText()).toBe('1 terpilih');
  await secretary.locator('select[name=orang]').selectOption({ label: 'Verifikator luar (contoh)' });
  await press(secretary, /^Tugaskan/);
  await told.look(secretary, 'papan pratinjau tugas');
  await press(secretary, 'Tugaskan 1 usulan');
  await told.look(secretary, 'papan sesudah tugas');
  if (told.journey.javaScript) await Promise.all([secretary.waitForURL((url) => !url.search.includes('massal')), secretary.keyboard.press('Control+z')]);
  else await press(secretary, /^Batalkan/);
  expect(await secretary.locator('main').innerText()).toContain('Dibatalkan. Tidak ada yang diberi tahu.');
}

async function assign(secretary: Page): Promise<void> {
  await secretary.locator('select[name=orang]').selectOption({ label: 'Verifikator luar (contoh)' });
  await press(secretary, /^Tugaskan/);
}

/** No verdict is chosen beforehand; a lowered one without level and reason comes back with both named; then two in the browser. */
async function verdicts(told: Teller, page: Page, entry: Told): Promise<void> {
  const first = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(await page.locator('input[name=kind]:checked').count()).toBe(0);
  await press(page, 'Simpan dan lanjut');
  expect(await page.title()).toMatch(/^Galat:/);
  await page.getByLabel('Turunkan level').check();
  await press(page, 'Simpan dan lanjut');
  expect(await page.title()).toMatch(/^Galat:/);
  expect(await page.getByLabel('Turunkan level').isChecked()).toBe(true);
  await told.look(page, 'verifikasi galat');
  await page.locator('select[name=level]').selectOption('2');
  await page.getByLabel('Alasan', { exact: false }).last().fill('Bukti yang dilampirkan hanya menunjukkan level 2.');
  await press(page, 'Simpan dan lanjut');
  expect(new URL(page.url()).pathname).not.toContain(first);
  await page.getByLabel('Sesuai klaim').check();
  await press(page, 'Simpan dan lanjut');
  const given = await told.journey.database.db.all<{ indicator: string }>('SELECT indicator FROM verdict WHERE entry_id = $1', [entry.entryId]);
  expect(given.length).toBe(2);
  for (const indicator of CODES) {
    if (given.some((one) => one.indicator === indicator)) continue;
    await told.act('verifikator2', (a) => giveVerdict(a, { verdictId: a.newId(), entryId: entry.entryId, indicator, kind: 'agree' }));
  }
  await page.goto(`/verifikasi/${entry.entryId}/${first}`);
  await told.look(page, 'verifikasi lengkap');
}

export async function verifyByActs({ journey, act }: Teller, { entryId }: Told): Promise<void> {
  const personId = journey.ground.people.ids.get('verifikator2') ?? '';
  await act('sekretariat', (a) => assignVerifier(a, { entryId, personId }));
  await act('verifikator2', (a) => takeUp(a, { entryId }));
  for (const indicator of CODES) await act('verifikator2', (a) => giveVerdict(a, { verdictId: a.newId(), entryId, indicator, kind: 'agree' }));
  await act('verifikator2', (a) => finishVerification(a, { entryId }));
}

/** The desk's own page, the list of five as a version of its own, announced; only then do the public read the names. */
export async function announce(told: Teller, entries: readonly Told[]): Promise<void> {
  told.journey.day(-8);
  const guest = await told.journey.visitor();
  const secretary = await told.journey.signIn('sekretariat');
  await secretary.goto('/s/2026/nilai-meja/skpd');
  await told.look(secretary, 'nilai meja');
  for (const { name } of entries) expect(await secretary.locator('main').innerText()).toContain(name);
  await secretary.goto('/s/2026/penetapan/skpd');
  await told.look(secretary, 'penetapan belum dihitung');
  await press(secretary, 'Tetapkan sementara');
  await told.look(secretary, 'penetapan dihitung');
  await guest.goto('/');
  expect(await guest.locator('main').innerText()).not.toContain(entries[0]?.name);
  await follow(secretary, 'Periksa dan umumkan');
  await told.look(secretary, 'pastikan pengumuman');
  await secretary.getByLabel(/daftar finalis tampil di halaman umum/).check();
  await press(secretary, 'Umumkan sekarang');
  await told.look(secretary, 'penetapan diumumkan');
  const finalists = await told.journey.database.db.all<{ id: string }>('SELECT entry_id AS id FROM finalist');
  expect(finalists.map(({ id }) => id).sort()).toEqual(entries.map(({ entryId }) => entryId).sort());
}
