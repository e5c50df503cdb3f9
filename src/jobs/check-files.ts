// Has every file that was not looked at yet scanned for viruses, oldest first. A scanner that does not answer ends the round; the next begins anew.

import { keepCheck } from '../actions/evidence/keep-check.ts';
import { NOBODY, perform } from '../actions/perform.ts';
import type { Platform } from '../platform/platform.ts';
import { ScanFault, type Scanner } from '../platform/scanner.ts';
import { listUnchecked } from '../store/evidence.read.ts';
import { noteScanner } from '../store/evidence.write.ts';
import { listRegions } from '../store/people.read.ts';

const A_ROUND = 200;

/** How many answers were kept. Without a scanner nothing is asked. */
export async function checkWaitingFiles(platform: Platform): Promise<number> {
  const { scanner, db, log, now } = platform;
  if (scanner === null) return 0;
  let kept = 0;
  let trouble: ScanFault | null = null;
  const end = async (count: number, fault: ScanFault | null) => {
    if (count > 0 || fault !== null) await noteScanner(db, fault?.code ?? null, now());
    return count;
  };
  for (const { regionId } of await listRegions(db)) {
    for (const sha256 of await listUnchecked(db, regionId, A_ROUND)) {
      const fault = await checkOne(platform, scanner, regionId, sha256);
      if (fault === null) kept += 1;
      else log.error('file not scanned', fault, { sha256 });
      trouble ??= fault;
      if (fault?.code === 'unreachable') return end(kept, fault);
    }
  }
  return end(kept, trouble);
}

/** A file that is missing is another promise's care. */
async function checkOne(platform: Platform, scanner: Scanner, regionId: string, sha256: string): Promise<ScanFault | null> {
  const { files } = platform;
  if (!(await files.has(sha256))) return null;
  try {
    const answer = await scanner.scan(files.read(sha256));
    await perform(platform, { regionId, actor: NOBODY }, (act) => keepCheck(act, { sha256, ...answer }));
    return null;
  } catch (error) {
    if (error instanceof ScanFault) return error;
    throw error;
  }
}
