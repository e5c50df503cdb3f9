// Computes the result of a category: freezes the inputs, and the same inputs always give the same version.

import { requireOpen } from '../../domain/edition/stage.ts';
import { may } from '../../domain/people/permissions.ts';
import { addDecision, computeFrozen } from '../../domain/result/frozen-inputs.ts';
import type { Decision } from '../../domain/result/tie-break.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { findCategory, findStages } from '../../store/edition.read.ts';
import { lockCategory } from '../../store/jury.write.ts';
import { findNewestResult, type ResultVersion } from '../../store/result.read.ts';
import { insertResult } from '../../store/result.write.ts';
import type { Act } from '../perform.ts';
import { gatherInputs } from './gather-inputs.ts';

export interface ComputedVersion {
  readonly resultId: string;
  readonly version: number;
  readonly digest: string;
}

/**
 * Refuses `category.not-found`, `stage.*` (plenary), `result.no-finalists`, `result.rules-missing`, `result.sheets-open`, and what the
 * computation refuses. Decisions of the newest version are kept.
 */
export async function computeCategory(act: Act, input: { readonly categoryId: string }): Promise<Outcome<ComputedVersion>> {
  const allowed = await enter(act, input.categoryId, 'result.compute');
  if (!allowed.ok) return allowed;
  const newest = await findNewestResult(act.tx, act.regionId, input.categoryId);
  return computeWith(act, input.categoryId, newest, newest?.inputs.decisions ?? [], '');
}

export interface TieDecision {
  readonly categoryId: string;
  /** The version whose tie is decided. */
  readonly resultId: string;
  readonly tied: readonly string[];
  readonly order: readonly (readonly string[])[];
  /** Number of the minutes. */
  readonly act: string;
  readonly reason: string;
}

/**
 * The panel's minuted decision on a tie the ladder left open; gives a new version. By the chair. Refuses what computing refuses,
 * `result.not-found`, `result.stale`, `decision.not-waited-for`, `decision.act-missing`, `decision.reason-missing`, `decision.invalid`.
 */
export async function decideTie(act: Act, input: TieDecision): Promise<Outcome<ComputedVersion>> {
  const allowed = await enter(act, input.categoryId, 'result.decide');
  if (!allowed.ok) return allowed;
  const newest = await findNewestResult(act.tx, act.regionId, input.categoryId);
  if (newest === null) return refuse('result.not-found');
  if (isDecided(newest, input)) return ok({ resultId: newest.resultId, version: newest.version, digest: newest.digest });
  if (newest.resultId !== input.resultId) return refuse('result.stale');
  if (input.reason.trim().length < 3) return refuse('decision.reason-missing', {}, { alasan: { code: 'decision.reason-missing', facts: {} } });
  const decision: Decision = { tied: input.tied, order: input.order, act: input.act };
  const decisions = addDecision(newest.body, newest.inputs.decisions ?? [], decision);
  if (!decisions.ok) return decisions;
  return computeWith(act, input.categoryId, newest, decisions.value, input.reason.trim());
}

async function enter(act: Act, categoryId: string, verb: 'result.compute' | 'result.decide'): Promise<Outcome<true>> {
  const category = await findCategory(act.tx, act.regionId, categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(act.actor, verb, { editionId: category.editionId, categoryId });
  if (!allowed.ok) return allowed;
  const open = requireOpen(await findStages(act.tx, act.regionId, category.editionId), 'plenary', act.now);
  if (!open.ok) return open;
  await lockCategory(act.tx, act.regionId, categoryId);
  return ok(true);
}

async function computeWith(
  act: Act,
  categoryId: string,
  newest: ResultVersion | null,
  decisions: readonly Decision[],
  reason: string,
): Promise<Outcome<ComputedVersion>> {
  const { tx, regionId, actor } = act;
  const inputs = await gatherInputs(act, categoryId, decisions);
  if (!inputs.ok) return inputs;
  const computed = computeFrozen(inputs.value, sha256Hex);
  if (!computed.ok) return computed;
  const { inputsCanon, bodyCanon, digest } = computed.value;
  if (newest !== null && newest.digest === digest) return ok({ resultId: newest.resultId, version: newest.version, digest });
  const [resultId, version, replaces] = [act.newId(), (newest?.version ?? 0) + 1, newest?.resultId ?? null];
  await insertResult(tx, regionId, { resultId, categoryId, version, inputsCanon, bodyCanon, digest, replaces, reason, computedBy: actor.personId }, act.now);
  act.record({ kind: 'result.computed', subjectId: resultId, facts: { category: categoryId, version, digest, decisions: decisions.length, reason } });
  act.later('make-card', { regionId, resultId });
  return ok({ resultId, version, digest });
}

function isDecided(newest: ResultVersion, input: TieDecision): boolean {
  const key = [...input.tied].sort().join(' ');
  const found = (newest.inputs.decisions ?? []).find((one) => [...one.tied].sort().join(' ') === key);
  return found !== undefined && found.act === input.act.trim() && JSON.stringify(found.order) === JSON.stringify(input.order);
}
