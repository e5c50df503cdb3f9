// A category (kategori) and the rules that freeze when registration opens.

import type { AgencyKind } from '../people/agency.ts';

export type ShortlistRule = { readonly kind: 'top'; readonly n: number } | { readonly kind: 'threshold'; readonly above: string };
export type CutPolicy = 'include' | 'exclude' | 'unresolved';

/** RULES 2, first row: frozen at the opening of registration. Decimal numbers are text; ladders list steps in order. */
export interface CategoryRules {
  readonly whoEnters: readonly AgencyKind[];
  readonly approver: 'head' | 'nobody';
  /** Desk gate: points strictly below are refused. Null: no gate. */
  readonly floor: string | null;
  readonly shortlist: ShortlistRule;
  readonly cut: CutPolicy;
  /** Indicator codes, then 'decision', then 'lot'. */
  readonly deskLadder: readonly string[];
  readonly deskShare: string;
  readonly juryShare: string;
  /** jury, criterion:CODE, desk, exact, median, wins, decision, lot. */
  readonly finalLadder: readonly string[];
  readonly winners: number;
  readonly lot: { readonly seed: string; readonly source: string } | null;
  /** Whether everybody may have the bundle of the result, with the sheets under codes; otherwise the parties only. Absent: not (RULES 7). */
  readonly publicBundle?: boolean;
}

export interface Category {
  readonly categoryId: string;
  readonly editionId: string;
  readonly code: string;
  readonly name: string;
  readonly position: number;
}
