// Ends the programs and databases that hold a folder below the given one: a run that was told to end, or fell, leaves none behind.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The program first: it ends its own database. */
const HOLDERS = [
  ['bailang.pid', 'SIGTERM'],
  ['postmaster.pid', 'SIGINT'],
];
const DEPTH = 4;
const PATIENCE_MS = 15_000;

export async function endAllBelow(folder) {
  for (const [name, signal] of HOLDERS) {
    const pids = filesNamed(name, folder, DEPTH)
      .map(firstNumber)
      .filter((pid) => pid > 1 && send(pid, signal));
    for (const until = performance.now() + PATIENCE_MS; pids.some((pid) => send(pid, 0)) && performance.now() < until; ) await sleep(30);
  }
}

function filesNamed(name, folder, depth) {
  if (depth === 0) return [];
  return entriesOf(folder).flatMap((entry) => {
    if (entry.name === name) return [join(folder, name)];
    return entry.isDirectory() ? filesNamed(name, join(folder, entry.name), depth - 1) : [];
  });
}

/** What is gone meanwhile holds nothing. */
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function firstNumber(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return 0;
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
