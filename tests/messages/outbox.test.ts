import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sealPassword } from '../../src/actions/people/mail-server.ts';
import { remind, tell } from '../../src/actions/people/tell.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { ok } from '../../src/domain/shared/outcome.ts';
import { HOUR, later, MINUTE } from '../../src/domain/shared/time.ts';
import { sendMessages } from '../../src/jobs/send-messages.ts';
import { findMailSetting } from '../../src/store/mail.read.ts';
import { saveMailSetting } from '../../src/store/mail.write.ts';
import { smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type MailBox, mailBox } from '../support/smtp.ts';

const MORNING = '2026-08-19T02:00:00.000Z';
const NIGHT = '2026-08-19T13:00:00.000Z';
const LOGIN = { account: 'pengirim', password: 'rahasia surel' };

let database: TestDatabase;
let box: MailBox;
let regionId: string;
let personId: string;
beforeAll(async () => {
  database = await testDatabase(MORNING);
  ({ regionId, personId } = await smallRegion(database.platform));
  box = await mailBox(LOGIN);
});
afterAll(async () => {
  await box.close();
  await database.end();
});

const setting = () => ({
  host: '127.0.0.1',
  port: box.port,
  security: 'none' as const,
  account: LOGIN.account,
  passwordSealed: sealPassword(database.platform, regionId, LOGIN.password),
  fromAddress: 'lomba@contoh.example',
  fromName: 'BAILANG',
  site: 'https://lomba.contoh.example',
  isOn: true,
});

beforeEach(async () => {
  database.at(MORNING);
  await database.owner.run('DELETE FROM message');
  await database.owner.run('DELETE FROM reminder');
  await saveMailSetting(database.db, regionId, setting(), MORNING);
  box.letters.length = 0;
  box.calls = 0;
  box.mood = 'takes';
});

const returned = (innovation = 'SIPADU', aboutId = database.platform.newId()) => ({
  kind: 'entry-returned' as const,
  personId,
  aboutId,
  facts: { innovation, number: 'BL-2026-0001', note: 'Lampirkan SK.' },
});
const say = (...notices: Parameters<typeof tell>[1]) => perform(database.platform, { regionId, actor: NOBODY }, async (act) => ok(await tell(act, notices)));
const send = () => sendMessages(database.platform, regionId);
const states = async () =>
  (await database.owner.all<{ state: string; fault: string | null }>('SELECT state, fault FROM message ORDER BY message_id')).map(({ state, fault }) =>
    fault === null ? state : `${state}: ${fault}`,
  );

