// Whether every file that a row speaks of lies in the store with its size.

import type { Platform } from '../../platform/platform.ts';
import { listStoredFiles } from '../../store/audit.read.ts';
import type { Breach } from '../../store/invariants.read.ts';

export async function fileBreaches(platform: Platform, regionId: string): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const file of await listStoredFiles(platform.db, regionId)) {
    const isThere = (await platform.files.has(file.sha256)) && (await platform.files.size(file.sha256)) === file.bytes;
    if (!isThere) breaches.push({ promise: 'file.is-in-the-store', says: 'every recorded file lies in the store, whole', subject: file.sha256 });
  }
  return breaches;
}
