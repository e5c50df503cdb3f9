// A region's own innovations as three portfolios that are never mixed: what is claimed, what has evidence, what was verified.

import { type ClaimsUnderReview, type StandingVerdicts, verifiedLevels } from '../assessment/verification.ts';
import { evidencedLevels, type Levels } from '../instrument/points.ts';
import type { Portfolio, PortfolioInnovation } from './iid.ts';
import type { IndexRule } from './rule.ts';

/** An innovation with its newest approved snapshot. */
export interface ApprovedInnovation {
  /** Registration number of the entry: the code of the innovation in the portfolio. */
  readonly code: string;
  /** Catalogue the snapshot was made by: 'iid-2026'. */
  readonly instrument: string;
  readonly affair: string;
  readonly claims: ClaimsUnderReview;
  readonly verdicts: StandingVerdicts;
}

export const BASES = ['verified', 'evidenced', 'claimed'] as const;
export type Basis = (typeof BASES)[number];

export interface Standing {
  readonly portfolios: Readonly<Record<Basis, Portfolio>>;
  /** Codes counted under *evidenced* and *claimed* whose verification is not complete: they are not part of *verified*. */
  readonly unverified: readonly string[];
  /** Codes of snapshots made by another catalogue: counted nowhere, because levels are not recalculated by another year's rows. */
  readonly otherCatalogue: readonly string[];
}

/**
 * The three portfolios of a year. *verified* holds only innovations with a level for every row (a row that claims nothing is 0 by itself);
 * a level not yet verified is never taken as 0 nor replaced by the claim.
 * @basis RULES 3 (claimed, evidenced, verified).
 */
export function standingOf(rule: IndexRule, year: number, spd: Levels, innovations: readonly ApprovedInnovation[]): Standing {
  const codes = rule.sid.map(({ code }) => code);
  const own = innovations.filter(({ instrument }) => instrument === rule.code);
  const listed: Record<Basis, PortfolioInnovation[]> = { verified: [], evidenced: [], claimed: [] };
  const unverified: string[] = [];
  for (const { code, affair, claims, verdicts } of own) {
    const claimed = Object.fromEntries(codes.map((row) => [row, claims[row]?.level ?? 0]));
    const withEvidence = new Set(codes.filter((row) => (claims[row]?.evidence ?? 0) > 0));
    listed.claimed.push({ code, affair, levels: claimed });
    listed.evidenced.push({ code, affair, levels: evidencedLevels(claimed, withEvidence) });
    const verified = completeLevels(verifiedLevels(codes, claims, verdicts));
    if (verified === null) unverified.push(code);
    else listed.verified.push({ code, affair, levels: verified });
  }
  const portfolio = (basis: Basis): Portfolio => ({ year, spd, innovations: listed[basis] });
  return {
    portfolios: { verified: portfolio('verified'), evidenced: portfolio('evidenced'), claimed: portfolio('claimed') },
    unverified,
    otherCatalogue: innovations.filter(({ instrument }) => instrument !== rule.code).map(({ code }) => code),
  };
}

function completeLevels(levels: Readonly<Record<string, number | null>>): Levels | null {
  const known: Record<string, number> = {};
  for (const [code, level] of Object.entries(levels)) {
    if (level === null) return null;
    known[code] = level;
  }
  return known;
}
