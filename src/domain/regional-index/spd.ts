// The region's own levels: twenty rows it states about itself, each with where the level comes from.

import type { Levels } from '../instrument/points.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { IndexRule } from './rule.ts';

/** One row as it stands. `level` null: not filled (or emptied again), counted as 0 and shown as unfilled. */
export interface SpdLevel {
  readonly level: number | null;
  /** Where the level comes from, in words: 'BPS 2025', a decree number. */
  readonly source: string;
}

/** SPD code -> row. */
export type SpdLevels = Readonly<Record<string, SpdLevel>>;

export const LONGEST_SOURCE = 200;
const LEVEL = /^[0-3]$/;

/** What was typed for one row. */
export interface TypedSpd {
  readonly level: string;
  readonly source: string;
}

/**
 * The rows that were typed, in the rule's order; rows not typed at all are left out and stay as they stand.
 * Refuses `spd.invalid` with the codes at fault: `spd.level-invalid`, `spd.source-too-long`, `spd.source-without-level`.
 */
export function readSpdLevels(rule: IndexRule, typed: Readonly<Record<string, TypedSpd>>): Outcome<SpdLevels> {
  const levels: Record<string, SpdLevel> = {};
  const faults: Record<string, Refusal> = {};
  for (const { code } of rule.spd) {
    const row = typed[code];
    if (row === undefined) continue;
    const source = row.source.trim().replace(/\s+/g, ' ');
    if (row.level !== '' && !LEVEL.test(row.level)) faults[code] = fault('spd.level-invalid');
    else if (source.length > LONGEST_SOURCE) faults[code] = fault('spd.source-too-long', { most: LONGEST_SOURCE });
    else if (row.level === '' && source !== '') faults[code] = fault('spd.source-without-level');
    levels[code] = { level: row.level === '' ? null : Number(row.level), source };
  }
  return Object.keys(faults).length > 0 ? refuse('spd.invalid', {}, faults) : ok(levels);
}

/** The rows of `wanted` that differ from what stands. */
export function changedSpd(stood: SpdLevels, wanted: SpdLevels): SpdLevels {
  const isSame = (code: string, { level, source }: SpdLevel) => (stood[code]?.level ?? null) === level && (stood[code]?.source ?? '') === source;
  return Object.fromEntries(Object.entries(wanted).filter(([code, row]) => !isSame(code, row)));
}

/** Levels for the index: unfilled rows are left out, which counts them 0. Codes the rule does not know are left out too. */
export function spdLevelsOf(rule: IndexRule, rows: SpdLevels): Levels {
  const filled = rule.spd.flatMap(({ code }): readonly (readonly [string, number])[] => {
    const level = rows[code]?.level ?? null;
    return level === null ? [] : [[code, level]];
  });
  return Object.fromEntries(filled);
}
