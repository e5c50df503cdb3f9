import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantRole } from '../../src/actions/people/seats.ts';
import { tell } from '../../src/actions/people/tell.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { ok } from '../../src/domain/shared/outcome.ts';
import { later, MINUTE } from '../../src/domain/shared/time.ts';
import { sendMessages } from '../../src/jobs/send-messages.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type MailBox, mailBox } from '../support/smtp.ts';

const NOW = '2026-08-19T02:00:00.000Z';
let database: TestDatabase;
let box: MailBox;
let ground: Awaited<ReturnType<typeof smallRegion>>;
let admin: Browser;
beforeAll(async () => {
  database = await testDatabase(NOW);
  box = await mailBox();
  ground = await smallRegion(database.platform);
  const { regionId, personId } = ground;
  await perform(database.platform, { regionId, actor: NOBODY }, (act) => grantRole(act, { personId, role: 'admin' }));
  admin = browse(ground.app);
  await admin.signIn(ground.account, ground.password);
});
afterAll(async () => {
  await box.close();
  await database.end();
});

const typed = (more: Readonly<Record<string, string>> = {}) => ({
  host: '127.0.0.1',
  port: String(box.port),
  security: 'none',
  account: '',
  password: '',
  fromAddress: 'lomba@contoh.example',
  fromName: 'BAILANG Uji',
  site: 'https://lomba.contoh.example',
  isOn: 'ya',
  ...more,
});
const html = async (answer: Response | Promise<Response>) => (await answer).text();
const open = async (path: string) => html(admin.get(path));
/** The number beside "Tugas saya" in the navigation. */
const unreadIn = (page: string) => Number(/class="n">([0-9]+)</.exec(page)?.[1] ?? 0);

describe('the mail server as a setting', () => {
  test('never sends a kept password to another server, by another name, or in the clear', async () => {
    await admin.get('/admin/pesan/surel');
    const change = async (more: Readonly<Record<string, string>>) =>
      (await admin.post('/admin/pesan/surel', typed({ account: 'pengirim', security: 'tls', isOn: '', ...more }))).status;
    expect(await change({ password: 'rahasia surel' })).toBe(303);
    expect(await change({ fromName: 'Nama lain' })).toBe(303);
    for (const [field, value] of [
      ['host', 'smtp.lain.example'],
      ['account', 'lain'],
      ['security', 'none'],
      ['port', '2525'],
    ] as const)
      expect([field, await change({ [field]: value })]).toEqual([field, 422]);
    expect(await change({ host: 'smtp.lain.example', password: 'rahasia lain' })).toBe(303);
    await database.owner.run('DELETE FROM mail_setting');
  });

  test.each([
    ['host', 'http://smtp', 'Tulis nama server seperti'],
    ['port', '70000', 'Porta berupa angka'],
    ['security', 'ssl', 'Pilih satu cara pengamanan'],
    ['fromAddress', 'lomba', 'Tulis surel seperti'],
    ['fromName', '', 'Isi 1 sampai 120 huruf'],
    ['site', 'lomba.contoh.example', 'Tulis alamat situs seperti'],
  ])('is refused with %s=%s, and keeps what was typed', async (field, value, sentence) => {
    await admin.get('/admin/pesan/surel');
    const answer = await admin.post('/admin/pesan/surel', typed({ [field]: value }));
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(sentence);
    expect(text).toContain(`value="${field === 'fromName' ? 'lomba@contoh.example' : 'BAILANG Uji'}"`);
  });

  test('is kept with its password sealed and never shown', async () => {
    const kept = await admin.post('/admin/pesan/surel', typed({ account: 'pengirim', password: 'sangat rahasia' }));
    expect(kept.status).toBe(303);
    const page = await open('/admin/pesan/surel');
    expect(page).not.toContain('sangat rahasia');
    expect(page).toContain('Kosongkan bila tidak berubah');
    const row = await database.owner.one<{ sealed: string }>("SELECT encode(password_sealed, 'escape') AS sealed FROM mail_setting");
    expect(row?.sealed).not.toContain('rahasia');
    await admin.post('/admin/pesan/surel', typed());
  });

  test('is tried by a letter, and says what was in its way', async () => {
    const good = await admin.post('/admin/pesan/surel/uji', { to: 'admin@contoh.example' });
    expect(good.headers.get('location')).toContain('diterima');
    expect(box.letters.at(-1)?.to).toBe('admin@contoh.example');
    await box.close();
    const bad = await admin.post('/admin/pesan/surel/uji', { to: 'admin@contoh.example' });
    await box.open();
    expect(await open(bad.headers.get('location') ?? '')).toContain('server menolak sambungan');
    expect((await admin.post('/admin/pesan/surel/uji', { to: 'salah' })).status).toBe(422);
    await admin.post('/admin/pesan/surel/uji', { to: 'admin@contoh.example' });
  });
});

