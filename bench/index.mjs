// `npm run bench index`: the index of 400 innovations with its ten best next gains, in CPU-ms of this process. No installation is started.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const room = join(project, 'build', 'src', 'domain', 'regional-index');
const [{ readIndexRule }, { computeIndex }, { nextGains }] = await Promise.all(['rule.js', 'iid.js', 'gains.js'].map((name) => import(join(room, name))));
const INNOVATIONS = 400;
const ROUNDS = 21;
const MUST = 100;

const must = (outcome) => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const text = readFileSync(join(project, 'data', 'catalogues', 'iid-2026.json'), 'utf8');
const rule = must(readIndexRule(text));
const levels = (rows, seed) => Object.fromEntries(rows.map(({ code }, at) => [code, (seed * 7 + at * 3 + ((seed * at) % 5)) % 4]));
const portfolio = {
  year: 2026,
  spd: levels(rule.spd, 1),
  innovations: Array.from({ length: INNOVATIONS }, (_, at) => ({
    code: `INV${at}`,
    affair: rule.basicServices[at % rule.basicServices.length],
    levels: levels(rule.sid, at),
  })),
};

function cpuMs(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const work = () => {
  must(readIndexRule(text));
  must(computeIndex(rule, portfolio));
  if (must(nextGains(rule, portfolio, 10)).length !== 10) throw new Error('not ten gains');
};
const first = cpuMs(work);
const warm = Array.from({ length: ROUNDS }, () => cpuMs(work)).sort((a, b) => a - b);
const found = { innovations: INNOVATIONS, firstMs: first, medianMs: warm[(ROUNDS - 1) / 2], worstMs: warm.at(-1), mustMs: MUST };
process.stdout.write(`${JSON.stringify(found)}\n`);
process.exitCode = first < MUST ? 0 : 1;
