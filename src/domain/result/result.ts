// What goes into a result and what comes out: plain values, so that both can be frozen, digested and recomputed.

import type { CutPolicy } from '../edition/category.ts';
import type { Rubric } from '../instrument/rubric.ts';
import type { Figure } from './figure.ts';
import type { Lot } from './lot.ts';
import type { Cut, Order } from './ranking.ts';
import type { Decision, TieTrace } from './tie-break.ts';

/** A finalist: `id` is its registration number, `desk` its exact desk value 0..100 as text ('8470/111'), null when it has none. */
export interface ResultEntry {
  readonly id: string;
  readonly desk: string | null;
}

/** A sealed sheet under a stable juror code (J1, J2, ...). An empty or absent score is missing, never zero. */
export interface CountedSheet {
  readonly entry: string;
  readonly juror: string;
  readonly scores: Readonly<Record<string, string>>;
}

export interface ResultInput {
  readonly rubric: Rubric;
  readonly entries: readonly ResultEntry[];
  readonly sheets: readonly CountedSheet[];
  /** Shares a and b of S = (a D + b J)/(a + b), decimal text, not negative, not both zero. */
  readonly deskShare: string;
  readonly juryShare: string;
  readonly ladder: readonly string[];
  /** N of the winners; 0 selects nobody. */
  readonly winners: number;
  readonly cut: CutPolicy;
  /** `renormalise` gives each incomplete sheet a private weighting and must be labelled (SCORING 2). */
  readonly incompleteSheet: 'exclude' | 'renormalise';
  readonly decisions?: readonly Decision[];
  readonly lot?: Lot | null;
}

/** One term of a sheet total: share x value, on 0..100. */
export interface TotalPart {
  readonly criterion: string;
  readonly score: string;
  /** The score on 0..100, exact. */
  readonly value: string;
  /** Weight over the sum of the weights counted, exact. */
  readonly share: string;
}

export interface JurorTotal {
  readonly juror: string;
  readonly total: Figure;
  readonly parts: readonly TotalPart[];
}

/** Mean over the counted sheets, in the criterion's own points. */
export interface CriterionMean {
  readonly code: string;
  readonly mean: Figure;
  readonly sheets: number;
}

export interface EntryResult {
  readonly id: string;
  readonly final: Figure;
  readonly jury: Figure;
  readonly desk: Figure | null;
  readonly median: Figure;
  readonly rank: number;
  readonly rankBeforeTieBreak: number;
  readonly decidedBy: string | null;
  /** m_i: number of counted sheets, the divisor of the mean. */
  readonly sheets: number;
  readonly totals: readonly JurorTotal[];
  readonly criteria: readonly CriterionMean[];
  /** Printed desk and jury do not re-add to the printed final: show the note *pembulatan*. */
  readonly rounding: boolean;
  /** Too few sheets to trim: the plain mean stands. */
  readonly plainMean: boolean;
}

/** An entry without a final score: not ranked, never ranked last. */
export interface BlockedEntry {
  readonly id: string;
  readonly reason: 'few-jurors' | 'no-desk';
  readonly sheets: number;
  readonly totals: readonly JurorTotal[];
}

export interface ExcludedSheet {
  readonly entry: string;
  readonly juror: string;
  readonly missing: readonly string[];
}

export interface ResultBody {
  readonly form: 'result/1';
  readonly formula: {
    readonly scale: Rubric['scale'];
    readonly aggregate: Rubric['aggregate'];
    readonly trim: number;
    readonly decimals: number;
    readonly rankOn: Rubric['rankOn'];
    readonly minJurors: number;
    readonly weightSum: string;
    readonly deskShare: string;
    readonly juryShare: string;
    readonly incompleteSheet: ResultInput['incompleteSheet'];
    readonly ladder: readonly string[];
    readonly winners: number;
    readonly cut: CutPolicy;
  };
  /** By registration number. */
  readonly entries: readonly EntryResult[];
  readonly order: Order;
  readonly blocked: readonly BlockedEntry[];
  readonly excludedSheets: readonly ExcludedSheet[];
  readonly top: Cut;
  /** The step that decided each tie, and where a ladder waits. */
  readonly trace: readonly TieTrace[];
  /** Entries whose tie waits for a decision or a lot. */
  readonly unresolved: readonly string[];
  /** Between the last selected and the first not selected (final score); null without both. */
  readonly margin: { readonly lastIn: string; readonly firstOut: string; readonly gap: Figure } | null;
}
