// Saves the region's own levels (SPD) of a year.

import { may } from '../../domain/people/permissions.ts';
import { changedSpd, readSpdLevels, type TypedSpd } from '../../domain/regional-index/spd.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findSpdLevels } from '../../store/regional-index.read.ts';
import { insertSpdLevels, lockSpdLevels } from '../../store/regional-index.write.ts';
import { regionRule } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';

export interface SpdSaving {
  readonly year: number;
  /** The revision that was read: 0 before the first save. */
  readonly revision: number;
  /** SPD code -> what was typed; rows that are absent stay as they stand. */
  readonly rows: Readonly<Record<string, TypedSpd>>;
}

/** Refuses `spd.invalid` by code, `spd.stale`, `index.year-unknown`, `index-rule.incomplete`. Levels that already stand change nothing. */
export async function saveSpd(act: Act, input: SpdSaving): Promise<Outcome<{ revision: number }>> {
  const { tx, regionId, actor, now } = act;
  const allowed = may(actor, 'index.spd');
  if (!allowed.ok) return allowed;
  const rule = await regionRule(tx, regionId, input.year);
  if (!rule.ok) return rule;
  const typed = readSpdLevels(rule.value, input.rows);
  if (!typed.ok) return typed;
  await lockSpdLevels(tx, regionId);
  const stood = await findSpdLevels(tx, regionId, input.year);
  const rows = changedSpd(stood.rows, typed.value);
  const codes = Object.keys(rows);
  if (codes.length === 0) return ok({ revision: stood.revision });
  if (stood.revision !== input.revision) return refuse('spd.stale', { year: input.year });
  const revision = stood.revision + 1;
  await insertSpdLevels(tx, regionId, { year: input.year, revision, rows, savedBy: actor.personId }, now);
  const levels = codes.map((code) => `${code}=${rows[code]?.level ?? ''}`);
  act.record({ kind: 'index.spd-saved', subjectId: regionId, facts: { year: input.year, revision, rule: rule.value.code, levels } });
  return ok({ revision });
}
