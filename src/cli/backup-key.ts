// Keys of backups at the command line: read from words, a file or standard input; and `bailang key`, which makes one for another office.

import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { BrokenSeal, decrypted, WrongKey } from '../platform/age.ts';
import { isSealed } from '../platform/archive.ts';
import { readSecret, recipientOf, secretText, wordsOf } from '../platform/backup-words.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import type { Config } from '../platform/config.ts';
import { randomSecret } from '../platform/crypto.ts';
import { ownBackupKey } from '../platform/vault.ts';
import { keyCommandTexts } from '../texts/id/backup-key.ts';
import type { CliIo } from './rank.ts';

const STANDARD_INPUT = 0;

export interface KeyWords {
  /** The key that was given; null when none was. */
  readonly printed: Buffer | null;
  readonly rest: readonly string[];
}

/** Takes `--kunci "24 kata"` or `--kunci-berkas FILE` out of the words of a command. */
export function readKeyWords(words: readonly string[]): KeyWords {
  const at = words.findIndex((word) => word === '--kunci' || word === '--kunci-berkas');
  if (at === -1) return { printed: null, rest: words };
  const value = words[at + 1] ?? '';
  const printed = readSecret(words[at] === '--kunci' ? value : textOf(value));
  if (printed === null) throw new CannotStart(keyCommandTexts.words);
  return { printed, rest: words.toSpliced(at, 2) };
}

function textOf(path: string): string {
  try {
    return readFileSync(path === '-' ? STANDARD_INPUT : path, 'utf8');
  } catch {
    throw new CannotStart(`Berkas kunci ${path} tidak dapat dibaca.`);
  }
}

/** A key for whoever is to open backups beside this office. Nothing of it is kept. */
export async function runKey(words: readonly string[], io: CliIo): Promise<number> {
  if (words.length > 0) throw new CannotStart('Pemakaian: bailang key');
  const secret = randomSecret();
  io.stdout(keyCommandTexts.made(wordsOf(secret).join(' '), secretText(secret), recipientOf(secret)));
  return 0;
}

/** Which key opened a backup. */
export type OpenedBy = 'plain' | 'printed' | 'own';

export interface Keys {
  readonly by: OpenedBy;
  readonly identities: readonly Uint8Array[];
}

/** What the archive is to be opened with: the key that was given, alone, so that it is proven; else the data folder's own. */
export async function keysFor(path: string, printed: Buffer | null, own: Uint8Array | null): Promise<Keys> {
  if (!(await isSealed(path))) return { by: 'plain', identities: [] };
  if (printed !== null) return { by: 'printed', identities: [printed] };
  return { by: 'own', identities: own === null ? [] : [own] };
}

/** The sentence for a key that does not open. */
export function refuseKey(by: OpenedBy) {
  return (error: unknown): never => {
    if (error instanceof WrongKey) throw new CannotStart(by === 'printed' ? keyCommandTexts.wrong : keyCommandTexts.needed);
    throw error;
  };
}

/** Takes the seal off: what is left is a plain tar, for getting one document out by hand. */
export async function runUnseal(config: Config, words: readonly string[], io: CliIo): Promise<number> {
  const { printed, rest } = readKeyWords(words);
  const [from, to, ...more] = rest;
  if (from === undefined || to === undefined || more.length > 0)
    throw new CannotStart('Pemakaian: bailang unseal BERKAS.tar.age BERKAS.tar [--kunci "24 kata"]');
  if (existsSync(to)) throw new CannotStart(`${to} sudah ada. Sebut nama lain.`);
  const { by, identities } = await keysFor(from, printed, ownBackupKey(config));
  try {
    await pipeline(
      createReadStream(from),
      (source) => (by === 'plain' ? source : decrypted(source, identities)),
      createWriteStream(to, { flags: 'wx', mode: 0o600 }),
    );
  } catch (error) {
    await rm(to, { force: true });
    if (error instanceof BrokenSeal) throw new CannotStart(`Cadangan ${from} rusak atau terpotong. Pakai cadangan lain.`);
    return refuseKey(by)(error);
  }
  io.stdout(`${to}: tar biasa, tidak terkunci. Hapus sesudah selesai.\n`);
  return 0;
}
