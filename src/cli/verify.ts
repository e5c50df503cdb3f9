// `bailang verify FILE [--digest HEX]`: a bundle recomputed from nothing but its file, without database and network.

import { readFile, stat } from 'node:fs/promises';
import { verifyBundle } from '../domain/audit/bundle-verify.ts';
import { sha256Hex } from '../platform/crypto.ts';
import { bundleTexts, sayBundleFault, sayBundleHolds } from '../texts/id/bundle.ts';
import type { CliIo } from './rank.ts';

const USAGE = 'pakai: bailang verify BUNDEL.json [--digest SIDIK]';
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FAULTS = 20;

/** 0 with the lines that hold; 1 with the faults, the first named first; 2 when there is no bundle to check. */
export async function runVerify(argv: readonly string[], io: CliIo): Promise<number> {
  const asked = readArguments(argv);
  if (asked === null) return stop(io, USAGE);
  const size = await stat(asked.path).catch(() => null);
  const bytes = size === null || size.size > MOST_BYTES ? null : await readFile(asked.path).catch(() => null);
  if (bytes === null) return stop(io, `${asked.path}: ${bundleTexts.unreadable}`);
  const verdict = verifyBundle(bytes, sha256Hex, asked.digest);
  if (verdict.state === 'not-a-bundle') return stop(io, `${asked.path}: ${bundleTexts.notABundle}`);
  if (verdict.state === 'broken') {
    const { faults } = verdict;
    const more = faults.length > MOST_FAULTS ? [bundleTexts.more(faults.length - MOST_FAULTS)] : [];
    for (const line of [...faults.slice(0, MOST_FAULTS).map(sayBundleFault), ...more]) io.stdout(`${bundleTexts.broken}  ${line}\n`);
    return 1;
  }
  const lines = [...sayBundleHolds(verdict), `${bundleTexts.digest}: ${verdict.digest}`, asked.digest === null ? bundleTexts.compare : bundleTexts.matches];
  for (const line of lines) io.stdout(`${line}\n`);
  return 0;
}

function readArguments(argv: readonly string[]): { readonly path: string; readonly digest: string | null } | null {
  const words = argv.flatMap((word) => /^(--digest)=(.*)$/.exec(word)?.slice(1) ?? [word]);
  const at = words.indexOf('--digest');
  const digest = at === -1 ? null : (words[at + 1] ?? '').toLowerCase();
  const [path, ...rest] = at === -1 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const isFine = path !== undefined && !path.startsWith('--') && rest.length === 0 && (digest === null || /^[0-9a-f]{64}$/.test(digest));
  return isFine ? { path, digest } : null;
}

function stop(io: CliIo, words: string): number {
  io.stderr(`${words}\n`);
  return 2;
}
