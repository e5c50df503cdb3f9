// The shortlist: who goes from the desk to the presentation, with the step that decided and the margin at the line.

import type { CategoryRules } from '../edition/category.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { indicatorPoints, type Levels, maxPoints, verifiedPoints } from '../instrument/points.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { compare, parseDecimal, type Rational, rational, sub, toText } from '../shared/rational.ts';
import { deskValue, passGate } from './desk-value.ts';
import { type Figure, figure } from './figure.ts';
import type { Lot } from './lot.ts';
import { type Cut, competitionRanks, cutAt, groupByValue, type Order } from './ranking.ts';
import { breakTies, byDecision, byFigure, byLot, type Decision, decidedBy, isWholeDecision, type Step, type TieTrace } from './tie-break.ts';

/** The frozen rules the desk needs, of the category. */
export type DeskRules = Pick<CategoryRules, 'floor' | 'shortlist' | 'cut' | 'deskLadder'>;

/** An entry at the desk. `id` is its registration number; a level of null is *belum* (not yet verified). */
export interface DeskEntry {
  readonly id: string;
  readonly verified: Readonly<Record<string, number | null>>;
}

export interface DeskLine {
  readonly id: string;
  /** Verified points P. */
  readonly points: Figure;
  /** Desk value D = 100 P / max P. */
  readonly value: Figure;
  readonly state: 'selected' | 'not-selected' | 'below-floor' | 'unresolved';
  /** Competition rank among those at or above the floor; null below it. */
  readonly rank: number | null;
  readonly decidedBy: string | null;
}

/** Last one in, first one out, and the points between them (exact). */
export interface Margin {
  readonly lastIn: string;
  readonly firstOut: string;
  readonly gap: Figure;
}

export interface ShortlistBody {
  readonly form: 'shortlist/1';
  readonly maxPoints: string;
  readonly lines: readonly DeskLine[];
  readonly order: Order;
  readonly selected: readonly string[];
  readonly unresolvedAtCut: readonly string[];
  readonly cut: Cut['how'];
  readonly placesLeft: number;
  /** Entries with an unverified row: they have no points, and the list cannot be announced while there is one. */
  readonly pending: readonly string[];
  readonly margin: Margin | null;
  readonly trace: readonly TieTrace[];
}

/**
 * The shortlist of a category: gate, then top(N) or threshold (strictly above), ties at the cut by the desk ladder.
 * Refuses `shortlist.duplicate-entry`, `shortlist.rule-invalid`, `shortlist.unknown-step`, `shortlist.decision-invalid`, `desk.floor-unreadable`.
 * The order of `entries` never matters.
 * @basis RULES 4.
 */
export function computeShortlist(
  instrument: Instrument,
  rules: DeskRules,
  entries: readonly DeskEntry[],
  given: { readonly decisions?: readonly Decision[]; readonly lot?: Lot | null } = {},
): Outcome<ShortlistBody> {
  const fault = faultOf(instrument, rules, entries, given.decisions ?? []);
  if (fault !== null) return fault;
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const scored = new Map<string, Rational>();
  const levels = new Map<string, Levels>();
  for (const entry of sorted) {
    const verified = verifiedPoints(instrument, entry.verified);
    if (verified === null) continue;
    scored.set(entry.id, verified);
    levels.set(entry.id, entry.verified as Levels);
  }
  const eligible = new Map([...scored].filter(([, value]) => passGate(value, rules.floor).ok));
  const ladder = deskLadder(instrument, rules.deskLadder, levels, given.decisions ?? [], given.lot ?? null);
  const resolved = breakTies(groupByValue(eligible), ladder);
  const cut = cutBy(rules, resolved.order, eligible, resolved.waiting);
  const body = { scored, eligible, order: resolved.order, cut, trace: resolved.trace };
  return ok(
    describe(
      instrument,
      body,
      sorted.filter((entry) => !scored.has(entry.id)).map((entry) => entry.id),
    ),
  );
}

/**
 * Whether the list may be announced: nobody pending, nothing unresolved at the cut.
 * Refuses `shortlist.pending`, `shortlist.unresolved` with the entries.
 */
export function mayAnnounce(body: ShortlistBody): Outcome<ShortlistBody> {
  if (body.pending.length > 0) return refuse('shortlist.pending', { entries: body.pending });
  return body.unresolvedAtCut.length > 0 ? refuse('shortlist.unresolved', { entries: body.unresolvedAtCut }) : ok(body);
}

