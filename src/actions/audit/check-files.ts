// Whether every file that a row speaks of lies in the store, and is what its name says.

import { sha256OfStream } from '../../platform/crypto.ts';
import type { Files } from '../../platform/files.ts';
import type { Platform } from '../../platform/platform.ts';
import { listStoredFiles } from '../../store/audit.read.ts';
import type { Breach } from '../../store/invariants.read.ts';

/** `size` asks the folder only; `content` reads everything, which takes a while. */
export type FileDepth = 'size' | 'content';

export async function fileBreaches({ db, files }: Platform, regionId: string, depth: FileDepth): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const { sha256, bytes } of await listStoredFiles(db, regionId)) {
    const isThere = (await files.has(sha256)) && (await files.size(sha256)) === bytes;
    const isWhole = isThere && (depth === 'size' || (await isItsName(files, sha256)));
    if (!isWhole) breaches.push({ promise: FILE_PROMISE, says: 'every recorded file lies in the store, whole, with the content it had', subject: sha256 });
  }
  return breaches;
}

export const FILE_PROMISE = 'file.is-in-the-store';

/** What the disk cannot read is not whole either. */
function isItsName(files: Files, sha256: string): Promise<boolean> {
  return sha256OfStream(files.read(sha256)).then(
    (digest) => digest === sha256,
    () => false,
  );
}
