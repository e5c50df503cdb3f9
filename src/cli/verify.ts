// `bailang verify FILE [--digest HEX] [--key FILE]`: a bundle recomputed from nothing but its file, without database and network.

import { readFile, stat } from 'node:fs/promises';
import type { Bundle } from '../domain/proof/bundle.ts';
import type { BundleFault } from '../domain/proof/bundle-fault.ts';
import { verifyKey } from '../domain/proof/bundle-key.ts';
import { verifyBundle } from '../domain/proof/bundle-verify.ts';
import { sha256Hex } from '../platform/crypto.ts';
import { bundleTexts, sayBundleFault, sayBundleHolds } from '../texts/id/bundle.ts';
import type { CliIo } from './rank.ts';

const USAGE = 'pakai: bailang verify BUNDEL.json [--digest SIDIK] [--key KUNCI.json]';
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FAULTS = 20;

/** 0 with the lines that hold; 1 with the faults, the first named first; 2 when there is no bundle to check. */
export async function runVerify(argv: readonly string[], io: CliIo): Promise<number> {
  const asked = readArguments(argv);
  if (asked === null) return stop(io, USAGE);
  const bytes = await readBytes(asked.path);
  if (bytes === null) return stop(io, `${asked.path}: ${bundleTexts.unreadable}`);
  const verdict = verifyBundle(bytes, sha256Hex, asked.digest);
  if (verdict.state === 'not-a-bundle') return stop(io, `${asked.path}: ${bundleTexts.notABundle}`);
  if (verdict.state === 'broken') return tellFaults(io, verdict.faults);
  const lines = [...sayBundleHolds(verdict)];
  if (asked.key !== null) {
    const key = await readBytes(asked.key);
    if (key === null) return stop(io, `${asked.key}: ${bundleTexts.unreadable}`);
    const opened = verifyKey(key.toString('utf8'), (JSON.parse(bytes.toString('utf8')) as Bundle).parts, verdict.digest, sha256Hex);
    if (opened.faults.length > 0) return tellFaults(io, opened.faults);
    lines.push(bundleTexts.keyHolds(opened.seals, opened.rows));
  }
  lines.push(`${bundleTexts.digest}: ${verdict.digest}`, asked.digest === null ? bundleTexts.compare : bundleTexts.matches);
  for (const line of lines) io.stdout(`${line}\n`);
  return 0;
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
  readonly key: string | null;
}

function readArguments(argv: readonly string[]): Asked | null {
  const given = new Map<string, string>();
  const paths: string[] = [];
  const words = argv.flatMap((word) => /^(--\w+)=(.*)$/s.exec(word)?.slice(1) ?? [word]);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) paths.push(word);
    else {
      const value = words[at + 1];
      if (!['--digest', '--key'].includes(word) || value === undefined || given.has(word)) return null;
      given.set(word, value);
      at += 1;
    }
  }
  const [path, ...rest] = paths;
  const digest = given.get('--digest')?.toLowerCase() ?? null;
  if (path === undefined || rest.length > 0 || (digest !== null && !/^[0-9a-f]{64}$/.test(digest))) return null;
  return { path, digest, key: given.get('--key') ?? null };
}

function stop(io: CliIo, words: string): number {
  io.stderr(`${words}\n`);
  return 2;
}
