// The official result: sealed sheets, rubric, desk values and shares in, numbers with their trace out. The same input gives the same bytes.

import { checkRubric, type Rubric } from '../instrument/rubric.ts';
import { weightSum } from '../instrument/weights.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { add, compare, div, HUNDRED, mul, parseExact, type Rational, rational, roundHalfUp, sub, toText } from '../shared/rational.ts';
import { aggregate, median } from './aggregate.ts';
import { type Figure, figure } from './figure.ts';
import { criterionMean, type ExactTotal, type ReadSheet, sheetReader } from './juror-total.ts';
import { checkDecisions, checkLadder, type EntryFigures, finalLadder } from './ladder.ts';
import { type Cut, competitionRanks, cutAt, groupByValue, type Order } from './ranking.ts';
import type { BlockedEntry, CriterionMean, EntryResult, ExcludedSheet, JurorTotal, ResultBody, ResultEntry, ResultInput } from './result.ts';
import { breakTies, decidedBy, type TieTrace } from './tie-break.ts';

/**
 * Computes a category's result. Jury J = mean (or trimmed mean, median) of the totals of counted sheets; final S = (a D + b J)/(a + b), both
 * on 0..100; ranks on the rounded or exact S; ties by the ladder. Entries with too few sheets or without a desk value are blocked.
 * Refuses `rubric.*`, `ladder.*`, `decision.invalid`, `result.shares-invalid`, `result.desk-invalid`, `result.winners-invalid`,
 * `result.duplicate-entry`, `result.unknown-entry`, `result.duplicate-sheet`, `result.unknown-criterion`, `score.*`.
 * The order of entries, sheets and scores never matters.
 * @basis SCORING 2-4, RULES 5.
 */