describe('a mail server that answers', () => {
  test('gets each message once, in plain words, with a link', async () => {
    await say(returned());
    await Promise.all([send(), send(), send()]);
    await send();
    expect(await states()).toEqual(['sent']);
    expect(box.letters.length).toBe(1);
    const [letter] = box.letters;
    expect(letter?.to).toBe('orang@contoh.example');
    expect(letter?.text).toContain('Kepala kantor mengembalikan usulan SIPADU (BL-2026-0001) dengan catatan:\n\nLampirkan SK.');
    expect(letter?.text).toMatch(/Buka: https:\/\/lomba\.contoh\.example\/usulan\/[0-9a-f-]{36}/);
    expect(letter?.raw).toContain('Subject: Usulan SIPADU dikembalikan');
    expect(letter?.raw).toContain('Content-Type: text/plain');
  });

  test('gets names as data: no header, no second name, no link of a stranger', async () => {
    await say(returned('Jahat {catatan}\r\nBcc: lain@contoh.example\r\n\r\n<b>http://palsu.example</b>'));
    await send();
    const [letter] = box.letters;
    expect(letter?.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(letter?.text).toContain('usulan Jahat {catatan} Bcc: lain@contoh.example <b>http: //palsu.example</b> (BL-2026-0001)');
    expect(box.letters.length).toBe(1);
  });

  test('hears nothing at night, but the door stays open', async () => {
    database.at(NIGHT);
    await say(returned(), { kind: 'password-reset', personId, aboutId: personId, facts: {} });
    await send();
    expect(box.letters.map(({ text }) => text.includes('meminta kata sandi baru'))).toEqual([true]);
    database.at('2026-08-19T22:59:59.999Z');
    await send();
    expect(box.letters.length).toBe(1);
    database.at('2026-08-19T23:00:00.000Z');
    await send();
    expect(box.letters.length).toBe(2);
  });

  test('that refuses a letter ends its way; the others go on', async () => {
    box.mood = 'refuses';
    await say(returned('Satu'), returned('Dua'));
    await send();
    expect(await states()).toEqual(['failed: SMTP-550', 'failed: SMTP-550']);
  });

  test('that puts a letter off gets it again, later each time', async () => {
    box.mood = 'puts-off';
    await say(returned());
    await send();
    await send();
    expect([await states(), box.calls]).toEqual([['queued: SMTP-451'], 1]);
    box.mood = 'takes';
    database.at(later(MORNING, MINUTE));
    await send();
    expect([await states(), box.letters.length]).toEqual([['sent'], 1]);
  });

  test('that hangs up before the text gets it again; after the text it is left to a person', async () => {
    box.mood = 'hangs-up-before';
    await say(returned());
    await send();
    expect((await states())[0]).toMatch(/^queued: /);
    box.mood = 'hangs-up-after';
    database.at(later(MORNING, MINUTE));
    await send();
    expect(await states()).toEqual(['failed: in-doubt']);
    expect((await findMailSetting(database.db, regionId))?.fault).not.toBeNull();
  });

  test('that does not know our password is told nothing', async () => {
    await saveMailSetting(database.db, regionId, { ...setting(), passwordSealed: sealPassword(database.platform, regionId, 'salah') }, MORNING);
    await say(returned());
    await send();
    expect([await states(), box.letters.length]).toEqual([['queued: unreachable'], 0]);
    expect(await findMailSetting(database.db, regionId)).toMatchObject({ fault: 'SMTP-535' });
  });
});

/** How many messages wait while the mail server is away: a long run asks for 10,000. */
const MESSAGES = Number(process.env.MESSAGES ?? 200);

test(
  'TR-F4: a mail server away for six hours: acts go on, and every message leaves once after',
  async () => {
    await box.close();
    for (let hour = 0; hour < 6; hour += 1) {
      database.at(later(MORNING, hour * HOUR));
      await say(...Array.from({ length: MESSAGES / 6 + 1 }, (_one, at) => returned(`Inovasi ${hour}-${at}`)));
      for (let minute = 0; minute < 60; minute += 20) {
        database.at(later(MORNING, hour * HOUR + minute * MINUTE));
        await send();
      }
    }
    expect(new Set(await states())).toEqual(new Set(['queued', 'queued: unreachable']));
    await box.open();
    database.at(later(MORNING, 6 * HOUR));
    box.mood = 'full';
    await send();
    expect(box.letters.length).toBe(0);
    box.mood = 'takes';
    await Promise.all([send(), send()]);
    await send();
    expect(new Set(await states())).toEqual(new Set(['sent']));
    const subjects = box.letters.map(({ raw }) => /Inovasi \d-\d+/.exec(raw)?.[0]);
    expect(subjects.length).toBe((await states()).length);
    expect(new Set(subjects).size).toBe(subjects.length);
  },
  30_000 + 20 * MESSAGES,
);

test('a message taken by a process that was killed is not sent again by itself', async () => {
  await say(returned());
  await database.owner.run("UPDATE message SET state = 'sending', claimed_at = $1, attempts = 1", [MORNING]);
  database.at(later(MORNING, 9 * MINUTE));
  await send();
  expect(await states()).toEqual(['sending']);
  database.at(later(MORNING, 11 * MINUTE));
  await send();
  expect([await states(), box.letters.length]).toEqual([['failed: in-doubt'], 0]);
});

test('without a mail server messages stay in the box and do not all leave later', async () => {
  await saveMailSetting(database.db, regionId, { ...setting(), isOn: false }, MORNING);
  await say(returned(), { kind: 'password-reset', personId, aboutId: personId, facts: {} });
  expect(await states()).toEqual(['box']);
  await saveMailSetting(database.db, regionId, setting(), MORNING);
  await send();
  expect(box.letters.length).toBe(0);
});

test('mails that waited too long are not sent: three days, an hour at the door', async () => {
  await say(returned(), { kind: 'password-reset', personId, aboutId: personId, facts: {} });
  database.at(later(MORNING, 2 * HOUR));
  await send();
  expect((await states()).sort()).toEqual(['failed: too-late', 'sent']);
});

test('reminds nobody twice of one thing within a day, however many ask at once', async () => {
  const aboutId = database.platform.newId();
  const once = () =>
    perform(database.platform, { regionId, actor: NOBODY }, async (act) =>
      ok(await remind(act, [{ kind: 'remind-sheets', personId, aboutId, facts: { count: 2 } }])),
    );
  const told = await Promise.all(Array.from({ length: 20 }, once));
  expect(told.filter((outcome) => outcome.ok && outcome.value === 1).length).toBe(1);
  database.at(later(MORNING, 24 * HOUR - 1));
  expect(await once()).toEqual(ok(0));
  database.at(later(MORNING, 24 * HOUR));
  expect(await once()).toEqual(ok(1));
});
