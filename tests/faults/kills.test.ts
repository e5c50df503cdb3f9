import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

interface Found {
  readonly acked: { readonly profile: number; readonly comment: number; readonly seal: number };
  readonly missing: readonly string[];
  readonly breaches: string;
  readonly checked: number;
}

test('loses nothing acknowledged when it is killed in bursts of saves and seals', { timeout: 180_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/faults/kills.mjs', '3']);
  const found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Found;
  expect(found).toMatchObject({ missing: [], breaches: '', checked: 0 });
  expect(Math.min(found.acked.profile, found.acked.comment, found.acked.seal)).toBeGreaterThan(0);
});
