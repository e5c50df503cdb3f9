// The final ladder: the names of its steps, and what each compares, taken from the exact figures of one computation.

import type { Rubric } from '../instrument/rubric.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import type { Rational } from '../shared/rational.ts';
import type { Lot } from './lot.ts';
import { byDecision, byFigure, byLot, type Decision, headToHead, isWholeDecision, type Step } from './tie-break.ts';

const PLAIN_STEPS = ['jury', 'desk', 'exact', 'median', 'wins', 'decision', 'lot'];
const CRITERION = 'criterion:';

/** The exact figures of one ranked entry. Criterion means are in the criterion's own points. */
export interface EntryFigures {
  readonly final: Rational;
  readonly jury: Rational;
  readonly desk: Rational | null;
  readonly median: Rational;
  readonly criteria: ReadonlyMap<string, Rational>;
  readonly totals: ReadonlyMap<string, Rational>;
}

/**
 * Whether every step is known and named once, and `criterion:CODE` names a criterion of the rubric.
 * Refuses `ladder.unknown-step`, `ladder.duplicate-step` with the step.
 * @basis RULES 5, final ladder.
 */
export function checkLadder(ladder: readonly string[], rubric: Pick<Rubric, 'criteria'>): Outcome<readonly string[]> {
  const known = new Set([...PLAIN_STEPS, ...rubric.criteria.map((criterion) => CRITERION + criterion.code)]);
  const unknown = ladder.find((step) => !known.has(step));
  if (unknown !== undefined) return refuse('ladder.unknown-step', { step: unknown });
  const twice = ladder.find((step, at) => ladder.indexOf(step) !== at);
  return twice === undefined ? ok(ladder) : refuse('ladder.duplicate-step', { step: twice });
}

/** Whether the ladder holds a step that changes nothing: `exact` when the ranking already is by exact values. To warn, not to refuse. */
export function hasIdleStep(ladder: readonly string[], rankOn: Rubric['rankOn']): boolean {
  return rankOn === 'exact' && ladder.includes('exact');
}

/** Whether every decision orders exactly the entries it names. Refuses `decision.invalid` with its act. */
export function checkDecisions(decisions: readonly Decision[]): Outcome<readonly Decision[]> {
  const broken = decisions.find((decision) => !isWholeDecision(decision));
  return broken === undefined ? ok(decisions) : refuse('decision.invalid', { act: broken.act });
}

/** The steps of a checked ladder over the figures of the ranked entries. */
export function finalLadder(
  names: readonly string[],
  figures: ReadonlyMap<string, EntryFigures>,
  decisions: readonly Decision[],
  lot: Lot | null,
): readonly Step[] {
  const totals = new Map([...figures].map(([id, entry]) => [id, entry.totals] as const));
  return names.map((name) => {
    if (name === 'decision') return byDecision(decisions);
    if (name === 'lot') return byLot(lot);
    if (name === 'wins') return byFigure(name, (id, tied) => headToHead(id, tied, totals));
    return byFigure(name, (id) => figureNamed(name, figures.get(id)));
  });
}

function figureNamed(name: string, entry: EntryFigures | undefined): Rational | null {
  if (name.startsWith(CRITERION)) return entry?.criteria.get(name.slice(CRITERION.length)) ?? null;
  const plain = new Map([
    ['jury', entry?.jury],
    ['desk', entry?.desk],
    ['exact', entry?.final],
    ['median', entry?.median],
  ]);
  return plain.get(name) ?? null;
}
