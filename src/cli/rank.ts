// `bailang rank --scores scores.csv --config config.json`: the official figures of a category, recomputed from two files.

import { readWeight } from '../domain/instrument/weights.ts';
import { computeResult } from '../domain/result/compute.ts';
import type { JurorTotal, ResultBody } from '../domain/result/result.ts';
import type { Decision } from '../domain/result/tie-break.ts';
import { toNumber } from '../domain/robustness/approximate.ts';
import { robustnessCard } from '../domain/robustness/card.ts';
import { finalDiagnostics } from '../domain/robustness/final.ts';
import { nearestWord } from '../domain/shared/near-word.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { rational } from '../domain/shared/rational.ts';
import { sayRankRefusal } from '../texts/id/rank.ts';
import { type Ordered, orderedJson } from './ordered-json.ts';
import { cardParts } from './rank-card.ts';
import { readRankConfig } from './rank-config.ts';
import { finalPart } from './rank-final.ts';
import { readRankScores } from './rank-scores.ts';
import { readText } from './text-file.ts';

/** Where a command writes: whole texts, line breaks included. */
export interface CliIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/**
 * Runs the command with the arguments after `rank`. Exit status 0 with the report on standard output; 2 with one line on standard
 * error that names the row and the reason, and nothing on standard output.
 */
export async function runRank(argv: readonly string[], io: CliIo): Promise<number> {
  const report = await rank(argv);
  if (report.ok) io.stdout(`${report.value}\n`);
  else io.stderr(`${sayRankRefusal(report.refusal).replace(/\s+/g, ' ')}\n`);
  return report.ok ? 0 : 2;
}

async function rank(argv: readonly string[]): Promise<Outcome<string>> {
  const paths = readArguments(argv);
  if (!paths.ok) return paths;
  const configText = await readText(paths.value.config);
  if (!configText.ok) return configText;
  const config = readRankConfig(configText.value);
  if (!config.ok) return config;
  const scoresText = await readText(paths.value.scores);
  if (!scoresText.ok) return scoresText;
  const scores = readRankScores(scoresText.value, config.value.rubric, [...config.value.desk.keys()]);
  if (!scores.ok) return scores;
  const { desk, ...rules } = config.value;
  const ids = new Set([...scores.value.submissions, ...desk.keys()]);
  const stray = strayDecision(rules.decisions ?? [], [...ids]);
  if (stray !== null) return stray;
  const entries = [...ids].map((id) => ({ id, desk: desk.get(id) ?? null }));
  const input = { ...rules, entries, sheets: scores.value.sheets };
  const result = computeResult(input);
  if (!result.ok) return result;
  const weights = new Map(rules.rubric.criteria.map(({ code, weight }) => [code, readWeight(weight)]));
  const card = robustnessCard(result.value, weights, rules.winners);
  const final = finalPart(finalDiagnostics(input, result.value));
  return ok(orderedJson(new Map([...reportOf(result.value), ...cardParts(card), ['final', final]])));
}

/** A decision about an entry that is not there was meant for another. */
function strayDecision(decisions: readonly Decision[], ids: readonly string[]): Outcome<never> | null {
  for (const { act, tied } of decisions) {
    const name = tied.find((id) => !ids.includes(id));
    if (name !== undefined) return refuse('config.decision-unknown', { act, name, near: nearestWord(name, ids) });
  }
  return null;
}

function readArguments(argv: readonly string[]): Outcome<{ readonly scores: string; readonly config: string }> {
  const given = new Map<string, string>();
  const words = argv.flatMap((word) => /^(--\w+)=(.*)$/s.exec(word)?.slice(1) ?? [word]);
  for (let at = 0; at < words.length; at += 2) {
    const [name = '', value] = [words[at], words[at + 1]];
    if (!['--scores', '--config'].includes(name) || value === undefined || given.has(name)) return refuse('rank.usage');
    given.set(name, value);
  }
  const [scores, config] = [given.get('--scores'), given.get('--config')];
  return scores === undefined || config === undefined ? refuse('rank.usage') : ok({ scores, config });
}

/** The `official` and `juror_totals` parts of the contract's report, keys in the order of its example. */
export function reportOf(body: ResultBody): ReadonlyMap<string, Ordered> {
  const totals = [...body.entries, ...body.blocked].filter((entry) => entry.totals.length > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map<string, Ordered>([
    ['official', officialOf(body)],
    ['juror_totals', new Map(totals.map((entry) => [entry.id, totalsOf(entry.totals)]))],
  ]);
}

function officialOf(body: ResultBody): Ordered {
  const flagged = body.entries.filter((entry) => entry.plainMean);
  return new Map<string, Ordered>([
    ['scores', new Map(body.entries.map((entry) => [entry.id, scoreOf(entry)]))],
    ['order', body.order],
    ['ranks_before_tiebreak', new Map(body.entries.map((entry) => [entry.id, entry.rankBeforeTieBreak]))],
    ['excluded_sheets', body.excludedSheets.map(({ entry, juror, missing }) => [entry, juror, missing])],
    ['blocked', new Map(body.blocked.map(({ id, reason }) => [id, BLOCKED[reason]]))],
    ['top_n', topOf(body)],
    ...(flagged.length === 0 ? [] : [['flags', new Map(flagged.map(({ id }) => [id, 'too few sheets to trim: plain mean']))] as const]),
  ]);
}

const BLOCKED = { 'few-jurors': 'fewer complete sheets than min_jurors', 'no-desk': 'no desk score' } as const;

function scoreOf(entry: ResultBody['entries'][number]): Ordered {
  return new Map<string, Ordered>([
    ['jury', entry.jury.rounded],
    ['desk', entry.desk?.rounded ?? null],
    ['final', entry.final.rounded],
    ['final_exact', entry.final.exact],
    ['n_jurors', entry.sheets],
    ['rank', entry.rank],
  ]);
}

function topOf({ top }: ResultBody): Ordered {
  return new Map<string, Ordered>([
    ['selected', top.selected],
    ['unresolved_at_cutoff', top.how === 'included' ? [] : top.straddling],
    ['places_left', top.placesLeft],
  ]);
}

function totalsOf(totals: readonly JurorTotal[]): Ordered {
  const rows = totals.map(({ juror, total }) => {
    const { exact } = total;
    return [
      juror,
      new Map<string, Ordered>([
        ['exact', exact],
        ['value', { float: toNumber(rational(exact)) }],
      ]),
    ] as const;
  });
  return new Map(rows);
}
