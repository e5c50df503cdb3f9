// `npm run bench numbers`: the official result, the full report and a cold `rank`, in CPU-ms of processes of their own. No installation is started.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(project, 'build', 'src');
const ROUNDS = 21;
const FIELDS = [
  { what: 'official result', entries: 400, jurors: 7, criteria: 10, must: 50 },
  { what: 'full report', entries: 60, jurors: 5, criteria: 8, must: 1_500 },
  { what: 'full report', entries: 200, jurors: 9, criteria: 20, must: 15_000 },
];

/** A field without chance: the same numbers every time, a twentieth of the sheets missing. */
function fieldOf({ entries, jurors, criteria }) {
  let state = 1;
  const next = (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const codes = Array.from({ length: criteria }, (_, k) => `C${k}`);
  const rubric = { version: 1, scale: 'minmax', minJurors: 2, decimals: 2, rankOn: 'rounded', percent: false, aggregate: 'mean', trim: 1 };
  const ids = Array.from({ length: entries }, (_, i) => `S${String(i).padStart(4, '0')}`);
  const sheets = ids.flatMap((entry) =>
    Array.from({ length: jurors }, (_, j) => ({ entry, juror: `J${j}`, scores: Object.fromEntries(codes.map((code) => [code, String(1 + next(5))])) })),
  );
  return {
    rubric: { ...rubric, criteria: codes.map((code, k) => ({ code, name: code, weight: String(5 + k), min: '1', max: '5', step: '1', entry: 'number' })) },
    entries: ids.map((id) => ({ id, desk: `${next(11_000)}/111` })),
    sheets: sheets.filter(() => next(20) > 0),
    deskShare: '40',
    juryShare: '60',
    ladder: ['jury', 'criterion:C0', 'median'],
    winners: 5,
    cut: 'include',
    incompleteSheet: 'exclude',
    decisions: [],
    lot: null,
  };
}

const cpuMs = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

async function measure(field) {
  const [{ computeResult }, { robustnessCard }, { finalDiagnostics }, { rational }] = await Promise.all(
    ['domain/result/compute.js', 'domain/robustness/card.js', 'domain/robustness/final.js', 'domain/shared/rational.js'].map(
      (name) => import(join(source, name)),
    ),
  );
  const input = fieldOf(field);
  const weights = new Map(input.rubric.criteria.map(({ code, weight }) => [code, rational(weight)]));
  const once = () => {
    const since = process.cpuUsage();
    const found = computeResult(input);
    if (!found.ok || found.value.entries.length !== field.entries) throw new Error('no result');
    if (field.what === 'full report' && robustnessCard(found.value, weights, 5).jurors.length !== field.jurors) throw new Error('no card');
    if (field.what === 'full report' && finalDiagnostics(input, found.value).margins.length === 0) throw new Error('no margins');
    return cpuMs(since);
  };
  const first = once();
  const rounds = field.must > 10_000 ? 3 : ROUNDS;
  const warm = Array.from({ length: rounds }, once).sort((a, b) => a - b);
  return { ...field, firstMs: first, medianMs: warm[(rounds - 1) / 2], memoryMB: process.resourceUsage().maxRSS / 1024 };
}

function coldRank() {
  const folder = mkdtempSync(join(tmpdir(), 'bailang-bench-'));
  const golden = join(project, 'tests', 'golden', 'rank');
  try {
    for (const name of ['scores.csv', 'config.json']) writeFileSync(join(folder, name), readFileSync(join(golden, name)));
    const walls = Array.from({ length: 5 }, () => {
      const since = performance.now();
      const words = [join(source, 'cli.js'), 'rank', '--scores', join(folder, 'scores.csv'), '--config', join(folder, 'config.json')];
      const done = spawnSync(process.execPath, words, { encoding: 'utf8' });
      if (done.status !== 0 || !done.stdout.startsWith('{')) throw new Error(done.stderr);
      return performance.now() - since;
    });
    return { what: 'rank on a small file, cold process', wallMs: walls.sort((a, b) => a - b)[2], must: 500 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [part] = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
if (part !== undefined) {
  process.stdout.write(`${JSON.stringify(await measure(FIELDS[Number(part)]))}\n`);
} else {
  const found = FIELDS.map((_, at) => JSON.parse(spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(at)], { encoding: 'utf8' }).stdout));
  for (const line of [...found, coldRank()]) process.stdout.write(`${JSON.stringify(line)}\n`);
  process.exitCode = found.every(({ medianMs, must, memoryMB }) => medianMs < must && memoryMB < 300) ? 0 : 1;
}
