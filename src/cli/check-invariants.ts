// `bailang check-invariants`: every promise of the system, asked of the data. Silent when all hold, but for a word to whoever looks on.

import { checkInvariants } from '../actions/audit/check-invariants.ts';
import { inspectInstallation } from '../main.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import type { Config } from '../platform/config.ts';
import { listRegions } from '../store/people.read.ts';
import type { CliIo } from './rank.ts';

/** 0 when all hold, 1 with one line a breach. Changes nothing. Refuses what is no installation of ours, or holds no region: nothing was checked there. */
export async function runCheck(config: Config, io: CliIo): Promise<number> {
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
    }
    if (found === 0 && process.stderr.isTTY) io.stderr('Semua janji sistem terpenuhi.\n');
    return found === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}
