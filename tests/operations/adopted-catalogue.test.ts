import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInstallation } from '../../src/main.ts';
import { readConfig } from '../../src/platform/config.ts';
import { keyFileOf, runCommand } from '../backup/command.ts';
import { seedAdopted } from '../factories/adopted.ts';
import { freshHome, removeHome } from '../faults/program.ts';

describe.runIf(existsSync('/proc/self/stat'))('TR-B1: a region that is judged by a catalogue it adopted', { timeout: 120_000 }, () => {
  const home = freshHome();
  const archive = join(dirname(home), 'satu.tar.age');
  beforeAll(async () => {
    const opened = await openInstallation(readConfig({ BAILANG_DATA: home }));
    await seedAdopted(opened.platform).finally(() => opened.close());
  }, 120_000);
  afterAll(() => removeHome(home));

  test('keeps its promises for a process that never saw the adoption', async () => {
    expect(await runCommand(['check-invariants'], { BAILANG_DATA: home })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('is backed up, tried and restored', async () => {
    expect(await runCommand(['backup', archive], { BAILANG_DATA: home })).toMatchObject({ code: 0, stderr: '' });
    expect(await runCommand(['restore', '--coba', archive], { BAILANG_DATA: home })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Percobaan pulih berhasil'),
      stderr: '',
    });
    const other = { BAILANG_DATA: join(dirname(home), 'pulih') };
    expect(await runCommand(['restore', archive, '--kunci-berkas', keyFileOf(home)], other)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Semua janji sistem terpenuhi'),
      stderr: '',
    });
    expect(await runCommand(['check-invariants'], other)).toMatchObject({ code: 0, stdout: '' });
  });
});
