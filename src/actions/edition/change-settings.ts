// Changes what never freezes: name, place, words, prizes. What it was stays in the history.

import type { Edition } from '../../domain/edition/edition.ts';
import { checkSettings, type EditionSettings } from '../../domain/edition/settings.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockEdition } from '../../store/edition.read.ts';
import { insertEditionChange, saveSettings } from '../../store/edition-change.write.ts';
import type { Act } from '../perform.ts';

export interface SettingsChange {
  readonly editionId: string;
  readonly settings: EditionSettings;
  /** The settings the form was opened with, as canonical text. */
  readonly basedOn: string;
  readonly reason: string;
}

/** Refuses `edition.not-found`, `edition.stale`, `edition.invalid`, `rules.needs-reason`. The settings it already has change nothing. */
export async function changeSettings(act: Act, input: SettingsChange): Promise<Outcome<true>> {
  const edition = await lockEdition(act.tx, act.regionId, input.editionId);
  if (edition === null || edition.kind !== 'live') return refuse('edition.not-found');
  const allowed = may(act.actor, 'edition.rules', { editionId: edition.editionId });
  if (!allowed.ok) return allowed;
  const checked = checkSettings(input.settings);
  if (!checked.ok) return checked;
  if (input.reason.trim().length < 3) return refuse('rules.needs-reason');
  const before = settingsOf(edition);
  if (settingsText(before) === settingsText(input.settings)) return ok(true);
  if (settingsText(before) !== input.basedOn) return refuse('edition.stale');
  await saveSettings(act.tx, act.regionId, input.editionId, input.settings);
  const change = { editionId: edition.editionId, part: 'settings', subjectId: edition.editionId, before, after: input.settings } as const;
  await insertEditionChange(act.tx, act.regionId, { ...change, changeId: act.newId(), reason: input.reason, changedBy: act.actor.personId }, act.now);
  act.record({ kind: 'edition.settings-changed', subjectId: edition.editionId });
  return ok(true);
}

export function settingsOf({ name, venue, texts, prizes }: Edition): EditionSettings {
  return { name, venue, texts, prizes };
}

/** The same text for the same settings, whatever the order of their keys. */
export function settingsText({ name, venue, texts, prizes }: EditionSettings): string {
  const filled = Object.entries(prizes).filter(([, places]) => places.length > 0);
  return JSON.stringify([name, venue, texts.welcome ?? '', texts.contact ?? '', filled.sort(([a], [b]) => (a < b ? -1 : 1))]);
}
