// What surrounds the shortlist: its kept form and digest, the minuted decision at the cut, the order of presentation.

import { acceptsUntil, type Stage, type StageKind } from '../edition/stage.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';
import { drawLot, type Lot } from './lot.ts';
import { mayAnnounce, type ShortlistBody } from './shortlist.ts';
import type { Decision } from './tie-break.ts';

/** The shortlist as kept: the numbers with the version of the rules they were made by, and the desk value of each entry for the final. */
export interface KeptShortlist extends ShortlistBody {
  readonly rulesVersion: number;
  readonly entries: readonly { readonly entryId: string; readonly id: string; readonly desk: string }[];
}

/** The kept form of a computed list; `entryIds` is registration number -> entry id. Desk values are exact fractions. */
export function keptShortlist(body: ShortlistBody, rulesVersion: number, entryIds: ReadonlyMap<string, string>): KeptShortlist {
  const entries = body.lines.map(({ id, value }) => ({ entryId: entryIds.get(id) ?? '', id, desk: value.exact }));
  return { ...body, rulesVersion, entries };
}

/** A decision at the cut, with the number of its minutes and the reason. */
export interface CutDecision extends Decision {
  readonly reason: string;
}

/** The text whose SHA-256 is the digest of a shortlist: equal inputs give an equal text. */
export function shortlistCanon(body: KeptShortlist, decisions: readonly CutDecision[]): string {
  return canonicalJson({ body, decisions });
}

/**
 * Checks a decision on the group at the cut: exactly its entries, each once, parted into at least two places, with minutes and reason.
 * Refuses `shortlist.nothing-to-decide`, `shortlist.no-decision-step` when the ladder has none, `shortlist.decision-incomplete` by field.
 * @basis RULES 4 and 5: the ladder asks for a decision; it is minuted, never silent.
 */
export function checkCutDecision(body: ShortlistBody, ladder: readonly string[], decision: CutDecision): Outcome<CutDecision> {
  if (body.unresolvedAtCut.length === 0) return refuse('shortlist.nothing-to-decide');
  if (!ladder.includes('decision')) return refuse('shortlist.no-decision-step');
  const tied = [...body.unresolvedAtCut].sort();
  const faults: Record<string, Refusal> = {};
  const placed = decision.order.flat();
  if (placed.length !== tied.length || [...placed].sort().join() !== tied.join() || decision.order.length < 2)
    faults.order = fault('shortlist.order-not-whole');
  if (decision.act.trim().length < 3) faults.act = fault('shortlist.minutes-missing');
  if (decision.reason.trim().length < 3) faults.reason = fault('shortlist.reason-missing');
  if (Object.keys(faults).length > 0) return refuse('shortlist.decision-incomplete', {}, faults);
  return ok({ tied, order: decision.order, act: decision.act.trim(), reason: decision.reason.trim() });
}

/** Adds a decision; one on the same entries is replaced. */
export function withDecision(decisions: readonly CutDecision[], added: CutDecision): readonly CutDecision[] {
  const key = [...added.tied].sort().join();
  return [...decisions.filter(({ tied }) => [...tied].sort().join() !== key), added];
}

/**
 * Whether the kept list may be announced now: it is still what the verified levels give (`fresh` is computed anew), nobody is pending,
 * nothing is unresolved. Refuses `shortlist.outdated`, `shortlist.pending`, `shortlist.unresolved`, `shortlist.empty`.
 */
export function mayAnnounceKept(keptDigest: string, freshDigest: string, body: ShortlistBody): Outcome<ShortlistBody> {
  if (keptDigest !== freshDigest) return refuse('shortlist.outdated');
  const ready = mayAnnounce(body);
  if (!ready.ok) return ready;
  return body.selected.length === 0 ? refuse('shortlist.empty') : ready;
}

const BEFORE_DESK: readonly StageKind[] = ['registration', 'approval', 'verification'];

/**
 * The stages before the desk that have not ended, grace included: whoever comes through them after the announcement is left out for good.
 * `shortlist.stages-open` with their names and the entries on their way (`entries`) until whoever announces has said so (`knowing`).
 */
export function mayAnnounceWhile(stages: readonly Stage[], onTheWay: readonly string[], now: Instant, knowing: boolean): Outcome<readonly StageKind[]> {
  const open = stages.filter((stage) => BEFORE_DESK.includes(stage.kind) && now < acceptsUntil(stage));
  if (open.length > 0 && !knowing) return refuse('shortlist.stages-open', { stages: open.map(({ name }) => name), entries: onTheWay });
  return ok(open.map(({ kind }) => kind));
}

/** The order in which finalists present: drawn by the published seed; by registration number when there is none. */
export function presentationOrder(selected: readonly string[], lot: Lot | null): readonly string[] {
  return lot === null ? [...selected].sort() : drawLot(selected, lot.seed);
}

/** The public body of an announcement: names and order, no points. */
export interface PublishedFinalists {
  readonly form: 'published-finalists/1';
  readonly year: number;
  readonly category: { readonly code: string; readonly name: string };
  readonly entries: readonly {
    readonly position: number;
    readonly id: string;
    readonly name: string;
    readonly agency: string;
    readonly slug: string;
  }[];
}
