import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Hex } from './crypto.ts';
import { type Files, openFiles, type StoredBytes } from './files.ts';

let folder: string;
let files: Files;
let serial = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bailang-files-'));
  files = openFiles(folder, () => `n${serial++}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const everything = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const words = Buffer.from('surat keputusan');

test('keeps the same content once, and gives it back', async () => {
  const first = await files.write(words);
  expect(await files.write(Readable.from([words.subarray(0, 4), words.subarray(4)]))).toEqual(first);
  const { sha256, bytes } = first as StoredBytes;
  expect([sha256, bytes]).toEqual([sha256Hex(words), words.length]);
  expect(everything()).toHaveLength(1);
  expect([await files.has(sha256), await files.size(sha256)]).toEqual([true, words.length]);
  expect(await buffer(files.read(sha256))).toEqual(words);
  expect(await buffer(files.read(sha256, { start: 6, end: 8 }))).toEqual(words.subarray(6, 9));
  await files.remove(sha256);
  expect([await files.has(sha256), everything()]).toEqual([false, []]);
});

test('leaves nothing of what is too large, and takes exactly the limit', async () => {
  expect(await files.write(words, words.length - 1)).toBe('too-large');
  expect(everything()).toEqual([]);
  expect(await files.write(words, words.length)).toMatchObject({ bytes: words.length });
});

test('leaves nothing of a stream that breaks off', async () => {
  const broken = Readable.from(
    (function* () {
      yield words;
      throw new Error('line cut');
    })(),
  );
  await expect(files.write(broken)).rejects.toThrow('line cut');
  expect(everything()).toEqual([]);
});

test('hands the first bytes to whoever tells the kind, however they arrive', async () => {
  const large = Buffer.alloc(10_000, 'ab');
  const { head } = (await files.write(Readable.from([large.subarray(0, 1), large.subarray(1, 3000), large.subarray(3000)]))) as StoredBytes;
  expect(head).toEqual(large.subarray(0, 4096));
  expect(existsSync(join(folder, 'incoming'))).toBe(true);
});
