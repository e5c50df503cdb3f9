// An indicator (indikator): one row of the national catalogue, with the words of its levels and the evidence it asks for.

export interface IndicatorLevel {
  readonly level: number;
  readonly label: string;
}

/** One way to prove the benefit indicator: letters a to f, each with its own words for levels 1, 2, 3. */
export interface BenefitBasis {
  readonly code: string;
  readonly name: string;
  readonly levels: readonly string[];
}

export interface Indicator {
  /** Catalogue code, used in addresses and acts: 'SID-31'. */
  readonly code: string;
  readonly name: string;
  readonly variable: string;
  /** Decimal text, as written in the catalogue. */
  readonly weight: string;
  readonly mandatory: boolean;
  /** Levels 1..3; level 0 is "nothing claimed" and has no words. */
  readonly levels: readonly IndicatorLevel[];
  readonly evidence: string;
  readonly formats: string;
  readonly note?: string;
  readonly bases?: readonly BenefitBasis[];
}

/** The row that counts innovations; it belongs to the region's index, never to an innovation. */
export interface CountRow {
  readonly code: string;
  readonly name: string;
  readonly weight: string;
  readonly cap: number;
  readonly rule: string;
}

/** The highest level any indicator has. */
export const TOP_LEVEL = 3;

/** Whether the indicator asks for a benefit basis beside its level. */
export function asksForBasis(indicator: Indicator): boolean {
  return indicator.bases !== undefined;
}

/** The words of a level under a basis ('' for level 0, an unknown level or an unknown basis). */
export function levelLabel(indicator: Indicator, level: number, basis: string | null = null): string {
  const chosen = basis === null ? undefined : indicator.bases?.find((one) => one.code === basis);
  if (basis !== null) return chosen?.levels[level - 1] ?? '';
  return indicator.levels.find((one) => one.level === level)?.label ?? '';
}
