// Sends an entry back to its innovator with notes: only the noted places open, until the deadline.

import { checkRepair, type RepairPlace } from '../../domain/assessment/verification.ts';
import { moveEntry } from '../../domain/innovation/entry.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { closeRepairNotes, insertRepairNotes, setEntryState } from '../../store/assessment-verification.write.ts';
import { teamOf } from '../../store/audience.read.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import { aboutEntries, tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';
import { openOwnVerification } from './open-verification.ts';

export interface RepairRequest {
  readonly entryId: string;
  readonly until: Instant;
  readonly notes: readonly RepairPlace[];
}

/** Refuses `repair.*`, `entry.wrong-state`. An entry already sent back changes nothing. */
export async function askRepair(act: Act, input: RepairRequest): Promise<Outcome<{ entryId: string }>> {
  const opened = await openOwnVerification(act, input.entryId);
  if (!opened.ok) return opened;
  const { entry, stage } = opened.value;
  if (entry.state === 'returned-for-repair') return ok({ entryId: entry.entryId });
  const codes = (await instrumentOf(act.tx, act.regionId, entry.instrument)).sid.map(({ code }) => code);
  const checked = checkRepair(codes, input.notes, input.until, { now: act.now, closesAt: stage.closesAt });
  if (!checked.ok) return checked;
  const next = moveEntry(entry.state, 'ask-repair');
  if (!next.ok) return next;
  await closeRepairNotes(act.tx, act.regionId, entry.entryId, act.now);
  const notes = input.notes.map(({ place, note }) => ({
    noteId: act.newId(),
    entryId: entry.entryId,
    place,
    note: note.trim(),
    writtenBy: act.actor.personId,
  }));
  await insertRepairNotes(act.tx, act.regionId, notes, act.now);
  await setEntryState(act.tx, act.regionId, entry.entryId, { state: next.value, repairUntil: input.until }, act.now);
  const facts = { until: input.until, count: input.notes.length };
  await tell(act, aboutEntries('repair-asked', await teamOf(act.tx, act.regionId, entry.entryId, act.now), facts));
  act.record({
    kind: 'entry.repair-asked',
    subjectId: entry.entryId,
    facts: { places: input.notes.map(({ place }) => place), until: input.until },
  });
  return ok({ entryId: entry.entryId });
}
