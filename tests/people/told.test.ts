import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sealPassword } from '../../src/actions/people/mail-server.ts';
import { grantRole } from '../../src/actions/people/seats.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { sendMessages } from '../../src/jobs/send-messages.ts';
import { saveMailSetting } from '../../src/store/mail.write.ts';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type MailBox, mailBox } from '../support/smtp.ts';
import { codeAt, secretOn } from '../support/time-codes.ts';

/** In the quiet hours: what concerns the account is told all the same. */
const NIGHT = '2026-08-19T14:00:00.000Z';

let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let box: MailBox;
let browser: Browser;
beforeAll(async () => {
  database = await testDatabase(NIGHT);
  town = await smallRegion(database.platform);
  box = await mailBox({ account: 'pengirim', password: 'rahasia' });
  const setting = {
    host: '127.0.0.1',
    port: box.port,
    security: 'none' as const,
    account: 'pengirim',
    passwordSealed: sealPassword(database.platform, town.regionId, 'rahasia'),
    fromAddress: 'lomba@contoh.example',
    fromName: 'BAILANG',
    site: 'https://lomba.contoh.example',
    isOn: true,
  };
  await saveMailSetting(database.db, town.regionId, setting, NIGHT);
  browser = browse(town.app);
  await browser.signIn(town.account, town.password);
});
beforeEach(() => {
  box.letters.length = 0;
});
afterAll(async () => {
  await box.close();
  await database.end();
});

async function mails(): Promise<readonly string[]> {
  await sendMessages(database.platform, town.regionId);
  return box.letters.map(({ to, text }) => `${to}: ${/Pada akun Anda: ([^.]*)/.exec(text)?.[1]}`).sort();
}

test('a second factor taken off is told to its owner, who did it', async () => {
  await browser.post(`${paths.secondFactor}/mulai`, {});
  const secret = secretOn(await (await browser.get(paths.secondFactor)).text());
  await browser.post(`${paths.secondFactor}/pasang`, { kode: codeAt(secret, NIGHT) });
  await browser.post(`${paths.secondFactor}/lepas`, {});
  expect(await mails()).toEqual([`${town.account}: pengaman kedua dilepas`]);
});

test('an e-mail changed is told to both addresses', async () => {
  expect((await browser.post(paths.email, { email: 'baru@contoh.example' })).status).toBe(303);
  expect(await mails()).toEqual(['baru@contoh.example: surel diganti', 'orang@contoh.example: surel diganti']);
});

test('a password changed is told', async () => {
  const fields = { password: 'kata sandi lain', again: 'kata sandi lain' };
  expect((await browser.post(paths.password, fields)).status).toBe(303);
  expect(await mails()).toEqual(['baru@contoh.example: kata sandi diganti']);
});

test('invitations of many go by mail to those who have an address, each with its own link', async () => {
  const who = { regionId: town.regionId, actor: NOBODY };
  await perform(database.platform, who, (act) => grantRole(act, { personId: town.personId, role: 'admin' }));
  const table = ['Nama\tSurel\tNIP', 'Satu\tsatu@contoh.example\t', 'Dua\tdua@contoh.example\t', 'Tiga\t\t198001012005011003'].join('\n');
  await browser.get(paths.importPeople);
  expect((await browser.post(paths.importPeople, { table, role: 'none', act: 'import' })).status).toBe(303);
  expect(await (await browser.get(paths.slips)).text()).toContain('Kirim ke 2 surel');
  const answer = await browser.post(`${paths.slips}/surel`, { agency: '', again: '' });
  expect(answer.headers.get('location')).toBe(`${paths.slips}?surel=2`);
  await sendMessages(database.platform, town.regionId);
  const invited = box.letters.filter(({ text }) => text.includes('/undangan/'));
  expect(invited.map(({ to }) => to).sort()).toEqual(['dua@contoh.example', 'satu@contoh.example']);
  expect(new Set(invited.map(({ text }) => /\/undangan\/[\w-]{43}/.exec(text)?.[0])).size).toBe(2);
});
