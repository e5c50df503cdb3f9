import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/platform/crypto.ts';
import { freshHome, removeHome } from '../faults/program.ts';
import { keyFileOf, runCommand } from './command.ts';

const isLinux = existsSync('/proc/self/stat');

describe.runIf(isLinux)('one changed bit in one piece of evidence', { timeout: 60_000 }, () => {
  const home = freshHome();
  const place = dirname(home);
  const archive = join(place, 'busuk.tar.age');
  const restored = join(place, 'pulih');
  let rotten = '';
  let others: readonly string[] = [];

  beforeAll(async () => {
    await runCommand(['seed', 'finished'], { BAILANG_DATA: home });
    [rotten = '', ...others] = evidenceIn(home);
    flipBit(pathOf(home, rotten));
  }, 120_000);
  afterAll(() => removeHome(home));

  test('is found by the check of all promises, which names the file', async () => {
    const { code, stdout } = await runCommand(['check-invariants'], { BAILANG_DATA: home });
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining(`file.is-in-the-store\t${rotten}`) });
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test('is found by the backup, which is made all the same', async () => {
    const { code, stdout, stderr } = await runCommand(['backup', archive], { BAILANG_DATA: home });
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining(`${others.length} berkas bukti`) });
    expect(stderr).toContain(rotten);
  });

  test('is named by a trial, which fails for it', async () => {
    const { code, stdout, stderr } = await runCommand(['restore', '--coba', archive], { BAILANG_DATA: home });
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining(`file.is-in-the-store\t${rotten}`) });
    expect(stderr).toContain(`Berkas bukti ${rotten} sudah rusak ketika dicadangkan`);
  });

  test('costs that file alone: everything else comes back, and nothing under a wrong name', async () => {
    const { code, stdout, stderr } = await runCommand(['restore', archive, '--kunci-berkas', keyFileOf(home)], { BAILANG_DATA: restored });
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining(`${others.length} berkas bukti`) });
    expect(stderr).toContain(`Berkas bukti ${rotten} sudah rusak ketika dicadangkan`);
    expect(stdout).toContain(`file.is-in-the-store\t${rotten}`);
    expect(evidenceIn(restored)).toEqual(others);
    for (const sha256 of others) expect(sha256Hex(readFileSync(pathOf(restored, sha256)))).toBe(sha256);
  });

  test('in an archive is another thing: all of it is refused', async () => {
    const plain = join(place, 'busuk.tar');
    expect(await runCommand(['unseal', archive, plain], { BAILANG_DATA: home })).toMatchObject({ code: 0, stderr: '' });
    const whole = readFileSync(plain);
    const [wanted = ''] = others;
    const at = whole.indexOf(readFileSync(pathOf(home, wanted)));
    expect(at).toBeGreaterThan(0);
    whole[at + 20] = (whole[at + 20] ?? 0) ^ 1;
    const damaged = join(place, 'rusak.tar');
    writeFileSync(damaged, whole);
    const target = join(place, 'kosong');
    const { code, stdout, stderr } = await runCommand(['restore', damaged], { BAILANG_DATA: target });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`sekitar bagian bukti/${wanted}. Tidak ada yang dipulihkan`);
    expect(evidenceIn(target)).toEqual([]);
  });
});

const pathOf = (home: string, sha256: string) => join(home, 'evidence', sha256.slice(0, 2), sha256);

function evidenceIn(home: string): readonly string[] {
  return readdirSync(join(home, 'evidence'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.slice(-64))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .sort();
}

function flipBit(path: string): void {
  const bytes = readFileSync(path);
  bytes[50] = (bytes[50] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
