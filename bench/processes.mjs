// What the installation's processes cost: CPU time, memory, and the starting and ending of it.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_MS = 10; // USER_HZ is 100 on Linux

/** Fields of /proc/<pid>/stat after the name, or null when the process is gone. */
function statOf(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** The postmaster and its children. */
export function postgresOf(postmaster) {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.[1] === String(postmaster));
  return [postmaster, ...children.map(Number)];
}

function ownMs(pid) {
  const stat = statOf(pid);
  return stat === null ? 0 : (Number(stat[11]) + Number(stat[12])) * TICK_MS;
}

/** CPU of children that have ended and were waited for: short-lived workers and closed connections. */
function endedChildrenMs(pid) {
  const stat = statOf(pid);
  return stat === null ? 0 : (Number(stat[13]) + Number(stat[14])) * TICK_MS;
}

/** User and system time so far, web and database apart, in milliseconds. */
export function cpuOf({ web, postmaster }) {
  const database = postmaster === null ? 0 : postgresOf(postmaster).reduce((sum, pid) => sum + ownMs(pid), 0) + endedChildrenMs(postmaster);
  return { web: ownMs(web), database };
}

/** Proportional memory (PSS), web and database apart, in megabytes. */
export function memoryOf({ web, postmaster }) {
  const pss = (pid) => {
    try {
      return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  const database = postgresOf(postmaster).reduce((sum, pid) => sum + pss(pid), 0);
  return { web: pss(web), database, total: pss(web) + database, processes: postgresOf(postmaster).length + 1 };
}

/** A child whose output is read until a line matches `ready`. */
export function startAndWait(words, { env = {}, ready, waitMs = 90_000 }) {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in ${waitMs} ms:\n${told}`)), waitMs);
    const hear = (bytes) => {
      told += bytes;
      const found = ready.exec(told);
      if (found === null) return;
      clearTimeout(late);
      resolve({ child, found, told: () => told });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${told}`)));
  });
}

export function stop(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** Starts an empty installation of the built program in `data`, exactly as the launcher does. */
export async function startInstallation({ project, data, profile = null }) {
  const flags = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const env = { BAILANG_DATA: data, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '', DATABASE_MIGRATE_URL: '' };
  const words = [...flags, '--enable-source-maps', join(project, 'build', 'src', 'cli.js'), 'serve', '--empty'];
  const { child, found, told } = await startAndWait(words, { env, ready: /BAILANG siap di http:\/\/127\.0\.0\.1:(\d+)\// });
  const postmaster = Number(readFileSync(join(data, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const sockets = readFileSync(join(data, 'database', 'postmaster.pid'), 'utf8')
    .split('\n')[4]
    .trim();
  if (!existsSync(sockets)) throw new Error(`no sockets in ${sockets}`);
  return { child, told, port: Number(found[1]), pids: { web: child.pid, postmaster }, sockets };
}
