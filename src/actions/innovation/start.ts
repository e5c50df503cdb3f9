// Starts an entry with nothing but a name: the innovation, its entry in the running edition, and the first part of its profile.

import { requireOpen } from '../../domain/edition/stage.ts';
import { agenciesOf } from '../../domain/innovation/editing.ts';
import { readName } from '../../domain/innovation/profile.ts';
import { freeSlug, slugOf } from '../../domain/innovation/words.ts';
import { withinLimit } from '../../domain/operations/limits.ts';
import { may } from '../../domain/people/permissions.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findCategory, findRules, findStages } from '../../store/edition.read.ts';
import { savePart } from '../../store/innovation-draft.write.ts';
import { findEntry, findInnovation, findSlugs } from '../../store/innovation-entry.read.ts';
import { insertEntry, insertInnovation, lockNames } from '../../store/innovation-entry.write.ts';
import { countEntries } from '../../store/limits.read.ts';
import { listAgencies } from '../../store/people.read.ts';
import { findAnnouncement } from '../../store/result-desk.read.ts';
import type { Act } from '../perform.ts';

export interface Start {
  /** Both ids come with the form, so that a replay makes one row. An innovation that lives already keeps its id. */
  readonly entryId: string;
  readonly innovationId: string;
  readonly agencyId: string;
  readonly categoryId: string;
  readonly name: string;
  readonly oldNumber?: string;
}

/**
 * Refuses `profile.invalid` (fields), `agency.not-found`, `entry.category-not-yours`, `stage.*`, `entry.already-started`,
 * `entry.list-announced`, `limit.entries`, `permission.denied`.
 */
export async function startEntry(act: Act, input: Start): Promise<Outcome<{ entryId: string }>> {
  const { tx, regionId, actor } = act;
  const own = agenciesOf(actor, 'innovator');
  if (!own.includes(input.agencyId)) return refuse('agency.not-found');
  const allowed = may(actor, 'entry.start', { agencyId: input.agencyId });
  if (!allowed.ok) return allowed;
  await lockNames(tx, regionId);
  if ((await findEntry(tx, regionId, input.entryId, own)) !== null) return ok({ entryId: input.entryId });
  const name = readName(input.name);
  if (!name.ok) return refuse('profile.invalid', {}, { name: name.refusal });
  const category = await enterable(act, input);
  if (!category.ok) return category;
  const room = withinLimit('entries', await countEntries(tx, regionId, { agencyId: input.agencyId, editionId: category.value }));
  if (!room.ok) return room;
  const kept = await keepInnovation(act, input, name.value);
  if (!kept.ok) return kept;
  const entry = { ...input, editionId: category.value, startedBy: actor.personId };
  if ((await insertEntry(tx, regionId, entry, act.now)) === 0) return refuse('entry.already-started');
  await savePart(tx, regionId, { entryId: input.entryId, part: 1, fields: { name: name.value }, revision: 1, savedBy: actor.personId }, act.now);
  act.record({ kind: 'entry.started', subjectId: input.entryId, facts: { categoryId: input.categoryId, innovationId: input.innovationId } });
  return ok({ entryId: input.entryId });
}

/** The edition of the category, when the agency may enter it, registration is open and the finalists are not announced: whoever came later could not be judged. */
async function enterable(act: Act, input: Start): Promise<Outcome<string>> {
  const category = await findCategory(act.tx, act.regionId, input.categoryId);
  if (category === null) return refuse('profile.invalid', {}, { categoryId: fault('entry.category-missing') });
  const agencies = await listAgencies(act.tx, act.regionId);
  const kind = agencies.find((agency) => agency.agencyId === input.agencyId)?.kind;
  const rules = await findRules(act.tx, act.regionId, input.categoryId);
  if (kind === undefined || !rules?.body.whoEnters.includes(kind))
    return refuse('profile.invalid', {}, { categoryId: fault('entry.category-not-yours', { category: category.name }) });
  const open = requireOpen(await findStages(act.tx, act.regionId, category.editionId), 'registration', act.now);
  if (!open.ok) return open;
  const announced = await findAnnouncement(act.tx, act.regionId, input.categoryId);
  return announced === null ? ok(category.editionId) : refuse('entry.list-announced', { category: category.name });
}

async function keepInnovation(act: Act, input: Start, name: string): Promise<Outcome<true>> {
  const known = await findInnovation(act.tx, act.regionId, input.innovationId);
  if (known !== null) return known.agencyId === input.agencyId ? ok(true) : refuse('entry.not-found');
  const slug = slugOf(name);
  const free = freeSlug(slug, await findSlugs(act.tx, act.regionId, slug));
  await insertInnovation(act.tx, act.regionId, { ...input, name, slug: free, oldNumber: input.oldNumber ?? null }, act.now);
  return ok(true);
}
