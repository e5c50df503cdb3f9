// A claim (klaim): the level an innovator says an indicator has, with the basis of the benefit indicator.

import { asksForBasis, type Indicator, TOP_LEVEL } from '../instrument/indicator.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { LONGEST_TEXT } from './profile.ts';

export interface Claim {
  readonly level: number;
  readonly basis: string | null;
  readonly note: string;
}

/** Indicator code -> claim. */
export type Claims = Readonly<Record<string, Claim>>;

export interface ClaimWish {
  /** As typed: '0' to '3'. */
  readonly level: string;
  readonly basis: string;
  readonly note: string;
}

/**
 * The claim as it will be kept. Level 0 keeps no basis. Refuses `claim.invalid` with the fields at fault.
 * @basis RULES 3: level 0..3, with basis a-f for the benefit indicator.
 */
export function checkClaim(indicator: Indicator, wish: ClaimWish): Outcome<Claim> {
  const faults: Record<string, Refusal> = {};
  const level = /^\d$/.test(wish.level) ? Number(wish.level) : -1;
  if (level < 0 || level > TOP_LEVEL) faults.level = fault('claim.level-missing');
  const isBasis = indicator.bases?.some((basis) => basis.code === wish.basis) ?? false;
  if (asksForBasis(indicator) && level > 0 && !isBasis) faults.basis = fault('claim.basis-missing');
  if (wish.note.length > LONGEST_TEXT) faults.note = fault('profile.too-long', { most: LONGEST_TEXT, length: wish.note.length });
  if (Object.keys(faults).length > 0) return refuse('claim.invalid', {}, faults);
  return ok({ level, basis: asksForBasis(indicator) && level > 0 ? wish.basis : null, note: wish.note.trim() });
}
