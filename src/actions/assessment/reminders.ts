// Who holds an entry up in its state, and what they are reminded of: its team, its head, or its verifiers.

import { mustBeFree } from '../../domain/assessment/verification.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { requireOpen, type Stage, type StageKind } from '../../domain/edition/stage.ts';
import type { EntryState } from '../../domain/innovation/entry.ts';
import type { MessageKind } from '../../domain/people/message.ts';
import type { Actor } from '../../domain/people/role.ts';
import type { Instant } from '../../domain/shared/time.ts';
import type { Queryable } from '../../platform/db.ts';
import { headsOfMany, teamsOfMany } from '../../store/audience.read.ts';
import type { BulkEntry } from '../../store/bulk.read.ts';
import { aboutEntries, type Notice } from '../people/tell.ts';

export interface Reminding {
  readonly regionId: string;
  readonly edition: Edition;
  readonly stages: readonly Stage[];
  readonly entries: readonly BulkEntry[];
  readonly now: Instant;
  /** Who reminds: not about entries of the own agency. */
  readonly actor: Actor;
}

/**
 * The reminders for the entries: one to each of a team about its entry, one to each head and verifier with how many of them wait.
 * Nobody is reminded of what can no longer be done because its stage has closed.
 */
export async function remindersFor(db: Queryable, { regionId, edition, stages, entries, now, actor }: Reminding): Promise<readonly Notice[]> {
  const waiting = (kind: StageKind, ...states: readonly EntryState[]) =>
    requireOpen(stages, kind, now).ok ? entries.filter((entry) => states.includes(entry.state) && mustBeFree(actor, entry, now).ok) : [];
  const closesAt = (kind: StageKind) => stages.find((stage) => stage.kind === kind)?.closesAt ?? now;
  const counted = (kind: MessageKind, stage: StageKind, people: readonly string[]): readonly Notice[] =>
    [...countOf(people)].map(([personId, count]) => ({
      kind,
      personId,
      aboutId: stages.find((one) => one.kind === stage)?.stageId ?? edition.editionId,
      facts: { count, year: edition.year, until: closesAt(stage) },
    }));
  const drafts = await teamsOfMany(db, regionId, idsOf(waiting('registration', 'draft', 'returned-by-head')), now);
  const repairs = await teamsOfMany(db, regionId, idsOf(waiting('verification', 'returned-for-repair')), now);
  const first = waiting('approval', 'submitted').filter(({ isApproved }) => !isApproved);
  const again = waiting('verification', 'submitted').filter(({ isApproved }) => isApproved);
  const heads = async (from: readonly BulkEntry[]) => (await headsOfMany(db, regionId, idsOf(from), now)).map(({ personId }) => personId);
  const held = waiting('verification', 'approved', 'in-verification').flatMap(({ verifierIds }) => verifierIds);
  return [
    ...aboutEntries('remind-draft', drafts, { until: closesAt('registration') }),
    ...aboutEntries('remind-repair', repairs),
    ...counted('remind-approval', 'approval', await heads(first)),
    ...counted('remind-approval', 'verification', await heads(again)),
    ...counted('remind-verification', 'verification', held),
  ];
}

function idsOf(entries: readonly BulkEntry[]): readonly string[] {
  return entries.map(({ entryId }) => entryId);
}

function countOf(people: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const personId of people) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  return counts;
}
