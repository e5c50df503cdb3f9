// `bailang verify FILE [--digest HEX] [--daftar-kunci HEX|FILE] [--jangkar FILE] [--key FILE]`: a bundle recomputed from nothing but its file, without
// database and network, and compared with what its reader has from elsewhere.

import { readFile, stat } from 'node:fs/promises';
import { type Anchor, readAnchors } from '../domain/proof/anchor.ts';
import type { Bundle } from '../domain/proof/bundle.ts';
import type { BundleFault } from '../domain/proof/bundle-fault.ts';
import { verifyKey } from '../domain/proof/bundle-key.ts';
import { type Given, verifyBundle } from '../domain/proof/bundle-verify.ts';
import { sha256Hex } from '../platform/crypto.ts';
import { bundleTools } from '../platform/signature.ts';
import { bundleTexts, sayAnchorFault, sayBundleFault, sayFound } from '../texts/id/bundle.ts';
import type { CliIo } from './rank.ts';

const USAGE = 'pakai: bailang verify BUNDEL.json [--digest SIDIK] [--daftar-kunci SIDIK|BERKAS] [--jangkar BERKAS] [--key KUNCI.json]';
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FAULTS = 20;
const UNCOMPARED = 3;

/**
 * 0 when the bundle agrees with itself and a digest or an anchor vouches for it; 1 with the faults, the first named first; 2 when there is no bundle to
 * check, or something given cannot be read; 3 when it agrees with itself and nothing from outside vouches for it.
 */
export async function runVerify(argv: readonly string[], io: CliIo): Promise<number> {
  const asked = readArguments(argv);
  if (asked === null) return stop(io, USAGE);
  const bytes = await readBytes(asked.path);
  if (bytes === null) return stop(io, `${asked.path}: ${bundleTexts.unreadable}`);
  const given = await readGiven(asked);
  if ('why' in given) return given.isRewritten ? tellRewritten(io, given.why) : stop(io, given.why);
  const verdict = verifyBundle(bytes, bundleTools, given);
  if (verdict.state === 'not-a-bundle') return stop(io, `${asked.path}: ${bundleTexts.notABundle}`);
  if (verdict.state === 'broken') return tellFaults(io, verdict.faults);
  const lines = [...sayFound(verdict)];
  if (asked.key !== null) {
    const key = await readBytes(asked.key);
    if (key === null) return stop(io, `${asked.key}: ${bundleTexts.unreadable}`);
    const opened = verifyKey(key.toString('utf8'), (JSON.parse(bytes.toString('utf8')) as Bundle).parts, verdict.digest, sha256Hex);
    if (opened.faults.length > 0) return tellFaults(io, opened.faults);
    lines.push(bundleTexts.keyHolds(opened.seals, opened.rows));
  }
  const isBound = verdict.found.boundBy.length > 0;
  lines.push(`${bundleTexts.digest}: ${verdict.digest}`, isBound ? bundleTexts.matches : bundleTexts.uncompared);
  for (const line of lines) io.stdout(`${line}\n`);
  return isBound ? 0 : UNCOMPARED;
}

export interface Unusable {
  readonly why: string;
  /** The anchors themselves say that the ledger was rewritten. */
  readonly isRewritten: boolean;
}

async function readGiven({ digest, keyList, anchors }: Asked): Promise<Given | Unusable> {
  const list = keyList === null || isDigest(keyList) ? keyList : await digestOfList(keyList);
  if (list === undefined) return { why: `${keyList}: ${bundleTexts.unreadable}`, isRewritten: false };
  if (anchors === null) return { digest, keyList: list, anchors: null };
  const read = await anchorsIn(anchors);
  return 'why' in read ? read : { digest, keyList: list, anchors: read };
}

/** A list of keys kept as a file is known by its digest, with or without a line break at its end. */
async function digestOfList(path: string): Promise<string | undefined> {
  const bytes = await readBytes(path);
  return bytes === null ? undefined : sha256Hex(bytes.toString('utf8').trim());
}

/** The anchors of a file, or why it cannot be used. */
export async function anchorsIn(path: string): Promise<readonly Anchor[] | Unusable> {
  const bytes = await readBytes(path);
  if (bytes === null) return { why: `${path}: ${bundleTexts.unreadable}`, isRewritten: false };
  const reading = readAnchors(bytes.toString('utf8'));
  if (!reading.ok) return { why: `${path}: ${sayAnchorFault(reading.line, reading.what)}`, isRewritten: reading.what === 'contradiction' };
  return reading.anchors.length === 0 ? { why: `${path}: ${bundleTexts.noAnchors}`, isRewritten: false } : reading.anchors;
}

function tellRewritten(io: CliIo, words: string): number {
  io.stdout(`${bundleTexts.broken}  ${words}\n`);
  return 1;
}

function tellFaults(io: CliIo, faults: readonly BundleFault[]): number {
  const more = faults.length > MOST_FAULTS ? [bundleTexts.more(faults.length - MOST_FAULTS)] : [];
  for (const line of [...faults.slice(0, MOST_FAULTS).map(sayBundleFault), ...more]) io.stdout(`${bundleTexts.broken}  ${line}\n`);
  return 1;
}

async function readBytes(path: string): Promise<Buffer | null> {
  const size = await stat(path).catch(() => null);
  return size === null || size.size > MOST_BYTES ? null : readFile(path).catch(() => null);
}

interface Asked {
  readonly path: string;
  readonly digest: string | null;
  readonly keyList: string | null;
  readonly anchors: string | null;
  readonly key: string | null;
}

const OPTIONS = ['--digest', '--daftar-kunci', '--jangkar', '--key'];

function readArguments(argv: readonly string[]): Asked | null {
  const given = new Map<string, string>();
  const paths: string[] = [];
  const words = argv.flatMap((word) => /^(--[a-z-]+)=(.*)$/s.exec(word)?.slice(1) ?? [word]);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) paths.push(word);
    else {
      const value = words[at + 1];
      if (!OPTIONS.includes(word) || value === undefined || given.has(word)) return null;
      given.set(word, value);
      at += 1;
    }
  }
  const [path, ...rest] = paths;
  const digest = given.get('--digest')?.toLowerCase() ?? null;
  if (path === undefined || rest.length > 0 || (digest !== null && !isDigest(digest))) return null;
  const list = given.get('--daftar-kunci') ?? null;
  const keyList = list !== null && isDigest(list.toLowerCase()) ? list.toLowerCase() : list;
  return { path, digest, keyList, anchors: given.get('--jangkar') ?? null, key: given.get('--key') ?? null };
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function stop(io: CliIo, words: string): number {
  io.stderr(`${words}\n`);
  return 2;
}
