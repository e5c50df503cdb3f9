// The desk: points against the gate, and the desk value on 0..100 that enters the final score.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { compare, div, HUNDRED, mul, parseDecimal, type Rational, roundHalfUp, sub } from '../shared/rational.ts';

/**
 * D = 100 P / max P, exact, 0..100. `points` are verified points, 0..max; `max` is the instrument's highest (111 in 2026).
 * Throws RangeError when max is zero.
 * @basis RULES 4.
 */
export function deskValue(points: Rational, max: Rational): Rational {
  return div(mul(HUNDRED, points), max);
}

/**
 * Whether the points pass the gate, unrounded: the floor itself passes, no floor always passes.
 * Refuses `desk.below-floor` with the floor and what is lacking (2 decimals, to show), `desk.floor-unreadable` for a floor that is not a decimal.
 * @basis RULES 4: P < floor is refused at the desk (50 passes a floor of 50).
 */
export function passGate(points: Rational, floor: string | null): Outcome<Rational> {
  if (floor === null) return ok(points);
  const least = parseDecimal(floor);
  if (least === null) return refuse('desk.floor-unreadable', { floor });
  if (compare(points, least) >= 0) return ok(points);
  return refuse('desk.below-floor', { floor, points: roundHalfUp(points, 2), lacking: roundHalfUp(sub(least, points), 2) });
}
