// A name of a folder of its own, made once and lying in it: another folder bears another.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function markOf(folder: string, newName: () => string): Promise<string> {
  const path = join(folder, 'tanda-folder');
  await writeFile(path, newName(), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(path, 'utf8');
}
