// What the card asks of whoever leads the plenary: the grave things first, or that the order is firm.

import type { CardMargin, CardSummary } from './summary.ts';

export type Concern =
  /** Two or more share a place that a prize or the cut depends on. */
  | { readonly kind: 'tie'; readonly rank: number; readonly ids: readonly string[]; readonly overLine: boolean }
  /** One step more or less in one cell turns a place. */
  | { readonly kind: 'thin'; readonly margins: readonly CardMargin[] }
  /** Without one of these jurors another would be first. */
  | { readonly kind: 'winner'; readonly jurors: readonly string[]; readonly others: readonly string[] }
  /** Without one of these jurors the first N would be others. */
  | { readonly kind: 'line'; readonly jurors: readonly string[] }
  /** Without any of these jurors the winner has too few sheets. */
  | { readonly kind: 'untested'; readonly jurors: readonly string[] };

/**
 * Gravest first; empty when the order is firm: no undecided tie, no margin of one step, the same first place and the same first N without any one
 * juror. "Depends on" is said only where leaving the juror out changes a ranked winner; too few sheets is `untested`.
 * @basis SCORING 15.
 */
export function concernsOf(card: CardSummary): readonly Concern[] {
  const thin = card.margins.filter(({ turn }) => turn !== null && turn.steps <= 1);
  const turning = card.withoutJuror.filter(({ winnerDepends }) => winnerDepends === true);
  const moving = card.withoutJuror.filter(({ entering, leaving }) => entering.length + leaving.length > 0);
  const untested = card.withoutJuror.filter(({ winnerDepends }) => winnerDepends === null);
  // A last prize that hangs on one number hangs on a juror too: said once.
  const isSettled = thin.some(({ rankBelow }) => rankBelow > card.top) || card.ties.some(({ overLine }) => overLine);
  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);
  return [
    ...card.ties.map((tie) => ({ kind: 'tie' as const, ...tie })),
    ...(turning.length === 0 ? [] : [{ kind: 'winner' as const, jurors: codes(turning), others: [...new Set(turning.flatMap(({ winners }) => winners))] }]),
    ...(thin.length === 0 ? [] : [{ kind: 'thin' as const, margins: thin }]),
    ...(card.top < 2 || moving.length === 0 || isSettled ? [] : [{ kind: 'line' as const, jurors: codes(moving) }]),
    ...(untested.length === 0 ? [] : [{ kind: 'untested' as const, jurors: codes(untested) }]),
  ];
}
