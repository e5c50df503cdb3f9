// Every figure of the key `final` against an independent second calculation, on random contests: 120 in each run of the suite; CONTESTS=10000 tries more, FIRST=10000 others.

import { describe, expect, test } from 'vitest';
import { orderedJson } from '../../src/cli/ordered-json.ts';
import { readRankConfig } from '../../src/cli/rank-config.ts';
import { finalPart } from '../../src/cli/rank-final.ts';
import { readRankScores } from '../../src/cli/rank-scores.ts';
import { computeResult } from '../../src/domain/result/compute.ts';
import { finalDiagnostics } from '../../src/domain/robustness/final.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { secondFinal } from './second/final.ts';
import { type RandomContest, randomContest } from './second/random-contest.ts';

const contests = Number(process.env.CONTESTS ?? 120);
const first = Number(process.env.FIRST ?? 0);

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** As the report reads once each `exact` stands for its pair. */
function ours({ rows, config }: RandomContest): unknown {
  const { desk, ...rules } = must(readRankConfig(JSON.stringify(config)));
  const csv = ['submission,juror,criterion,score', ...rows.map((row) => row.join(','))].join('\n');
  const { submissions, sheets } = must(readRankScores(csv, rules.rubric));
  const input = { ...rules, entries: submissions.map((id) => ({ id, desk: desk.get(id) ?? null })), sheets };
  return JSON.parse(orderedJson(finalPart(finalDiagnostics(input, must(computeResult(input))))), (_key, value) => value?.exact ?? value);
}

const PARTS = 10;

describe('TR-S10: every figure of the card equals an independent calculation', () => {
  test.each(Array.from({ length: PARTS }, (_, part) => part))('with desk shares, median, trimmed, missing sheets: part %i', { timeout: 1_200_000 }, (part) => {
    for (let at = part; at < contests; at += PARTS) {
      const contest = randomContest(first + at);
      expect(ours(contest), `contest ${first + at}`).toEqual(secondFinal(contest.rows, contest.config));
    }
  });
});
