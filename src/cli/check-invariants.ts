// `bailang check-invariants [--jangkar FILE]`: every promise of the system, asked of the data. With anchors the ledger is compared with
// them too. Silent when all hold, but for a word to whoever looks on.

import { checkInvariants } from '../actions/audit/check-invariants.ts';
import { compareWithAnchors } from '../actions/proof/compare-anchors.ts';
import type { Anchor } from '../domain/proof/anchor.ts';
import { inspectInstallation } from '../main.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import type { Config } from '../platform/config.ts';
import type { Platform } from '../platform/platform.ts';
import { listRegions } from '../store/people.read.ts';
import { ledgerTexts } from '../texts/id/anchors.ts';
import type { CliIo } from './rank.ts';
import { anchorsIn } from './verify.ts';

const USAGE = 'pakai: bailang check-invariants [--jangkar BERKAS]';

/**
 * 0 when all hold, 1 with one line a breach, 2 when the anchors cannot be read. Changes nothing. Refuses what is no installation of ours, or holds no
 * region: nothing was checked there.
 */
export async function runCheck(config: Config, io: CliIo, words: readonly string[] = []): Promise<number> {
  const [option, path, ...rest] = words.flatMap((word) => /^(--jangkar)=(.+)$/s.exec(word)?.slice(1) ?? [word]);
  if (option !== undefined && (option !== '--jangkar' || path === undefined || rest.length > 0)) return stop(io, USAGE, 2);
  const anchors = path === undefined ? [] : await anchorsIn(path);
  if ('why' in anchors) return stop(io, anchors.why, anchors.isRewritten ? 1 : 2);
  const opened = await inspectInstallation(config);
  try {
    let found = 0;
    const regions = await listRegions(opened.platform.db);
    if (regions.length === 0) throw new CannotStart('Belum ada daerah pada data ini: tidak ada janji yang dapat diperiksa.');
    for (const region of regions) {
      for (const breach of await checkInvariants(opened.platform, region.regionId)) {
        found += 1;
        io.stdout(`${breach.promise}\t${breach.subject}\t${breach.says}\n`);
      }
      if (path !== undefined) found += await tellAnchors(opened.platform, region.regionId, anchors, io);
    }
    if (found === 0 && process.stderr.isTTY) io.stderr('Semua janji sistem terpenuhi.\n');
    return found === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}

/** Gives the number of lines: rows that differ from their anchors, and where the first that differs lies. */
async function tellAnchors({ db }: Platform, regionId: string, anchors: readonly Anchor[], io: CliIo): Promise<number> {
  const compared = await compareWithAnchors(db, regionId, anchors);
  const tell = (subject: string, says: string) => io.stdout(`ledger.stands-as-anchored\t${subject}\t${says}\n`);
  if (compared === null) {
    tell(regionId, ledgerTexts.otherRegion);
    return 1;
  }
  const { faults, holdsUpTo } = compared;
  for (const { seq, at, found } of faults.slice(0, MOST_FAULTS)) tell(`row ${seq}`, found === null ? ledgerTexts.gone(seq, at) : ledgerTexts.changed(seq, at));
  const [first] = faults;
  if (first !== undefined) tell(`row ${first.seq}`, ledgerTexts.between(holdsUpTo + 1, first.seq));
  else io.stderr(`${ledgerTexts.agrees(compared.compared)}\n`);
  return faults.length;
}

const MOST_FAULTS = 20;

function stop(io: CliIo, words: string, code: number): number {
  io.stderr(`${words}\n`);
  return code;
}
