// A folder outside the data folder that keeps anchors: a plain file a region, only ever added to; a commit for each addition where it is a git folder.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the folder holds of the region; empty when nothing yet. */
export async function readAnchorFile(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

export async function addToAnchorFile(folder: string, name: string, lines: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  if (!existsSync(join(folder, '.git'))) return;
  const git = (...words: readonly string[]) => run('git', ['-C', folder, ...words], { timeout: 30_000 });
  await git('add', '--', name);
  await git(
    '-c',
    'user.name=BAILANG',
    '-c',
    'user.email=bailang@localhost',
    'commit',
    '--quiet',
    '-m',
    lines.at(-1)?.split(' ').slice(0, 5).join(' ') ?? '',
    '--',
    name,
  );
}
