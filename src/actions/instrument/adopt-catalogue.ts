// Adopts a catalogue that was brought in: from now on editions may be bound to it, and the index of its year is ruled by it. Never backwards.

import { may } from '../../domain/people/permissions.ts';
import { zoneHours } from '../../domain/people/region.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { HOUR, later } from '../../domain/shared/time.ts';
import { findKeptCatalogue } from '../../store/catalogue.read.ts';
import { insertAdoption } from '../../store/catalogue.write.ts';
import { findRegionById } from '../../store/people.read.ts';
import type { Act } from '../perform.ts';

export interface Adoption {
  readonly code: string;
  readonly decree: string;
  readonly reason: string;
}

/**
 * Refuses `catalogue.not-found`, `rules.needs-reason`, `rules.needs-decree`, `catalogue.year-past` (its year is over, on the region's clock: what
 * was computed then stays). Adopted before, it stays adopted.
 */
export async function adoptCatalogue(act: Act, input: Adoption): Promise<Outcome<{ code: string }>> {
  const allowed = may(act.actor, 'catalogue.keep');
  if (!allowed.ok) return allowed;
  const kept = await findKeptCatalogue(act.tx, act.regionId, input.code);
  if (kept === null) return refuse('catalogue.not-found', { code: input.code });
  if (kept.adoptedAt !== null) return ok({ code: kept.code });
  if (input.reason.trim().length < 3) return refuse('rules.needs-reason');
  if (input.decree.trim() === '') return refuse('rules.needs-decree');
  const hours = zoneHours((await findRegionById(act.tx, act.regionId))?.zone ?? '');
  if (kept.year < Number(later(act.now, hours * HOUR).slice(0, 4))) return refuse('catalogue.year-past', { year: kept.year });
  await insertAdoption(act.tx, act.regionId, { ...input, adoptedBy: act.actor.personId }, act.now);
  act.record({ kind: 'catalogue.adopted', subjectId: null, facts: { code: kept.code, decree: input.decree } });
  return ok({ code: kept.code });
}
