// Ties are broken by the declared ladder, step by step, each step only inside the group that is still tied.

import { compare, type Rational, toText } from '../shared/rational.ts';
import { drawLot, type Lot } from './lot.ts';
import { groupByValue, type Order } from './ranking.ts';

/** A minuted decision of the panel on one tied group: best first, entries it leaves tied share a place. */
export interface Decision {
  readonly tied: readonly string[];
  readonly order: Order;
  readonly act: string;
}

/** What one step says about one tied group; `waiting` when it needs a decision or a lot that is not there yet. */
export interface Split {
  readonly groups: Order;
  readonly waiting?: boolean;
  /** Exact figures the step compared, by entry. */
  readonly figures?: readonly (readonly [string, string])[];
  /** Number of the minutes, or seed and source of the lot. */
  readonly by?: string;
}

export interface Step {
  readonly name: string;
  readonly split: (tied: readonly string[]) => Split;
}

/** One line of the trace: a step that parted a group, or the step at which the ladder waits. */
export interface TieTrace extends Split {
  readonly step: string;
  readonly tied: readonly string[];
}

export interface Resolved {
  readonly order: Order;
  readonly trace: readonly TieTrace[];
  /** Entries of groups whose ladder ended at a missing decision or lot. */
  readonly waiting: ReadonlySet<string>;
}

/**
 * Applies the ladder to every tied group of an order. A step that needs a decision or lot without its data ends the ladder of that
 * group, which stays tied and waiting; a ladder that simply runs out leaves a shared place.
 * @basis RULES 5: ends in unresolved, never in an order.
 */
export function breakTies(order: Order, ladder: readonly Step[]): Resolved {
  const trace: TieTrace[] = [];
  const waiting = new Set<string>();
  const resolve = (tied: readonly string[], steps: readonly Step[]): Order => {
    const [step, ...rest] = steps;
    if (tied.length < 2 || step === undefined) return [tied];
    const split = step.split(tied);
    if (split.waiting === true || split.groups.length > 1) trace.push({ step: step.name, tied, ...split });
    if (split.waiting === true) for (const id of tied) waiting.add(id);
    return split.waiting === true ? [tied] : split.groups.flatMap((group) => resolve(group, rest));
  };
  return { order: order.flatMap((group) => resolve(group, ladder)), trace, waiting };
}

/** The last step that parted the entry from a rival, or null when it was never tied or stays tied. */
export function decidedBy(trace: readonly TieTrace[], id: string): string | null {
  const lines = trace.filter((line) => line.waiting !== true && line.tied.includes(id));
  return lines.at(-1)?.step ?? null;
}

/** A step that compares an exact figure, higher first. Where one tied entry lacks the figure the step decides nothing. */
export function byFigure(name: string, figureOf: (id: string, tied: readonly string[]) => Rational | null): Step {
  const split = (tied: readonly string[]): Split => {
    const values = new Map<string, Rational>();
    for (const id of tied) {
      const value = figureOf(id, tied);
      if (value !== null) values.set(id, value);
    }
    if (values.size < tied.length) return { groups: [tied] };
    return { groups: groupByValue(values), figures: [...values].map(([id, value]) => [id, toText(value)] as const) };
  };
  return { name, split };
}

/** The step "keputusan": the minuted decision on exactly this group; without one the ladder waits. */
export function byDecision(decisions: readonly Decision[]): Step {
  const split = (tied: readonly string[]): Split => {
    const found = decisions.find((decision) => sameEntries(decision.tied, tied));
    if (found === undefined) return { groups: [tied], waiting: true };
    return { groups: found.order.map((group) => [...group].sort()), by: found.act };
  };
  return { name: 'decision', split };
}

/** The step "undian": the lot drawn from the published seed; without a seed the ladder waits. */
export function byLot(lot: Lot | null): Step {
  const split = (tied: readonly string[]): Split => {
    if (lot === null) return { groups: [tied], waiting: true };
    return { groups: drawLot(tied, lot.seed).map((id) => [id]), by: `${lot.seed} (${lot.source})` };
  };
  return { name: 'lot', split };
}

/** Whether a decision orders exactly the entries it names, each once. */
export function isWholeDecision(decision: Decision): boolean {
  const ordered = decision.order.flat();
  return new Set(decision.tied).size === decision.tied.length && decision.order.every((group) => group.length > 0) && sameEntries(ordered, decision.tied);
}

/**
 * Head-to-head figure of an entry inside its tied group: rivals beaten by a majority of the jurors who scored both count 1, even
 * ones 1/2. `totals` is entry -> juror -> sheet total.
 * @basis SCORING 3, step 5.
 */
export function headToHead(id: string, tied: readonly string[], totals: ReadonlyMap<string, ReadonlyMap<string, Rational>>): Rational {
  let halves = 0;
  for (const rival of tied) {
    if (rival !== id) halves += duel(totals.get(id), totals.get(rival));
  }
  return halves % 2 === 0 ? { n: BigInt(halves / 2), d: 1n } : { n: BigInt(halves), d: 2n };
}

function duel(own: ReadonlyMap<string, Rational> = new Map(), rival: ReadonlyMap<string, Rational> = new Map()): 0 | 1 | 2 {
  let balance = 0;
  for (const [juror, total] of own) {
    const other = rival.get(juror);
    if (other !== undefined) balance += compare(total, other);
  }
  if (balance === 0) return 1;
  return balance > 0 ? 2 : 0;
}

function sameEntries(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [[...a].sort(), [...b].sort()];
  return left.length === right.length && left.every((id, at) => id === right[at]);
}
