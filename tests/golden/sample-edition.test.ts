import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Instrument, readCatalogue } from '../../src/domain/instrument/instrument.ts';
import type { Criterion, Rubric } from '../../src/domain/instrument/rubric.ts';
import { computeResult } from '../../src/domain/result/compute.ts';
import { computeShortlist } from '../../src/domain/result/shortlist.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';

interface Sample {
  readonly entries: readonly { readonly slug: string; readonly category: string; readonly verified: string }[];
  readonly finalists: Readonly<Record<string, readonly string[]>>;
  readonly scores: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}
interface Golden {
  readonly order: readonly string[];
  readonly entries: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly desk: { readonly points: Readonly<Record<string, number>>; readonly belowFloor: readonly string[] };
}

const read = <T>(path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
const sample = read<Sample>('../../data/sample/balangan-2026.json');
const golden = read<Record<string, Golden>>('sample-edition.json');
const instrument = must(readCatalogue(readFileSync(new URL('../../data/catalogues/iid-2026.json', import.meta.url), 'utf8')));

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

const levelsOf = ({ sid }: Instrument, verified: string) => Object.fromEntries(sid.map(({ code }, at) => [code, Number(verified[at])]));
const LEVELS = ['1', '2', '3'].map((points) => ({ points, label: points }));
const numeric = (weight: string, at: number): Criterion => ({ code: `K${at + 1}`, name: '', weight, min: '0', max: '100', step: '1', entry: 'number' });
const levelled = (weight: string, at: number): Criterion => ({ ...numeric(weight, at), min: '1', max: '3', entry: 'levels', levels: LEVELS });
const common = { version: 1, minJurors: 3, decimals: 2, rankOn: 'rounded', percent: false, aggregate: 'mean', trim: 0 } as const;
const RUBRICS: Readonly<Record<string, Rubric>> = {
  skpd: { ...common, scale: 'raw', criteria: ['30', '25', '20', '15', '10'].map(numeric) },
  'blud-puskesmas': { ...common, scale: 'max', criteria: ['5', '5', '4', '3', '2', '2'].map(levelled) },
};

describe.each(Object.entries(RUBRICS))('the sample edition, %s', (category, rubric) => {
  const entries = sample.entries.filter((entry) => entry.category === category).map(({ slug, verified }) => ({ id: slug, verified: levelsOf(instrument, verified) }));
  const rules = { floor: '50', shortlist: { kind: 'top', n: 5 }, cut: 'unresolved', deskLadder: ['SID-33', 'SID-31', 'decision', 'lot'] } as const;
  const shortlist = must(computeShortlist(instrument, rules, entries));
  const wanted = golden[category] as Golden;

  test('has the points, the gate and the finalists of the second calculator', () => {
    const { points, belowFloor } = wanted.desk;
    const printed = Object.fromEntries(shortlist.lines.map((line) => [line.id, line.points.exact]));
    expect(printed).toEqual(Object.fromEntries(Object.entries(points).map(([slug, value]) => [slug, String(value)])));
    expect(shortlist.lines.filter(({ state }) => state === 'below-floor').map(({ id }) => id)).toEqual(belowFloor);
    const waiting = category === 'skpd' ? ['coaching-klinik-skp', 'dewa-cinta'] : [];
    expect(shortlist.unresolvedAtCut).toEqual(waiting);
    const decisions = [{ tied: waiting, order: waiting.map((slug) => [slug]), act: 'BA 1' }];
    const decided = must(computeShortlist(instrument, rules, entries, { decisions }));
    expect([...decided.selected].sort()).toEqual([...(sample.finalists[category] ?? [])].sort());
  });

  test('has its totals, means, scores and ranks', () => {
    const finalists = sample.finalists[category] ?? [];
    const sheets = finalists.flatMap((entry) =>
      Object.entries(sample.scores[entry] ?? {}).map(([juror, given]) => ({ entry, juror, scores: Object.fromEntries(given.map((x, at) => [`K${at + 1}`, String(x)])) })),
    );
    const desk = new Map(shortlist.lines.map((line) => [line.id, line.value.exact]));
    const ladder = ['jury', 'criterion:K1', 'desk', 'median', 'decision'];
    const input = { rubric, sheets, ladder, deskShare: '40', juryShare: '60', winners: 3, cut: 'unresolved', incompleteSheet: 'exclude' } as const;
    const result = must(computeResult({ ...input, entries: finalists.map((id) => ({ id, desk: desk.get(id) ?? null })) }));
    expect(result.order).toEqual(wanted.order.map((slug) => [slug]));
    for (const entry of result.entries) {
      const { points, ...figures } = wanted.entries[entry.id] ?? { points: null };
      expect(Number(points)).toBe(wanted.desk.points[entry.id]);
      expect({
        desk: entry.desk?.rounded,
        deskExact: entry.desk?.exact,
        jury: entry.jury.rounded,
        juryExact: entry.jury.exact,
        final: entry.final.rounded,
        finalExact: entry.final.exact,
        jurors: entry.sheets,
        totals: Object.fromEntries(entry.totals.map(({ juror, total }) => [juror, total.exact])),
        criterionMeans: entry.criteria.map(({ mean }) => mean.exact),
        median: entry.median.exact,
        rankBefore: entry.rankBeforeTieBreak,
        rank: entry.rank,
      }).toEqual(figures);
    }
  });
});
