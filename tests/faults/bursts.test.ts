import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

interface Found {
  readonly acked: { readonly profile: number; readonly comment: number; readonly file: number };
  readonly missing: readonly string[];
  readonly longestS: number;
  readonly ended: number;
  readonly refused: number;
  readonly cut: number;
  readonly full: number;
  readonly breaches: string;
  readonly checked: number;
  /** Only root may make the small disk that fills. */
  readonly diskFilled: boolean;
}

test('TR-F9: in a burst of writes whose connections end, whose disk fills and whose bodies are cut, the program lives and loses nothing', {
  timeout: 300_000,
}, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/faults/bursts.mjs', '1', '8']);
  const found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Found;
  expect(found).toMatchObject({ missing: [], breaches: '', checked: 0 });
  expect(found.longestS).toBeLessThan(5);
  expect(Math.min(found.acked.profile, found.acked.comment, found.acked.file, found.ended, found.refused, found.cut)).toBeGreaterThan(0);
  if (found.diskFilled) expect(found.full).toBeGreaterThan(0);
});
