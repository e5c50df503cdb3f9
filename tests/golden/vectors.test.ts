import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportOf } from '../../src/cli/rank.ts';
import { readRankConfig } from '../../src/cli/rank-config.ts';
import { finalPart } from '../../src/cli/rank-final.ts';
import { readRankScores } from '../../src/cli/rank-scores.ts';
import { orderedJson } from '../../src/cli/ordered-json.ts';
import { trimmedMean } from '../../src/domain/result/aggregate.ts';
import { computeResult } from '../../src/domain/result/compute.ts';
import { mulberry32 } from '../../src/domain/result/lot.ts';
import { averageRanks, competitionRanks, cutAt, denseRanks, groupByValue, type Order } from '../../src/domain/result/ranking.ts';
import type { ResultInput } from '../../src/domain/result/result.ts';
import { breakTies, byFigure } from '../../src/domain/result/tie-break.ts';
import { finalDiagnostics } from '../../src/domain/robustness/final.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { mul, type Rational, rational, roundHalfUp, sum, toText } from '../../src/domain/shared/rational.ts';
import { INDEX_CALLS } from './calls-index.ts';
import { ROBUSTNESS_CALLS } from './calls-robustness.ts';

interface Vector {
  readonly id: string;
  readonly call: string;
  readonly input: unknown;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly tol: number;
}

type Items<T> = { readonly items: Readonly<Record<string, T>> };

const exact = (value: number | string): Rational => rational(String(value));

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

interface RankFiles {
  readonly rows: readonly (readonly string[])[];
  readonly config: unknown;
}

function inputOf({ rows, config }: RankFiles): ResultInput {
  const { desk, ...rules } = must(readRankConfig(JSON.stringify(config)));
  const csv = ['submission,juror,criterion,score', ...rows.map((row) => row.join(','))].join('\n');
  const { submissions, sheets } = must(readRankScores(csv, rules.rubric));
  return { ...rules, entries: submissions.map((id) => ({ id, desk: desk.get(id) ?? null })), sheets };
}

const CALLS: Readonly<Record<string, (input: never) => unknown>> = {
  ...INDEX_CALLS,
  official: (files: RankFiles) => JSON.parse(orderedJson(reportOf(must(computeResult(inputOf(files)))))).official,
  final(files: RankFiles) {
    const input = inputOf(files);
    return JSON.parse(orderedJson(finalPart(finalDiagnostics(input, must(computeResult(input))))), (_key, value) => value?.exact ?? value);
  },
  ranks({ scores }: { scores: Record<string, string> }) {
    const order = groupByValue(new Map(Object.entries(scores).map(([id, score]) => [id, exact(score)])));
    const average = [...averageRanks(order)].map(([id, rank]) => [id, toText(rank)]);
    const [competition, dense] = [competitionRanks(order), denseRanks(order)].map((ranks) => Object.fromEntries(ranks));
    return { competition, dense, average: Object.fromEntries(average) };
  },
  top_n({ scores, n }: { scores: Record<string, (string | number)[]>; n: number }) {
    const keys = (at: number) => new Map(Object.entries(scores).map(([id, key]) => [id, exact(key[at] ?? 0)]));
    const ladder = [1, 2].map((at) => byFigure(`key ${at}`, (id) => keys(at).get(id) ?? null));
    const { order } = breakTies(groupByValue(keys(0)), ladder);
    return Object.fromEntries((['include', 'exclude', 'unresolved'] as const).map((policy) => [policy, cutAnswer(order, n, policy)]));
  },
  round: ({ values }: { values: string[] }) => values.map((value) => roundHalfUp(rational(value), 2)),
  trimmed: ({ items, k }: Items<string[]> & { k: number }) => mapValues(items, (scores) => roundHalfUp(trimmedMean(scores.map(exact), k).value, 2)),
  isu_tcs: ({ items }: Items<[string[], string][]>) =>
    mapValues(items, (components) => {
      const rounded = components.map(([scores, factor]) => {
        const panel = exact(roundHalfUp(trimmedMean(scores.map(exact), 1).value, 2));
        return exact(roundHalfUp(mul(panel, exact(factor)), 2));
      });
      return roundHalfUp(sum(rounded), 2);
    }),
  weighted_total: ({ items }: Items<string[]>) => mapValues(items, (parts) => roundHalfUp(sum(parts.map(exact)), 2)),
  mulberry32: ({ seed, count }: { seed: number; count: number }) => Array.from({ length: count }, mulberry32(seed)),
  ...ROBUSTNESS_CALLS,
};

function mapValues<V, W>(items: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(items).map(([key, value]) => [key, change(value)]));
}

function isTolerant(wanted: unknown): wanted is { readonly value: number; readonly tol: number } {
  return typeof wanted === 'object' && wanted !== null && 'tol' in wanted;
}

function cutAnswer(order: Order, n: number, policy: 'include' | 'exclude' | 'unresolved') {
  const cut = cutAt(order, n, policy);
  return { selected: cut.selected, unresolved_at_cutoff: cut.how === 'included' ? [] : cut.straddling, places_left: cut.placesLeft };
}

function at(answer: unknown, path: string): unknown {
  if (path === '' || (typeof answer === 'object' && answer !== null && Object.hasOwn(answer, path))) {
    return path === '' ? answer : (answer as Record<string, unknown>)[path];
  }
  return path.split('/').reduce((value, key) => (value as Record<string, unknown>)[key], answer);
}

/** Of the shared vectors, what nothing of ours computes because nothing needs it. */
const CALLS_LEFT_OUT = ['ahp', 'smaa_exact3'];
const PATHS_LEFT_OUT: Readonly<Record<string, readonly string[]>> = { spearman: ['p'] };

const FILES = ['official', 'ranks', 'rounding', 'trimmed', 'edge', 'rng', 'krippendorff', 'additive', 'icc', 'kendall_w', 'rank_correlation', 'reml'] as const;
const MORE_FILES = ['stability', 'sensitivity', 'voting', 'wsm', 'index', 'final_margin', 'final_leave_one_out', 'final_bootstrap', 'final_weights'] as const;

for (const file of [...FILES, ...MORE_FILES]) {
  const { vectors } = JSON.parse(readFileSync(new URL(`${file}.json`, import.meta.url), 'utf8')) as { vectors: Vector[] };
  describe(`golden ${file}`, () => {
    const ours = vectors.filter(({ call }) => !CALLS_LEFT_OUT.includes(call));
    test.each(ours.map((vector) => [vector.id, vector] as const))('agrees with %s', (_, vector) => {
      const answer = CALLS[vector.call]?.(vector.input as never);
      for (const [path, wanted] of Object.entries(vector.expect)) {
        if (PATHS_LEFT_OUT[vector.call]?.includes(path)) continue;
        const found = at(answer, path);
        const [value, tolerance] = isTolerant(wanted) ? [wanted.value, wanted.tol] : [wanted, vector.tol];
        if (typeof value === 'number') expect(Math.abs((found as number) - value), `${path}: ${found}`).toBeLessThanOrEqual(tolerance);
        else expect(found, path).toEqual(value);
      }
    });
  });
}
