import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSecondKey, confirmPrintedKey, makePrintedKey, waitingKey } from '../../src/actions/operations/backup-keys.ts';
import { perform } from '../../src/actions/perform.ts';
import { openInstallation } from '../../src/main.ts';
import { readSecret, recipientOf, wordsOf } from '../../src/platform/backup-words.ts';
import { readConfig } from '../../src/platform/config.ts';
import { randomSecret } from '../../src/platform/crypto.ts';
import { seedGround } from '../../src/seeds/sample.ts';
import { runCommand } from '../backup/command.ts';
import { countEvents } from '../factories/ledger.ts';
import { freshHome, removeHome, start, stop } from '../faults/program.ts';

describe.runIf(existsSync('/proc/self/stat'))('TR-B1: a sealed backup', { timeout: 120_000 }, () => {
  const home = freshHome();
  const place = dirname(home);
  const archive = join(place, 'satu.tar.age');
  const here = { BAILANG_DATA: home };
  const inspectorate = randomSecret();
  let words = '';
  let cookie = '';

  beforeAll(async () => {
    const { platform, close } = await openInstallation(readConfig(here));
    const { stage, people, now } = await seedGround(platform);
    const who = { regionId: stage.regionId, actor: await people.actor('admin', now) };
    const { vault, newId, db } = platform;
    await perform(platform, who, (act) => makePrintedKey(act, { keyId: newId(), label: 'Kunci cetak', vault }));
    const waiting = await waitingKey(db, vault);
    words = waiting?.words.join(' ') ?? '';
    const typed = waiting?.places.map((at) => waiting.words[at - 1] ?? '') ?? [];
    expect(await perform(platform, who, (act) => confirmPrintedKey(act, { typed: ['salah', ...typed.slice(1)], vault }))).toMatchObject({ ok: false });
    expect(await perform(platform, who, (act) => confirmPrintedKey(act, { typed, vault }))).toMatchObject({ ok: true });
    expect(await waitingKey(db, vault)).toBeNull();
    const second = { keyId: newId(), recipient: recipientOf(inspectorate), label: 'Inspektorat' };
    expect(await perform(platform, who, (act) => addSecondKey(act, second))).toMatchObject({ ok: true });
    await close();
    const program = await start(here);
    const answer = await fetch(`${program.address}/masuk`, {
      method: 'POST',
      body: new URLSearchParams({ akun: 'admin@contoh.example', sandi: 'contoh-balangan' }),
      headers: { origin: program.address },
      redirect: 'manual',
    });
    cookie = answer.headers.getSetCookie().find((line) => line.startsWith('bailang_sesi=')) ?? '';
    expect(await runCommand(['backup', archive], here)).toMatchObject({ code: 0, stderr: '' });
    await stop(program);
  }, 120_000);
  afterAll(() => removeHome(home));

  const target = (name: string) => ({ BAILANG_DATA: join(place, name) });
  /** What a refused restore must leave: no region, no evidence. */
  const restoredFiles = (name: string) =>
    existsSync(join(place, name, 'evidence')) ? readdirSync(join(place, name, 'evidence')).filter((one) => one !== 'incoming') : [];

  test('tells nothing to whoever has only the file', () => {
    const bytes = readFileSync(archive);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    for (const word of ['bailang.json', 'contoh.example', 'tabel/']) expect(bytes.includes(word)).toBe(false);
  });

  test('without a key, with another, cut short or with one bit changed brings nothing back and says what to do', async () => {
    const refused = async (words: readonly string[], file = archive) => {
      const { code, stdout, stderr } = await runCommand(['restore', file, ...words], target('kosong'));
      expect({ code, stdout, files: restoredFiles('kosong') }).toEqual({ code: 1, stdout: '', files: [] });
      return stderr;
    };
    expect(await refused([])).toContain('Ambil lembar kunci dari brankas');
    expect(await refused(['--kunci', wordsOf(randomSecret()).join(' ')])).toContain('Kunci itu tidak membuka cadangan ini');
    expect(await refused(['--kunci', words.split(' ').slice(1).join(' ')])).toContain('Kunci harus 24 kata');
    const damaged = join(place, 'rusak.tar.age');
    const whole = readFileSync(archive);
    const changed = Buffer.from(whole);
    const at = Math.floor(whole.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(damaged, changed);
    expect(await refused(['--kunci', words], damaged)).toContain('rusak atau terpotong');
    writeFileSync(damaged, whole);
    truncateSync(damaged, whole.length - 100);
    expect(await refused(['--kunci', words], damaged)).toContain('Tidak ada yang dipulihkan');
  });

  test('is opened by the printed words, and a restore ends sessions and open links, says so, and writes it down', async () => {
    const { code, stdout, stderr } = await runCommand(['restore', archive, '--kunci', words], target('pulih'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Semua orang masuk lagi: 1 sesi diakhiri');
    const program = await start({ ...target('pulih'), BAILANG_WORKER: 'tidak' });
    const mine = await fetch(`${program.address}/saya`, { headers: { cookie: cookie.split(';')[0] ?? '' }, redirect: 'manual' });
    expect(mine.status).not.toBe(200);
    expect(await (await fetch(`${program.address}/masuk`)).text()).toContain('Data dipulihkan dari cadangan');
    await stop(program);
    expect(await runCommand(['check-invariants'], target('pulih'))).toMatchObject({ code: 0, stdout: '' });
    expect(await countEvents(target('pulih'), 'region.restored')).toBe(1);
  });

  test('is opened by the second recipient too', async () => {
    const file = join(place, 'inspektorat.txt');
    writeFileSync(file, `${wordsOf(inspectorate).join('\n')}\n`);
    expect(await runCommand(['restore', archive, '--kunci-berkas', file], target('provinsi'))).toMatchObject({ code: 0, stderr: '' });
    expect(readSecret(readFileSync(file, 'utf8'))?.equals(inspectorate)).toBe(true);
  });

  test('TR-B2: a trial asks for the printed key, and after one that opened, not again this quarter', async () => {
    const untried = await runCommand(['restore', '--coba', archive], here);
    expect(untried).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Kunci cetak belum dicoba') });
    expect(await runCommand(['restore', '--coba', archive, '--kunci', words], here)).toMatchObject({ code: 0, stderr: '' });
    expect(await runCommand(['restore', '--coba', archive], here)).toMatchObject({ code: 0, stderr: '' });
  });
});
