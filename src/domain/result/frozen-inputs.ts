// What a result version freezes: everything its numbers came from, so that anybody can compute them again.

import type { CategoryRules } from '../edition/category.ts';
import type { Rubric } from '../instrument/rubric.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { parseDecimal, toText } from '../shared/rational.ts';
import { computeResult } from './compute.ts';
import type { CountedSheet, ResultBody, ResultEntry, ResultInput } from './result.ts';
import type { Decision } from './tie-break.ts';

export interface SealedSheet extends CountedSheet {
  /** Digest of the seal. */
  readonly seal: string;
}

export interface FrozenInputs extends ResultInput {
  readonly form: 'inputs/1';
  readonly categoryId: string;
  readonly rulesVersion: number;
  readonly rubricVersion: number;
  /** Digest of the announced desk decision that the desk values were taken from. */
  readonly deskDigest: string;
  readonly sheets: readonly SealedSheet[];
  readonly recused: readonly { readonly entry: string; readonly juror: string }[];
  readonly absent: readonly { readonly entry: string; readonly juror: string }[];
}

export interface Gathered {
  readonly categoryId: string;
  readonly rules: { readonly version: number; readonly body: CategoryRules };
  readonly rubric: { readonly version: number; readonly body: Rubric };
  readonly deskDigest: string;
  readonly entries: readonly ResultEntry[];
  readonly sheets: readonly SealedSheet[];
  readonly recused: FrozenInputs['recused'];
  readonly absent: FrozenInputs['absent'];
  readonly decisions: readonly Decision[];
}

/** The inputs in one fixed order, so that equal facts freeze to equal bytes. */
export function freezeInputs(gathered: Gathered): FrozenInputs {
  const { rules, rubric } = gathered;
  const pairOrder = (a: { entry: string; juror: string }, b: { entry: string; juror: string }) =>
    a.entry === b.entry ? textOrder(a.juror, b.juror) : textOrder(a.entry, b.entry);
  return {
    form: 'inputs/1',
    categoryId: gathered.categoryId,
    rulesVersion: rules.version,
    rubricVersion: rubric.version,
    deskDigest: gathered.deskDigest,
    rubric: rubric.body,
    entries: [...gathered.entries].sort((a, b) => textOrder(a.id, b.id)),
    sheets: [...gathered.sheets].sort(pairOrder),
    recused: [...gathered.recused].sort(pairOrder),
    absent: [...gathered.absent].sort(pairOrder),
    deskShare: rules.body.deskShare,
    juryShare: rules.body.juryShare,
    ladder: rules.body.finalLadder,
    winners: rules.body.winners,
    cut: rules.body.cut,
    incompleteSheet: 'exclude',
    decisions: gathered.decisions,
    lot: rules.body.lot,
  };
}

function textOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export interface ComputedResult {
  readonly body: ResultBody;
  readonly inputsCanon: string;
  readonly bodyCanon: string;
  readonly digest: string;
}

/**
 * The numbers of frozen inputs with both canonical texts and the digest SHA-256(inputs LF body). The same inputs give the same bytes.
 * Refuses what computeResult refuses.
 * @basis RULES 1: result version = frozen inputs + numbers + trace + digest.
 */
export function computeFrozen(inputs: FrozenInputs, hash: (text: string) => string): Outcome<ComputedResult> {
  const computed = computeResult(inputs);
  if (!computed.ok) return computed;
  const [inputsCanon, bodyCanon] = [canonicalJson(inputs), canonicalJson(computed.value)];
  return ok({ body: computed.value, inputsCanon, bodyCanon, digest: hash(`${inputsCanon}\n${bodyCanon}`) });
}

/** Whether two frozen inputs say the same: scores are compared as numbers, since '3.50' was once frozen as it was typed. */
export function sameInputs(a: FrozenInputs, b: FrozenInputs): boolean {
  return canonicalJson(withPlainScores(a)) === canonicalJson(withPlainScores(b));
}

function withPlainScores(inputs: FrozenInputs): FrozenInputs {
  const plain = (text: string) => {
    const points = parseDecimal(text);
    return points === null ? text : toText(points);
  };
  const sheets = inputs.sheets.map((sheet) => ({
    ...sheet,
    scores: Object.fromEntries(Object.entries(sheet.scores).map(([code, text]) => [code, plain(text)])),
  }));
  return { ...inputs, sheets };
}

/** Entries whose place still waits for a decision or a lot, or for the cut. */
export function waitingEntries(body: Pick<ResultBody, 'unresolved' | 'top'>): readonly string[] {
  const cut = body.top.how === 'unresolved' ? body.top.straddling : [];
  return [...new Set([...body.unresolved, ...cut])].sort();
}

/**
 * The decisions with a further one. Its tied group must be one the ladder waits for, each entry placed once, with the number of the minutes.
 * Refuses `decision.not-waited-for`, `decision.act-missing`.
 */
export function addDecision(body: ResultBody, decisions: readonly Decision[], further: Decision): Outcome<readonly Decision[]> {
  if (further.act.trim().length < 3) return refuse('decision.act-missing');
  const key = [...further.tied].sort().join(' ');
  const waits = body.trace.some((line) => line.waiting === true && line.step === 'decision' && [...line.tied].sort().join(' ') === key);
  if (!waits) return refuse('decision.not-waited-for');
  const others = decisions.filter((one) => [...one.tied].sort().join(' ') !== key);
  return ok([...others, { ...further, tied: [...further.tied].sort(), act: further.act.trim() }]);
}
