import { randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { BrokenSeal, decrypted, encrypted, publicPart, WrongKey } from './age.ts';
import { readRecipient, readSecret, recipientOf, secretText, wordsOf } from './backup-words.ts';

async function* pieces(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function whole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const one of content) all.push(one);
  return Buffer.concat(all);
}
const seal = (bytes: Uint8Array, ...secrets: readonly Uint8Array[]) => whole(encrypted(pieces(bytes), secrets.map(publicPart)));
const CHUNK = 64 * 1024;
const SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17];

describe('an encrypted file', () => {
  test.each(SIZES)('of %i bytes opens for each recipient, in pieces of any size', async (size) => {
    const [mine, theirs, bytes] = [randomBytes(32), randomBytes(32), randomBytes(size)];
    const file = await seal(bytes, mine, theirs);
    for (const secret of [mine, theirs]) {
      for (const step of [7_777, CHUNK, file.length]) expect((await whole(decrypted(pieces(file, step), [secret]))).equals(bytes)).toBe(true);
    }
  });

  test.each(SIZES)('of %i bytes is read by another implementation of age, and the other way round', async (size) => {
    const [secret, bytes] = [randomBytes(32), randomBytes(size)];
    const theirs = new Decrypter();
    theirs.addIdentity(secretText(secret));
    expect(Buffer.from(await theirs.decrypt(await seal(bytes, randomBytes(32), secret))).equals(bytes)).toBe(true);
    const made = new Encrypter();
    made.addRecipient(recipientOf(secret));
    expect((await whole(decrypted(pieces(await made.encrypt(bytes)), [secret]))).equals(bytes)).toBe(true);
  });

  test('opens for no other key', async () => {
    const file = await seal(randomBytes(100), randomBytes(32));
    await expect(whole(decrypted(pieces(file), [randomBytes(32)]))).rejects.toThrow(WrongKey);
    await expect(whole(decrypted(pieces(file), []))).rejects.toThrow(WrongKey);
  });

  test('with any bit changed or any end missing never opens whole', async () => {
    const secret = randomBytes(32);
    const file = await seal(randomBytes(2 * CHUNK + 5), secret);
    const open = (bytes: Uint8Array) => whole(decrypted(pieces(bytes), [secret]));
    const head = file.indexOf('\n---');
    for (const at of [0, 30, 40, head - 5, head + 2, head + 8, head + 60, head + 200, CHUNK, file.length - 1]) {
      const bytes = Buffer.from(file);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      const fault = await open(bytes).catch((error: unknown) => error);
      expect(fault instanceof BrokenSeal || fault instanceof WrongKey, String(at)).toBe(true);
    }
    for (const length of [0, 10, head, head + 20, file.length - 1, file.length - 21, file.length - 21 - CHUNK - 16]) {
      await expect(open(file.subarray(0, length)), String(length)).rejects.toThrow(BrokenSeal);
    }
    await expect(open(Buffer.concat([file, Buffer.from('x')]))).rejects.toThrow(BrokenSeal);
  });
});

describe('a key as people keep it', () => {
  test('goes through words, through the first letters of words, and through the text of age', async () => {
    const secret = randomBytes(32);
    const words = wordsOf(secret);
    expect(words).toHaveLength(24);
    for (const typed of [
      words.join(' '),
      words.map((word) => word.slice(0, 4).toUpperCase()).join('\n'),
      words.map((word, at) => `${at + 1}. ${word}`).join('\n'),
      secretText(secret),
    ]) {
      expect(readSecret(typed)?.equals(secret), typed).toBe(true);
    }
    expect(readRecipient(recipientOf(secret))?.equals(publicPart(secret))).toBe(true);
    const theirs = await generateX25519Identity();
    const mine = readSecret(`# a comment\n${theirs}\n`);
    expect(mine === null ? '' : recipientOf(mine)).toBe(await identityToRecipient(theirs));
  });

  test('mistyped is no key', () => {
    const words = [...wordsOf(randomBytes(32))];
    const swapped = words.with(0, words[0] === 'zoo' ? 'abandon' : 'zoo');
    expect(readSecret(words.slice(1).join(' '))).toBeNull();
    expect([swapped.join(' '), 'kata '.repeat(24), ''].map((typed) => readSecret(typed)).filter((one) => one !== null).length).toBeLessThan(2);
    const recipient = recipientOf(randomBytes(32));
    expect(readRecipient(`${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`)).toBeNull();
    expect(readRecipient('age1kosong')).toBeNull();
    expect(readSecret('AGE-SECRET-KEY-1QQQ')).toBeNull();
  });
});
