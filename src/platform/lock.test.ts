import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isTaken, takeFolder } from './lock.ts';

let folder: string;
const lock = () => join(folder, 'bailang.pid');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bailang-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('is held once and free again after its release', () => {
  const taken = takeFolder(folder);
  expect(isTaken(folder)).toBe(true);
  expect(takeFolder(folder)).toEqual({ heldBy: process.pid });
  if ('release' in taken) taken.release();
  expect(isTaken(folder)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

const gone = () => spawnSync(process.execPath, ['-e', '']).pid;

test.each([
  ['a process that is gone', () => `${gone()} 12345`],
  ['a living process that only got the same id', () => `${process.pid} 1`],
  ['nobody: an empty file', () => ''],
  ['nobody: a torn file', () => 'abc'],
])('is taken over from %s', (_whose, content) => {
  writeFileSync(lock(), content());
  expect(isTaken(folder)).toBe(false);
  expect(takeFolder(folder)).toHaveProperty('release');
  expect(readFileSync(lock(), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  expect(readdirSync(folder)).toEqual(['bailang.pid']);
});
