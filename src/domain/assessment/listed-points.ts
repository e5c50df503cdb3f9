// Points of an entry as lists show them: the claims of its newest snapshot, and what verification left of them.

import type { Instrument } from '../instrument/instrument.ts';
import { points, verifiedPoints } from '../instrument/points.ts';
import { roundHalfUp } from '../shared/rational.ts';
import { type ClaimsUnderReview, type StandingVerdicts, verifiedLevels } from './verification.ts';

/** Decimal text with four places, 0..111 in 2026; `verified` is null while a claim waits for its verdict. */
export interface ListedPoints {
  readonly claimed: string;
  readonly verified: string | null;
}

const PLACES = 4;

/**
 * Points claimed and verified of a snapshot, for lists only: whatever is official is worked out anew from the verdicts.
 * Throws RangeError for a level that is not 0..3.
 * @basis RULES 3: points are the sum of weight x level over the SID rows; none yet is *belum*, never 0.
 */
export function listedPoints(instrument: Instrument, claims: ClaimsUnderReview, verdicts: StandingVerdicts): ListedPoints {
  const codes = instrument.sid.map(({ code }) => code);
  const claimed = points(instrument, Object.fromEntries(codes.map((code) => [code, claims[code]?.level ?? 0])));
  const verified = verifiedPoints(instrument, verifiedLevels(codes, claims, verdicts));
  return { claimed: roundHalfUp(claimed, PLACES), verified: verified === null ? null : roundHalfUp(verified, PLACES) };
}
