// What the public may see of a result, and nothing more (RULES 7).

import type { Figure } from '../result/figure.ts';
import type { FrozenInputs } from '../result/frozen-inputs.ts';
import type { ResultBody } from '../result/result.ts';
import type { Instant } from '../shared/time.ts';

export interface PublishedEntry {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly rank: number;
  readonly rankBeforeTieBreak: number;
  readonly decidedBy: string | null;
  readonly final: Figure;
  readonly jury: Figure;
  readonly desk: Figure | null;
  readonly jurors: number;
  readonly criteria: readonly { readonly code: string; readonly mean: Figure }[];
  readonly rounding: boolean;
  readonly wins: boolean;
}

export interface PublishedTie {
  readonly step: string;
  readonly tied: readonly string[];
  readonly groups: readonly (readonly string[])[];
  /** Number of the minutes, or seed and source of the lot. */
  readonly by: string | null;
}

export interface PublishedResult {
  readonly form: 'published-result/1';
  readonly year: number;
  readonly edition: string;
  readonly category: { readonly code: string; readonly name: string };
  readonly version: number;
  readonly resultDigest: string;
  readonly rulesVersion: number;
  readonly rubricVersion: number;
  readonly decree: string;
  readonly certifiedAt: Instant;
  readonly publishedAt: Instant;
  readonly panel: number;
  readonly formula: Omit<ResultBody['formula'], 'incompleteSheet'>;
  readonly criteria: readonly { readonly code: string; readonly name: string; readonly weight: string; readonly min: string; readonly max: string }[];
  /** By rank, then registration number. */
  readonly entries: readonly PublishedEntry[];
  readonly blocked: readonly { readonly id: string; readonly name: string; readonly agency: string; readonly reason: string }[];
  readonly ties: readonly PublishedTie[];
}

export interface PublicationFacts {
  readonly year: number;
  readonly edition: string;
  readonly category: { readonly code: string; readonly name: string };
  readonly version: number;
  readonly resultDigest: string;
  readonly decree: string;
  readonly certifiedAt: Instant;
  readonly publishedAt: Instant;
  readonly panel: number;
  readonly names: ReadonlyMap<string, { readonly name: string; readonly agency: string }>;
}

/**
 * The public body of a certified result: final, jury, desk, the mean per criterion over counted sheets, number of jurors, rank, and the
 * step that decided each tie. No sheet, no juror, no total of a juror.
 * @basis RULES 7.
 */
export function publishedResult(facts: PublicationFacts, inputs: FrozenInputs, body: ResultBody): PublishedResult {
  const { names, ...rest } = facts;
  const { incompleteSheet: _, ...formula } = body.formula;
  const named = (id: string) => names.get(id) ?? { name: id, agency: '' };
  const winners = new Set(body.top.selected);
  const entries = body.entries.map(({ id, rank, rankBeforeTieBreak, decidedBy, final, jury, desk, sheets, criteria, rounding }): PublishedEntry => {
    const means = criteria.map(({ code, mean }) => ({ code, mean }));
    return { id, ...named(id), rank, rankBeforeTieBreak, decidedBy, final, jury, desk, jurors: sheets, criteria: means, rounding, wins: winners.has(id) };
  });
  return {
    form: 'published-result/1',
    ...rest,
    rulesVersion: inputs.rulesVersion,
    rubricVersion: inputs.rubricVersion,
    formula,
    criteria: inputs.rubric.criteria.map(({ code, name, weight, min, max }) => ({ code, name, weight, min, max })),
    entries: entries.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
    blocked: body.blocked.map(({ id, reason }) => ({ id, ...named(id), reason })),
    ties: body.trace.map(({ step, tied, groups, by }) => ({ step, tied, groups, by: by ?? null })),
  };
}

/** Whether an entry shares its place with another. */
export function isShared(entries: readonly Pick<PublishedEntry, 'rank'>[], rank: number): boolean {
  return entries.filter((entry) => entry.rank === rank).length > 1;
}

/** Whether the entry's printed final was shared before the ladder was applied. */
export function wasTied(entries: readonly Pick<PublishedEntry, 'rankBeforeTieBreak'>[], entry: Pick<PublishedEntry, 'rankBeforeTieBreak'>): boolean {
  return entries.filter((one) => one.rankBeforeTieBreak === entry.rankBeforeTieBreak).length > 1;
}