describe('TR-N2: a forgotten password', () => {
  const resets = () => box.letters.filter(({ text }) => text.includes('/undangan/'));
  const linkIn = (text = '') => /https:\/\/lomba\.contoh\.example(\/undangan\/\S+)/.exec(text)?.[1] ?? '';
  beforeEach(async () => {
    box.letters.length = 0;
    await database.owner.run('DELETE FROM reset_ask');
    await database.owner.run('DELETE FROM message');
    database.at(NOW);
  });

  test('asked for 200 times at once sends at most three mails, and says the same for nobody', async () => {
    const ask = (account: string) => html(browse(ground.app).post('/lupa-sandi', { akun: account }));
    const answers = await Promise.all([
      ...Array.from({ length: 40 }, () => ask(ground.account)),
      ...Array.from({ length: 5 }, () => ask('bukan@contoh.example')),
    ]);
    expect(new Set(answers).size).toBe(1);
    const late = await Promise.all(Array.from({ length: 155 }, () => ask(ground.account)));
    expect(late.every((text) => text === answers[0] || text.includes('Terlalu banyak percobaan'))).toBe(true);
    await sendMessages(database.platform, ground.regionId);
    expect(box.letters.length).toBe(3);
    expect(new Set(box.letters.map(({ to }) => to))).toEqual(new Set([ground.account]));
  });

  test('is replaced through a link that works once, within fifteen minutes, in any browser', async () => {
    await browse(ground.app).post('/lupa-sandi', { akun: ground.account });
    await sendMessages(database.platform, ground.regionId);
    const link = linkIn(resets()[0]?.text);
    expect(link).toMatch(/^\/undangan\/[\w-]{43}$/);
    const stored = await database.owner.all<{ facts: string }>('SELECT facts::text FROM message UNION ALL SELECT data::text FROM pgboss.job');
    expect(stored.some(({ facts }) => facts.includes(link.slice(10)))).toBe(false);
    const other = browse(ground.app);
    expect((await other.get(link)).status).toBe(200);
    const sentence = { password: 'sandi yang baru sekali', again: 'sandi yang baru sekali' };
    expect((await other.post(link, sentence)).status).toBe(303);
    expect((await other.get(link)).status).toBe(404);
    await browse(ground.app).post('/lupa-sandi', { akun: ground.account });
    await sendMessages(database.platform, ground.regionId);
    const [first, second] = [linkIn(resets()[0]?.text), linkIn(resets()[1]?.text)];
    expect(second).not.toBe(first);
    database.at(later(NOW, 15 * MINUTE));
    expect((await other.get(second)).status).toBe(404);
    database.at(later(NOW, 15 * MINUTE - 1));
    expect((await other.post(second, { password: ground.password, again: ground.password })).status).toBe(303);
    await admin.signIn(ground.account, ground.password);
  });

  test('without a mail server is a matter for a person', async () => {
    await admin.get('/admin/pesan/surel');
    const { isOn: _, ...off } = typed();
    await admin.post('/admin/pesan/surel', off);
    const page = await html(browse(ground.app).post('/lupa-sandi', { akun: ground.account }));
    expect(page).toContain('Mintalah tautan sekali pakai');
    expect(page).not.toContain('Kirim tautan');
    expect(await database.owner.all("SELECT 1 FROM message WHERE kind = 'password-reset'")).toEqual([]);
    await admin.post('/admin/pesan/surel', typed());
  });
});

describe('an account that changes', () => {
  test('tells both addresses, at any hour, and stands once in the box', async () => {
    database.at('2026-08-19T15:00:00.000Z');
    await admin.signIn(ground.account, ground.password);
    await database.owner.run('DELETE FROM message');
    box.letters.length = 0;
    await admin.get('/saya/akun/surel');
    expect((await admin.post('/saya/akun/surel', { email: 'baru@contoh.example', bukti: ground.password })).status).toBe(303);
    await sendMessages(database.platform, ground.regionId);
    expect(box.letters.map(({ to }) => to).sort()).toEqual(['baru@contoh.example', ground.account]);
    expect(box.letters[0]?.text).toContain('Pada akun Anda: surel diganti.');
    expect((await open('/saya/notifikasi')).split('Akun BAILANG Anda berubah').length - 1).toBe(2);
    await database.owner.run('UPDATE person SET email = $1', [ground.account]);
    await database.owner.run('DELETE FROM message');
  });
});

