// How full the disk of a folder is.

import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Free bytes are those an ordinary account may still write. A folder not made yet is judged by the one above it. */
export async function diskOf(folder: string): Promise<{ readonly freeBytes: number; readonly totalBytes: number }> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    return diskOf(dirname(folder));
  }
}
