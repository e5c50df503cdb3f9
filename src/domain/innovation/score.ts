// Points of an entry as its innovators see them: claimed, evidenced, and the step that would gain most.

import { TOP_LEVEL } from '../instrument/indicator.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { evidencedLevels, indicatorPoints, maxPoints, points } from '../instrument/points.ts';
import { compare, parseDecimal, type Rational, sub, ZERO } from '../shared/rational.ts';
import type { Claims } from './claim.ts';

export interface EntryScore {
  readonly claimed: Rational;
  readonly evidenced: Rational;
  /** Claimed without evidence. */
  readonly bare: Rational;
  /** Not claimed at all. */
  readonly open: Rational;
  readonly max: Rational;
}

/** Points claimed and evidenced, of the most there are; never one number for both (RULES 3). */
export function scoreOf(instrument: Instrument, claims: Claims, evidenced: ReadonlySet<string>): EntryScore {
  const levels = Object.fromEntries(Object.entries(claims).map(([code, claim]) => [code, claim.level]));
  const claimed = points(instrument, levels);
  const proven = points(instrument, evidencedLevels(levels, evidenced));
  const max = maxPoints(instrument);
  return { claimed, evidenced: proven, bare: sub(claimed, proven), open: sub(max, claimed), max };
}

/**
 * The points that are lacking to the category's gate when every claim with evidence is verified as it stands; null where none are, and without a gate.
 * @basis RULES 4: P below the floor is refused, a P equal to it passes; RULES 3: a verdict never raises a claim.
 */
export function shortOfFloor(evidenced: Rational, floor: string | null): Rational | null {
  const least = floor === null ? null : parseDecimal(floor);
  return least === null || compare(evidenced, least) >= 0 ? null : sub(least, evidenced);
}

/** A part of a whole from 0 to 1, for drawing only. */
export function shareOf(part: Rational, whole: Rational): number {
  return whole.n === 0n ? 0 : Number(part.n * whole.d) / Number(part.d * whole.n);
}

export interface NextStep {
  readonly code: string;
  readonly kind: 'attach' | 'raise';
  readonly from: number;
  readonly to: number;
  readonly gain: Rational;
}

/**
 * The one step that gains most evidenced points: proof for a claim without any, or one level more. The earlier indicator wins a tie,
 * proof wins over a level. Null when everything is claimed and evidenced in full.
 */
export function nextStep(instrument: Instrument, claims: Claims, evidenced: ReadonlySet<string>): NextStep | null {
  let best: NextStep | null = null;
  for (const indicator of instrument.sid) {
    const level = claims[indicator.code]?.level ?? 0;
    const isBare = level > 0 && !evidenced.has(indicator.code);
    if (!isBare && level === TOP_LEVEL) continue;
    const to = isBare ? level : level + 1;
    const gain = sub(indicatorPoints(indicator, to), isBare ? ZERO : indicatorPoints(indicator, level));
    const step: NextStep = { code: indicator.code, kind: isBare ? 'attach' : 'raise', from: level, to, gain };
    if (best === null || isBetter(step, best)) best = step;
  }
  return best;
}

function isBetter(step: NextStep, best: NextStep): boolean {
  const order = compare(step.gain, best.gain);
  return order > 0 || (order === 0 && step.kind === 'attach' && best.kind === 'raise');
}
