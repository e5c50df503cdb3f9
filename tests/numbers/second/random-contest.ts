// Random contests for the second calculator: few distinct scores so that ties are common, desk shares, every aggregate, missing sheets and cells.

import type { Config } from './rule.ts';

export interface RandomContest {
  readonly rows: readonly (readonly string[])[];
  readonly config: Config;
}

const LADDERS = [
  [],
  ['jury'],
  ['jury', 'desk'],
  ['criterion:C1', 'median'],
  ['wins'],
  ['wins', 'decision'],
  ['exact', 'wins'],
  ['decision'],
  ['jury', 'lot'],
  ['desk', 'criterion:C2', 'lot'],
];

/** The same contest for the same number. */
export function randomContest(seed: number): RandomContest {
  let state = (seed * 2_654_435_761 + 1) % 2_147_483_648;
  const below = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const [entries, jurors, size] = [2 + below(3), pick([1, 2, 3, 3, 3, 4]), pick([1, 2, 2, 3])];
  const codes = ['C1', 'C2', 'C3'].slice(0, size);
  const scale = pick(['minmax', 'max', 'raw'] as const);
  const step = pick(['1', '0.5', '0.01']);
  const ranges = codes.map(() =>
    pick([
      ['1', '5'],
      ['0', '10'],
      ['0', '100'],
      ['2', '7.5'],
    ] as const),
  );
  const ids = ['A', 'B', 'C', 'D'].slice(0, entries);
  const gaps = pick([0, 0, 8, 4]);
  const panel = Array.from({ length: jurors }, (_, j) => j);
  const scores = ids.map(() => panel.map(() => codes.map((_, c) => score(ranges[c] ?? ['0', '1'], step, below))));
  // Every second field has entries that got the scores of the first from other jurors, or nearly so: ties that only a ladder can settle.
  const twins = below(2) === 0 ? 2 : 1_000_000;
  for (const [i] of ids.entries()) {
    const shift = below(jurors);
    if (i > 0 && below(twins) === 0) scores[i] = panel.map((j) => [...(scores[0]?.[(j + shift) % jurors] ?? [])]);
    const own = scores[i]?.[0];
    if (i > 0 && twins === 2 && below(4) === 0 && own !== undefined) own[0] = score(ranges[0] ?? ['0', '1'], step, below);
  }
  const rows = ids.flatMap((id, i) =>
    panel.flatMap((j) => {
      if (gaps > 0 && below(gaps) === 0) return [];
      return codes.map((code, c) => [id, `J${j + 1}`, code, gaps > 0 && below(3 * gaps) === 0 ? '' : (scores[i]?.[j]?.[c] ?? '')]);
    }),
  );
  const [deskWeight, juryWeight] = pick([
    ['0', '1'],
    ['40', '60'],
    ['1', '1'],
    ['1', '9'],
    ['2.5', '1'],
    ['1', '0'],
  ] as const);
  const without = pick([0, 0, 0, 5]);
  const values = twins === 2 ? ['62', '62', '62', '62.004'] : ['60', '62', '62', '70.5', '8470/111'];
  const desk = ids.flatMap((id) => (without > 0 && below(without) === 0 ? [] : [[id, pick(values)]]));
  return {
    rows,
    config: {
      criteria: Object.fromEntries(
        codes.map((code, c) => [code, { weight: pick(['1', '2', '3', '0.7', '25']), min: ranges[c]?.[0] ?? '0', max: ranges[c]?.[1] ?? '1' }]),
      ),
      scale,
      incomplete_sheet: pick(['exclude', 'exclude', 'renormalise'] as const),
      jury_aggregate: pick(['mean', 'mean', 'trimmed', 'median'] as const),
      trim: 1,
      min_jurors: pick([1, 1, 2]),
      desk: Object.fromEntries(desk),
      desk_weight: deskWeight,
      jury_weight: juryWeight,
      decimals: pick([0, 1, 2, 2]),
      rank_on: pick(['rounded', 'exact'] as const),
      tiebreak: pick(LADDERS).filter((one) => !one.startsWith('criterion:') || codes.includes(one.slice(10))),
      top_n: below(entries + 2),
      decisions: pick([
        [],
        [],
        [{ tied: ids.slice(0, 2), order: [[ids[1] ?? ''], [ids[0] ?? '']], act: '1' }],
        [{ tied: ids, order: ids.map((id) => [id]), act: '2' }],
      ]),
      lot: pick([null, { seed: String(below(1000)) }]),
    },
  };
}

/** A few steps around the middle of the scale, or anywhere on it. */
function score([min, max]: readonly [string, string], step: string, below: (limit: number) => number): string {
  const unit = Number(step);
  const steps = Math.floor((Number(max) - Number(min)) / unit);
  const at = below(4) === 0 ? below(steps + 1) : Math.min(steps, Math.floor(steps / 2) + below(4));
  return String(Math.round((Number(min) + at * unit) * 100) / 100);
}
