// What the desk acts share: the category locked, its rules and stage, and the list worked out from verified levels.

import type { CategoryRules } from '../../domain/edition/category.ts';
import { requireOpen, type Stage } from '../../domain/edition/stage.ts';
import { may, type Verb } from '../../domain/people/permissions.ts';
import { type CutDecision, type KeptShortlist, keptShortlist, shortlistCanon } from '../../domain/result/desk-decision.ts';
import { computeShortlist, type DeskEntry } from '../../domain/result/shortlist.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { findRules, findStages } from '../../store/edition.read.ts';
import { type DeskRow, listDeskRows, lockDesk } from '../../store/result-desk.read.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';

export interface Desk {
  readonly categoryId: string;
  readonly editionId: string;
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly instrument: string;
  readonly rules: CategoryRules;
  readonly rulesVersion: number;
  readonly stages: readonly Stage[];
}

/** Refuses `category.not-found`, `permission.denied`, `stage.*`. */
export async function openDesk(act: Act, categoryId: string, verb: Verb): Promise<Outcome<Desk>> {
  const category = await lockDesk(act.tx, act.regionId, categoryId);
  const rules = category === null ? null : await findRules(act.tx, act.regionId, categoryId);
  if (category === null || rules === null) return refuse('category.not-found');
  const allowed = may(act.actor, verb, { editionId: category.editionId });
  if (!allowed.ok) return allowed;
  const stages = await findStages(act.tx, act.regionId, category.editionId);
  const open = requireOpen(stages, 'desk', act.now);
  return open.ok ? ok({ ...category, rules: rules.body, rulesVersion: rules.version, stages }) : open;
}

export interface WorkedOut {
  readonly body: KeptShortlist;
  readonly digest: string;
  readonly rows: readonly DeskRow[];
}

const JUDGED = ['verified', 'eligible', 'refused'];

/** Levels of an entry at the desk: null throughout until its verification is finished; then rows without a verdict claimed nothing. */
export function deskEntry(row: DeskRow, codes: readonly string[]): DeskEntry {
  const levelOf = (code: string) => (JUDGED.includes(row.state) ? (row.verdicts?.[code]?.[2] ?? 0) : null);
  return { id: row.registrationNumber, verified: Object.fromEntries(codes.map((code) => [code, levelOf(code)])) };
}

export async function workOut(act: Act, desk: Desk, decisions: readonly CutDecision[]): Promise<Outcome<WorkedOut>> {
  const instrument = await instrumentOf(act.tx, act.regionId, desk.instrument);
  const codes = instrument.sid.map(({ code }) => code);
  const rows = await listDeskRows(act.tx, act.regionId, desk.categoryId);
  const entries = rows.map((row) => deskEntry(row, codes));
  const computed = computeShortlist(instrument, desk.rules, entries, { decisions, lot: desk.rules.lot });
  if (!computed.ok) return computed;
  const body = keptShortlist(computed.value, desk.rulesVersion, new Map(rows.map((row) => [row.registrationNumber, row.entryId])));
  return ok({ body, digest: sha256Hex(shortlistCanon(body, decisions)), rows });
}