export function computeResult(input: ResultInput): Outcome<ResultBody> {
  const fault = faultOfRules(input) ?? faultOfEntries(input);
  if (fault !== null) return fault;
  const gathered = gather(input);
  if (!gathered.ok) return gathered;
  const entries = [...input.entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const blocked: BlockedEntry[] = [];
  const scored = new Map<string, Scored>();
  for (const entry of entries) {
    const totals = gathered.value.totals.get(entry.id) ?? [];
    const reason = reasonBlocked(input, entry, totals);
    if (reason === null) scored.set(entry.id, score(input, entry, totals));
    else blocked.push({ id: entry.id, reason, sheets: totals.length, totals: printTotals(totals, input.rubric.decimals) });
  }
  return ok(assemble(input, scored, blocked, gathered.value.excluded));
}

function faultOfRules(input: ResultInput): Outcome<never> | null {
  const rubric = checkRubric(input.rubric);
  if (!rubric.ok) return rubric;
  const ladder = checkLadder(input.ladder, input.rubric);
  if (!ladder.ok) return ladder;
  const decisions = checkDecisions(input.decisions ?? []);
  if (!decisions.ok) return decisions;
  const [a, b] = [parseExact(input.deskShare), parseExact(input.juryShare)];
  const sharesHold = a !== null && b !== null && a.n >= 0n && b.n >= 0n && a.n + b.n > 0n;
  if (!sharesHold) return refuse('result.shares-invalid', { desk: input.deskShare, jury: input.juryShare });
  return Number.isInteger(input.winners) && input.winners >= 0 ? null : refuse('result.winners-invalid', { winners: input.winners });
}

function faultOfEntries(input: ResultInput): Outcome<never> | null {
  const ids = new Set<string>();
  for (const { id, desk } of input.entries) {
    if (ids.has(id)) return refuse('result.duplicate-entry', { entry: id });
    ids.add(id);
    const value = desk === null ? null : parseExact(desk);
    if (desk !== null && (value === null || value.n < 0n || compare(value, HUNDRED) > 0)) return refuse('result.desk-invalid', { entry: id, desk });
  }
  const cells = new Set<string>();
  for (const { entry, juror } of input.sheets) {
    if (!ids.has(entry)) return refuse('result.unknown-entry', { entry, juror });
    const cell = JSON.stringify([entry, juror]);
    if (cells.has(cell)) return refuse('result.duplicate-sheet', { entry, juror });
    cells.add(cell);
  }
  return null;
}

interface Gathered {
  readonly totals: ReadonlyMap<string, readonly ExactTotal[]>;
  readonly excluded: readonly ExcludedSheet[];
}

function gather(input: ResultInput): Outcome<Gathered> {
  const reader = sheetReader(input.rubric);
  const totals = new Map<string, ExactTotal[]>();
  const excluded: ExcludedSheet[] = [];
  const sheets = [...input.sheets].sort((a, b) => order(a.entry, b.entry) || order(a.juror, b.juror));
  for (const sheet of sheets) {
    const read = reader.read(sheet);
    if (!read.ok) return read;
    if (read.value.cells.length === 0) continue;
    if (!counts(input, read.value)) excluded.push({ entry: sheet.entry, juror: sheet.juror, missing: read.value.missing });
    else totals.set(sheet.entry, [...(totals.get(sheet.entry) ?? []), reader.total(read.value)]);
  }
  return ok({ totals, excluded });
}

function counts(input: ResultInput, sheet: ReadSheet): boolean {
  return sheet.missing.length === 0 || input.incompleteSheet === 'renormalise';
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function reasonBlocked(input: ResultInput, entry: ResultEntry, totals: readonly ExactTotal[]): BlockedEntry['reason'] | null {
  if (totals.length < input.rubric.minJurors) return 'few-jurors';
  return entry.desk === null && rational(input.deskShare).n > 0n ? 'no-desk' : null;
}

interface Scored extends EntryFigures {
  readonly plainMean: boolean;
  readonly sheets: readonly ExactTotal[];
  readonly means: readonly (readonly [string, { readonly mean: Rational; readonly sheets: number }])[];
}

function score(input: ResultInput, entry: ResultEntry, sheets: readonly ExactTotal[]): Scored {
  const { rubric } = input;
  const values = sheets.map((one) => one.total);
  const jury = aggregate(values, rubric.aggregate, rubric.trim);
  const desk = entry.desk === null ? null : rational(entry.desk);
  const means = rubric.criteria.flatMap(({ code }) => {
    const found = criterionMean(sheets, code);
    return found === null ? [] : [[code, found] as const];
  });
  return {
    final: blend(input, desk, jury.value),
    jury: jury.value,
    desk,
    median: median(values),
    criteria: new Map(means.map(([code, found]) => [code, found.mean])),
    totals: new Map(sheets.map((one) => [one.juror, one.total])),
    plainMean: jury.plainMean,
    sheets,
    means,
  };
}

function blend(input: ResultInput, desk: Rational | null, jury: Rational): Rational {
  const [a, b] = [rational(input.deskShare), rational(input.juryShare)];
  if (desk === null) return jury;
  return div(add(mul(a, desk), mul(b, jury)), add(a, b));
}

function assemble(input: ResultInput, scored: ReadonlyMap<string, Scored>, blocked: readonly BlockedEntry[], excluded: readonly ExcludedSheet[]): ResultBody {
  const { rubric } = input;
  const basis = new Map([...scored].map(([id, one]) => [id, rubric.rankOn === 'exact' ? one.final : rational(roundHalfUp(one.final, rubric.decimals))]));
  const before = groupByValue(basis);
  const resolved = breakTies(before, finalLadder(input.ladder, scored, input.decisions ?? [], input.lot ?? null));
  const top = cutAt(resolved.order, input.winners, input.cut, resolved.waiting);
  const [ranksBefore, ranks] = [competitionRanks(before), competitionRanks(resolved.order)];
  const entries = [...scored].map(([id, one]) => {
    return printEntry(input, id, one, { rank: ranks.get(id) ?? 0, rankBeforeTieBreak: ranksBefore.get(id) ?? 0 }, resolved.trace);
  });
  return {
    form: 'result/1',
    formula: describeFormula(input),
    entries,
    order: resolved.order,
    blocked,
    excludedSheets: excluded,
    top,
    trace: resolved.trace,
    unresolved: [...resolved.waiting].sort(),
    margin: marginOf(scored, resolved.order, top, rubric),
  };
}

function describeFormula(input: ResultInput): ResultBody['formula'] {
  const { scale, aggregate: rule, trim, decimals, rankOn, minJurors } = input.rubric;
  const { deskShare, juryShare, incompleteSheet, ladder, winners, cut } = input;
  const weights = toText(weightSum(input.rubric));
  return {
    scale,
    aggregate: rule,
    trim,
    decimals,
    rankOn,
    minJurors,
    weightSum: weights,
    deskShare,
    juryShare,
    incompleteSheet,
    ladder,
    winners,
    cut,
  };
}

type Ranks = Pick<EntryResult, 'rank' | 'rankBeforeTieBreak'>;

function printEntry(input: ResultInput, id: string, one: Scored, ranks: Ranks, trace: readonly TieTrace[]): EntryResult {
  const { decimals } = input.rubric;
  const [final, jury] = [figure(one.final, decimals), figure(one.jury, decimals)];
  const desk = one.desk === null ? null : figure(one.desk, decimals);
  return {
    id,
    final,
    jury,
    desk,
    median: figure(one.median, decimals),
    ...ranks,
    decidedBy: decidedBy(trace, id),
    sheets: one.sheets.length,
    totals: printTotals(one.sheets, decimals),
    criteria: one.means.map(([code, found]): CriterionMean => ({ code, mean: figure(found.mean, decimals), sheets: found.sheets })),
    rounding: !readds(input, desk, jury, final),
    plainMean: one.plainMean,
  };
}

function printTotals(totals: readonly ExactTotal[], decimals: number): readonly JurorTotal[] {
  return totals.map(({ juror, total, parts }) => ({ juror, total: figure(total, decimals), parts }));
}

function readds(input: ResultInput, desk: Figure | null, jury: Figure, final: Figure): boolean {
  const printed = blend(input, desk === null ? null : rational(desk.rounded), rational(jury.rounded));
  return roundHalfUp(printed, input.rubric.decimals) === final.rounded;
}

function marginOf(scored: ReadonlyMap<string, Scored>, ranked: Order, top: Cut, rubric: Rubric): ResultBody['margin'] {
  const lastIn = top.selected.at(-1) ?? '';
  const firstOut = ranked.flat().find((id) => !top.selected.includes(id)) ?? '';
  const [inside, outside] = [scored.get(lastIn), scored.get(firstOut)];
  if (inside === undefined || outside === undefined) return null;
  return { lastIn, firstOut, gap: figure(sub(inside.final, outside.final), rubric.decimals) };
}
