// Records what is known of a past year: no entries, no scores, sources and doubts beside every fact.

import type { EditionHistory } from '../../domain/edition/edition.ts';
import { withinLimit } from '../../domain/operations/limits.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { insertEdition } from '../../store/edition.write.ts';
import { countEditions } from '../../store/limits.read.ts';
import type { Act } from '../perform.ts';

export async function recordHistory(
  act: Act,
  input: { readonly editionId: string; readonly year: number; readonly name: string; readonly history: EditionHistory },
): Promise<Outcome<true>> {
  const allowed = may(act.actor, 'edition.create');
  if (!allowed.ok) return allowed;
  const rows = await insertEdition(
    act.tx,
    act.regionId,
    { ...input, instrument: '', venue: input.history.venue ?? '', texts: {}, prizes: {}, clonedFrom: null },
    act.now,
  );
  if (rows === 0) return ok(true);
  act.record({ kind: 'edition.history-recorded', subjectId: input.editionId, facts: { year: input.year } });
  return withinLimit('editions', await countEditions(act.tx, act.regionId), 0);
}
