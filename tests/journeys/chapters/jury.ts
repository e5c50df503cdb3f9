// The jury's days: conflicts confirmed, sheets saved in parts, sealed, and nobody sees another's figures.

import { expect } from 'vitest';
import { confirmAccess } from '../../../src/actions/access/confirm-access.ts';
import { saveSheet } from '../../../src/actions/assessment/save-sheet.ts';
import { sealSheet } from '../../../src/actions/assessment/seal-sheet.ts';
import { appointJuror } from '../../../src/actions/jury/appoint-juror.ts';
import { confirmConflicts } from '../../../src/actions/jury/confirm-conflicts.ts';
import { listOpenRequests } from '../../../src/store/access-request.read.ts';
import { listOwnSheets } from '../../../src/store/assessment-sheet.read.ts';
import { follow, heading, press, type Teller } from './teller.ts';

const CODES = ['KEB', 'MAN', 'REP', 'KOL', 'PEN'];
const JURORS = ['juri1.skpd', 'juri2.skpd', 'juri3.skpd'];
/** What the others give: figures that must not be seen anywhere before the plenary. */
const SECRET = '71';

/** Three jurors are appointed while the desk is closed and the presentation is ahead. */
export async function appointPanel({ journey, act, categoryId }: Teller): Promise<void> {
  journey.day(-3);
  for (const [at, account] of JURORS.entries()) {
    const personId = journey.ground.people.ids.get(account) ?? '';
    await act('sekretariat', (a) => appointJuror(a, { categoryId: categoryId('skpd'), personId, isChair: at === 0 }));
  }
  await act('admin', async (a) => {
    const requestIds = (await listOpenRequests(a.tx, a.regionId)).map(({ requestId }) => requestId);
    return confirmAccess({ ...a, provedAt: a.now }, { requestIds });
  });
}

/** The second juror works in the browser on the winner's sheet; the rest is done by acts. `winner` is the name that shall win. */
export async function judge(told: Teller, winner: string): Promise<void> {
  told.journey.day(0);
  for (const account of ['juri1.skpd', 'juri3.skpd']) await scoreRest(told, account, winner, SECRET);
  const page = await told.journey.signIn('juri2.skpd');
  await page.goto('/juri');
  await told.look(page, 'daftar juri sebelum pernyataan');
  expect(await page.locator('a[href^="/juri/lembar/"]').count()).toBe(0);
  await follow(page, 'Nyatakan sekarang');
  await press(page, 'Kirim pernyataan');
  expect(await page.title()).toMatch(/^Galat:/);
  await told.look(page, 'pakta galat');
  await page.getByLabel(/Saya menilai menurut rubrik/).check();
  await press(page, 'Kirim pernyataan');
  await told.look(page, 'daftar juri');
  await follow(page, new RegExp(winner));
  await told.look(page, 'lembar kosong');
  await inParts(told, page, winner);
  await scoreRest(told, 'juri2.skpd', winner, '60');
  await page.goto('/juri');
  await told.look(page, 'daftar juri terkunci');
}

type Page = Awaited<ReturnType<Teller['journey']['signIn']>>;

async function inParts(told: Teller, page: Page, winner: string): Promise<void> {
  const sheet = new URL(page.url()).pathname;
  await page.locator('#nilai-KEB').fill('101');
  await page.locator('#nilai-MAN').fill('90');
  await press(page, 'Simpan');
  expect(await page.title()).toMatch(/^Galat:/);
  expect(await page.locator('#nilai-KEB').inputValue()).toBe('101');
  expect(await page.locator('#nilai-MAN').inputValue()).toBe('90');
  expect(await page.locator('.galat-ringkas a').first().getAttribute('href')).toBe('#nilai-KEB');
  await told.look(page, 'lembar galat');
  await page.locator('#nilai-KEB').fill('95');
  await page.locator('#nilai-PEN').fill('');
  await press(page, 'Simpan');
  expect(await page.locator('body').innerText()).toContain('2 dari 5 kriteria dinilai');
  await told.look(page, 'lembar sebagian');
  await press(page, 'Simpan dan kunci');
  expect(await page.title()).toMatch(/^Galat:/);
  for (const code of CODES) await page.locator(`#nilai-${code}`).fill('95');
  await page.getByLabel(/Catatan/).fill('Paparan runtut.\nJawaban jelas.');
  await press(page, 'Simpan dan kunci');
  expect(await heading(page)).toBe(winner);
  expect(await page.locator('body').innerText()).toContain('95,00');
  await told.look(page, 'kunci lembar');
  await press(page, 'Kunci lembar');
  expect(new URL(page.url()).pathname).toBe(`${sheet}/tanda-terima`);
  await told.look(page, 'tanda terima lembar');
  await follow(page, 'Lihat lembar');
  expect(new URL(page.url()).pathname).toBe(sheet);
  await told.look(page, 'lembar terkunci');
  await afterTheSeal(told, page, sheet);
}

/** A score sent after the seal is refused and kept in the ledger; the sheet stays as it is. */
async function afterTheSeal(told: Teller, page: Page, sheet: string): Promise<void> {
  const csrf = await page.locator('input[name=csrf]').first().getAttribute('value');
  const answer = await page.request.post(sheet, {
    form: { csrf: csrf ?? '', revisi: '2', 'nilai-KEB': '1', tindakan: 'simpan' },
    headers: { origin: told.journey.base },
  });
  expect([409, 422]).toContain(answer.status());
  expect(await answer.text()).toContain('sudah dikunci');
  const late = await told.journey.database.db.one<{ n: number }>(`SELECT count(*) AS n FROM audit_entry WHERE kind = 'sheet.late-score-refused'`);
  expect(late?.n).toBe(1);
}

async function scoreRest({ journey, act, categoryId }: Teller, account: string, winner: string, points: string): Promise<void> {
  await act(account, (a) => confirmConflicts(a, { categoryId: categoryId('skpd'), declared: [] }));
  const personId = journey.ground.people.ids.get(account) ?? '';
  for (const sheet of await listOwnSheets(journey.database.db, journey.regionId, personId, [categoryId('skpd')])) {
    if (sheet.state !== 'draft') continue;
    const given = sheet.name === winner ? '92' : points;
    const scores = Object.fromEntries(CODES.map((code) => [code, given]));
    await act(account, (a) => saveSheet(a, { sheetId: sheet.sheetId, revision: 0, scores }));
    await act(account, (a) => sealSheet(a, { sheetId: sheet.sheetId }));
  }
}

/** Before the plenary opens, no page of a juror, the committee or the public shows a figure of another sheet, a mean or a rank. */
export async function nothingLeaks(told: Teller): Promise<void> {
  const juror = await told.journey.signIn('juri2.skpd');
  const secretary = await told.journey.signIn('sekretariat');
  const guest = await told.journey.visitor();
  const doors: readonly (readonly [Page, string])[] = [
    [juror, '/juri'],
    [juror, '/pleno/skpd'],
    [secretary, '/pleno/skpd'],
    [secretary, '/s/2026/jejak'],
    [guest, '/'],
    [guest, '/hasil'],
    [guest, '/hasil/2026/skpd'],
    [guest, '/inovasi'],
  ];
  for (const [page, path] of doors) {
    await page.goto(path);
    const text = await page.locator('main').innerText();
    expect([path, /\b(71|92|93)(,00)\b/.exec(text)?.[0] ?? null, /Peringkat 1|Juara/.exec(text)?.[0] ?? null]).toEqual([path, null, null]);
  }
}