function faultOf(instrument: Instrument, rules: DeskRules, entries: readonly DeskEntry[], decisions: readonly Decision[]): Outcome<never> | null {
  if (new Set(entries.map((entry) => entry.id)).size !== entries.length) return refuse('shortlist.duplicate-entry');
  const codes = new Set(['decision', 'lot', ...instrument.sid.map((indicator) => indicator.code)]);
  const unknown = rules.deskLadder.find((step) => !codes.has(step));
  if (unknown !== undefined) return refuse('shortlist.unknown-step', { step: unknown });
  const { shortlist } = rules;
  const readable = shortlist.kind === 'top' ? Number.isInteger(shortlist.n) && shortlist.n > 0 : parseDecimal(shortlist.above) !== null;
  if (!readable) return refuse('shortlist.rule-invalid');
  const gate = passGate(maxPoints(instrument), rules.floor);
  if (!gate.ok && gate.refusal.code === 'desk.floor-unreadable') return gate;
  const broken = decisions.find((decision) => !isWholeDecision(decision));
  return broken === undefined ? null : refuse('shortlist.decision-invalid', { act: broken.act });
}

function deskLadder(
  instrument: Instrument,
  names: readonly string[],
  levels: ReadonlyMap<string, Levels>,
  decisions: readonly Decision[],
  lot: Lot | null,
): readonly Step[] {
  return names.map((name) => {
    if (name === 'decision') return byDecision(decisions);
    if (name === 'lot') return byLot(lot);
    const indicator = instrument.sid.find((one) => one.code === name);
    return byFigure(name, (id) => (indicator === undefined ? null : indicatorPoints(indicator, levels.get(id)?.[name] ?? 0)));
  });
}

function cutBy(rules: DeskRules, order: Order, eligible: ReadonlyMap<string, Rational>, waiting: ReadonlySet<string>): Cut {
  if (rules.shortlist.kind === 'top') return cutAt(order, rules.shortlist.n, rules.cut, waiting);
  const line = parseDecimal(rules.shortlist.above);
  const selected = order.flat().filter((id) => {
    const value = eligible.get(id);
    return line !== null && value !== undefined && compare(value, line) > 0;
  });
  return { selected, straddling: [], how: 'clean', placesLeft: 0 };
}

interface Computed {
  readonly scored: ReadonlyMap<string, Rational>;
  readonly eligible: ReadonlyMap<string, Rational>;
  readonly order: Order;
  readonly cut: Cut;
  readonly trace: readonly TieTrace[];
}

function describe(instrument: Instrument, computed: Computed, pending: readonly string[]): ShortlistBody {
  const { order, cut, trace } = computed;
  const lines = describeLines(instrument, computed);
  return {
    form: 'shortlist/1',
    maxPoints: toText(maxPoints(instrument)),
    lines,
    order,
    selected: cut.selected,
    unresolvedAtCut: unresolvedIn(cut),
    cut: cut.how,
    placesLeft: cut.placesLeft,
    pending,
    margin: marginOf(lines, order, cut),
    trace,
  };
}

function describeLines(instrument: Instrument, { scored, order, cut, trace }: Computed): readonly DeskLine[] {
  const most = maxPoints(instrument);
  const ranks = competitionRanks(order);
  const stateOf = (id: string): DeskLine['state'] => {
    if (!ranks.has(id)) return 'below-floor';
    if (unresolvedIn(cut).includes(id)) return 'unresolved';
    return cut.selected.includes(id) ? 'selected' : 'not-selected';
  };
  return [...scored].map(([id, value]) => ({
    id,
    points: figure(value, 2),
    value: figure(deskValue(value, most), 2),
    state: stateOf(id),
    rank: ranks.get(id) ?? null,
    decidedBy: decidedBy(trace, id),
  }));
}

function unresolvedIn(cut: Cut): readonly string[] {
  return cut.how === 'unresolved' ? cut.straddling : [];
}

function marginOf(lines: readonly DeskLine[], order: Order, cut: Cut): Margin | null {
  const lastIn = cut.selected.at(-1);
  const firstOut = order.flat().find((id) => !cut.selected.includes(id));
  const inside = lines.find((line) => line.id === lastIn);
  const outside = lines.find((line) => line.id === firstOut);
  if (inside === undefined || outside === undefined) return null;
  return { lastIn: inside.id, firstOut: outside.id, gap: figure(sub(rational(inside.points.exact), rational(outside.points.exact)), 2) };
}
