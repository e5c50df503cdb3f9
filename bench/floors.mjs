// The floors of a page: its statements are heard from the database's own log, then asked by a bare server.

import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The statements one request makes, with their values, as the database logs them. */
export async function statementsOf({ client, data }, ask) {
  const log = join(data, 'postgres.log');
  await ask();
  await client.query('ALTER SYSTEM SET log_min_duration_statement = 0');
  await client.query('SELECT pg_reload_conf()');
  await sleep(500);
  const from = statSync(log).size;
  await ask();
  await sleep(200);
  const heard = readFileSync(log).subarray(from).toString();
  await client.query('ALTER SYSTEM RESET log_min_duration_statement');
  await client.query('SELECT pg_reload_conf()');
  await sleep(300);
  return parse(heard);
}

/** Executed statements with the values of the detail line that follows each; those of parsing and binding are passed over. */
function parse(heard) {
  const statements = [];
  let last = null;
  for (const piece of heard.replace(/\n\t/g, '\n').split(/^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ UTC \[\d+\] )/m)) {
    const said = /^.*? UTC \[\d+\] (LOG|DETAIL): {2}([\s\S]*)$/.exec(piece);
    const executed = /^duration: [\d.]+ ms {2}(?:execute [^:]+|statement): ([\s\S]*)$/.exec(said?.[2].trimEnd() ?? '');
    if (said?.[1] === 'DETAIL' && last !== null) last.values = valuesOf(said[2].trimEnd());
    last = executed === null ? null : { text: executed[1], values: [], counter: -1 };
    if (last !== null) statements.push(last);
  }
  return statements.filter(({ text }) => !/pg_reload_conf|ALTER SYSTEM/.test(text));
}

function valuesOf(detail) {
  const found = [...detail.matchAll(/\$\d+ = (?:'((?:[^']|'')*)'|NULL)/g)];
  return found.map(([, value]) => (value === undefined ? null : value.replaceAll("''", "'")));
}

/** Starts a bare server with the statements (none: bytes only) and says where it listens. */
export function startFloor(project, job) {
  const child = spawn(process.execPath, [join(project, 'bench', 'floor-server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(job));
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve({ child, port: Number(/\d+/.exec(line)[0]) }));
    child.once('exit', (code) => reject(new Error(`the floor server ended with ${code}`)));
  });
}