describe('a message', () => {
  const about = '01920000-0000-7000-8000-00000000000a';
  let messageId = '';
  beforeAll(async () => {
    database.at(NOW);
    await admin.signIn(ground.account, ground.password);
    box.mood = 'refuses';
    const { regionId, personId } = ground;
    const facts = { innovation: 'SIPADU <b>Keliling</b>', number: 'BL-2026-0009', note: 'Lampirkan SK.' };
    await perform(database.platform, { regionId, actor: NOBODY }, async (act) =>
      ok(await tell(act, [{ kind: 'entry-returned', personId, aboutId: about, facts }])),
    );
    await sendMessages(database.platform, regionId);
    messageId = (await database.owner.one<{ id: string }>("SELECT message_id AS id FROM message WHERE kind = 'entry-returned'"))?.id ?? '';
  });

  test('stands in the box until it is opened, by its person only', async () => {
    const mine = await open('/saya');
    expect(mine).toContain('Usulan SIPADU &lt;b>Keliling&lt;/b> dikembalikan');
    const unread = unreadIn(mine);
    expect(unread).toBe(Number(/([0-9]+) belum dibaca<\/p>/.exec(mine)?.[1]));
    const page = await open('/saya/notifikasi');
    expect(page).toContain('Lampirkan SK.');
    const opened = await admin.post(`/saya/notifikasi/${messageId}/buka`, {});
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/usulan/${about}`]);
    expect(await open('/saya')).not.toContain('Keliling');
    expect(unreadIn(await open('/admin/orang'))).toBe(unread - 1);
    expect((await admin.post(`/saya/notifikasi/${about}/buka`, {})).status).toBe(404);
  });

  test('that failed is handed over by a person, who is named', async () => {
    const page = await open('/admin/pesan?nasib=failed');
    expect(page).toContain('alamat penerima atau pengirim ditolak server (SMTP-550)');
    const detail = await open(`/admin/pesan/${messageId}`);
    expect(detail).toMatch(/https:\/\/wa\.me\/\?text=Usulan%20SIPADU/);
    expect((await admin.post(`/admin/pesan/${messageId}/disampaikan`, {})).status).toBe(303);
    expect(await open(`/admin/pesan/${messageId}`)).toContain('Orang Uji');
    expect((await admin.post(`/admin/pesan/${messageId}/ulang`, {})).status).toBe(422);
  });

  test('reads as the office wants it, once its words hold only known names', async () => {
    box.mood = 'takes';
    const words = { subject: 'Kembali: {inovasi}', body: 'Halo {nama},\n{catatan}\n{tautan}', version: '0' };
    await admin.get('/admin/pesan/templat/entry-returned');
    const shown = await html(admin.post('/admin/pesan/templat/entry-returned', { ...words, pratinjau: 'ya' }));
    expect(shown).toContain('Kembali: SIPADU Keliling');
    const refused = await admin.post('/admin/pesan/templat/entry-returned', { ...words, body: 'Halo {constructor}' });
    expect([refused.status, (await refused.text()).includes('{constructor} tidak dikenal')]).toEqual([422, true]);
    expect((await admin.post('/admin/pesan/templat/entry-returned', words)).status).toBe(303);
    expect((await admin.post('/admin/pesan/templat/entry-returned', { ...words, subject: 'Lain' })).status).toBe(422);
    expect((await admin.post('/admin/pesan/templat/password-reset', { ...words, body: 'Tanpa alamat' })).status).toBe(422);
    for (const [subject, body] of [
      ['Sandi', 'Buka https://situs-lain.example/?{tautan}'],
      ['Sandi', '{tautan}\nhttps://situs-lain.example/{tautan}'],
      ['Sandi {tautan}', 'Buka\n{tautan}\n'],
    ] as const)
      expect([body, (await admin.post('/admin/pesan/templat/password-reset', { version: '0', subject, body })).status]).toEqual([body, 422]);
    expect((await admin.post('/admin/pesan/templat/password-reset', { version: '0', subject: 'Sandi', body: 'Buka {tautan}\natau\n{tautan}' })).status).toBe(
      303,
    );
    const { regionId, personId } = ground;
    await perform(database.platform, { regionId, actor: NOBODY }, async (act) =>
      ok(await tell(act, [{ kind: 'entry-returned', personId, aboutId: about, facts: { innovation: 'Dua', note: 'Ya.' } }])),
    );
    await sendMessages(database.platform, regionId);
    expect(box.letters.at(-1)?.text.trim()).toBe(`Halo Orang Uji,\nYa.\nhttps://lomba.contoh.example/usulan/${about}`);
  });
});
