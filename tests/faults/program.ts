// The built program as a process of its own, on a data folder of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly child: ChildProcess;
  /** Without the last slash. */
  readonly address: string;
  readonly told: string;
  readonly ended: Promise<Ended>;
}

type Environment = Readonly<Record<string, string>>;

/** A path for data below a folder that the database's account may pass through. */
export function freshHome(): string {
  const above = mkdtempSync(join(tmpdir(), 'bailang-start-'));
  chmodSync(above, 0o755);
  return join(above, 'data');
}

export function removeHome(home: string): void {
  rmSync(dirname(home), { recursive: true, force: true });
}

const PROGRAM = 'build/src/cli.js';
/** Starts the program again when it falls. */
export const LAUNCHER = 'bin/bailang.mjs';

/** Runs until the program ends by itself. */
export function runToEnd(env: Environment, words: readonly string[] = [], file = PROGRAM): Promise<Ended> {
  return launch(env, words, file).ended;
}

/** Resolves when the program says that it is ready; fails with its words when it ends before. */
export function start(env: Environment, words: readonly string[] = [], file = PROGRAM): Promise<Program> {
  const { child, ended } = launch(env, words, file);
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout?.on('data', (chunk) => {
      told += chunk;
      const address = /siap di (\S+)\/\n/.exec(told)?.[1];
      if (address !== undefined) setImmediate(() => resolve({ child, address, told, ended }));
    });
    ended.then(({ code, stderr }) => reject(new Error(`ended with ${code}: ${told}${stderr}`)));
  });
}

/** Asks it to end, as the launcher and a service manager do. */
export async function stop(program: Program): Promise<Ended> {
  program.child.kill('SIGTERM');
  return program.ended;
}

function launch(env: Environment, words: readonly string[], file: string) {
  const { DATABASE_URL: _url, DATABASE_MIGRATE_URL: _migrate, ...outer } = process.env;
  const child = spawn(process.execPath, [file, 'serve', ...words], {
    env: { ...outer, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk) => {
      heard[stream] += chunk;
    });
  }
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...heard })));
  return { child, ended };
}

/** The first process of the folder's database, as it wrote it down itself. */
export function databaseOf(home: string): number {
  return Number(readFileSync(join(home, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** That process and its children. */
export function familyOf(pid: number): readonly number[] {
  return [pid, ...processes().filter((one) => parentOf(one) === pid)];
}

/** Processes that name the folder in their command. */
export function processesOn(home: string): readonly number[] {
  return processes().filter((pid) => read(`/proc/${pid}/cmdline`).includes(home));
}

export function isAlive(pid: number): boolean {
  return !['', 'Z'].includes(statOf(pid)[0] ?? '');
}

const processes = () => readdirSync('/proc').map(Number).filter(Number.isInteger);
const parentOf = (pid: number) => Number(statOf(pid)[1]);
const statOf = (pid: number) => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
