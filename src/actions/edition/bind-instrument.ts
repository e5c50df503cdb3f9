// The desk instrument of an edition: changes with the category rules, and never to the catalogue of a later year.

import { mayChangeRules } from '../../domain/edition/freeze.ts';
import type { EntryState } from '../../domain/innovation/entry.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { teamsOf } from '../../store/audience.read.ts';
import { saveInstrument } from '../../store/catalogue.write.ts';
import { findStages, listCategorySettings, lockEdition } from '../../store/edition.read.ts';
import { insertEditionChange } from '../../store/edition-change.write.ts';
import { usableInstrument } from '../instrument/known-catalogues.ts';
import { aboutEntries, tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';

export interface InstrumentChange {
  readonly editionId: string;
  readonly code: string;
  readonly reason: string;
  readonly decree: string;
}

const RULED: readonly EntryState[] = ['draft', 'submitted', 'returned-by-head', 'approved'];

/**
 * Refuses `edition.not-found`, `catalogue.not-found` (unknown to the region, or not adopted), `instrument.too-new` (its year is after the
 * edition's), `instrument.ladder-needs` (category, code: a desk ladder names a row it does not have), and what mayChangeRules refuses.
 */
export async function bindInstrument(act: Act, input: InstrumentChange): Promise<Outcome<true>> {
  const edition = await lockEdition(act.tx, act.regionId, input.editionId);
  if (edition === null || edition.kind !== 'live') return refuse('edition.not-found');
  const { editionId } = edition;
  const allowed = may(act.actor, 'edition.rules', { editionId });
  if (!allowed.ok) return allowed;
  if (edition.instrument === input.code) return ok(true);
  const instrument = await usableInstrument(act.tx, act.regionId, input.code);
  if (!instrument.ok) return instrument;
  if (instrument.value.year > edition.year) return refuse('instrument.too-new', { year: instrument.value.year });
  const free = mayChangeRules(await findStages(act.tx, act.regionId, editionId), input, act.now);
  if (!free.ok) return free;
  const rows = new Set([...instrument.value.sid.map(({ code }) => code), 'decision', 'lot']);
  for (const { name, rules } of await listCategorySettings(act.tx, act.regionId, editionId)) {
    const gone = rules?.deskLadder.find((step) => !rows.has(step));
    if (gone !== undefined) return refuse('instrument.ladder-needs', { category: name, code: gone });
  }
  await saveInstrument(act.tx, act.regionId, editionId, input.code);
  const change = { changeId: act.newId(), editionId, part: 'instrument', subjectId: editionId, reason: input.reason, changedBy: act.actor.personId } as const;
  await insertEditionChange(act.tx, act.regionId, { ...change, before: { name: edition.instrument }, after: { name: input.code } }, act.now);
  const concerned = await teamsOf(act.tx, act.regionId, { editionId, categoryId: null, states: RULED }, act.now);
  await tell(act, aboutEntries('rules-changed', concerned, { category: edition.name, decree: input.decree, note: input.reason }));
  act.record({ kind: 'edition.instrument-bound', subjectId: editionId, facts: { instrument: input.code, decree: input.decree } });
  return ok(true);
}
