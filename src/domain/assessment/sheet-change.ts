// What one save changes on a sheet: a part never clears the rest, and a stale part is shown, not written.

import type { Stage } from '../edition/stage.ts';
import type { Rubric } from '../instrument/rubric.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';
import { decideScore, type Scores, type SheetState } from './sheet.ts';

/** What was sent: an absent field is unchanged, an empty text clears. */
export interface SheetPart {
  readonly revision: number;
  readonly scores: Scores;
  readonly comment?: string;
}

export interface SheetNow {
  readonly state: SheetState;
  readonly scores: Scores;
  readonly comment: string;
  readonly revision: number;
}

export interface SheetChange {
  readonly scores: Scores;
  readonly comment: string;
  readonly changed: boolean;
  /** Fields that could not be taken, each with its reason: one bad field does not hold up the others. */
  readonly faults: Readonly<Record<string, Refusal>>;
}

const COMMENT_MAX = 10_000;

/**
 * The sheet after the part. Sending what already stands changes nothing, from whatever revision it was sent. An older revision that would
 * change something is stale. Fields that cannot be taken are named beside what is. Refuses `sheet.sealed`, `sheet.absent`, `stage.*`, `sheet.stale`
 * (revision), `sheet.unknown-criterion`, and `sheet.invalid` with the fields when nothing else of the part changes the sheet.
 */
export function decideSave(sheet: SheetNow, rubric: Rubric, stages: readonly Stage[], part: SheetPart, now: Instant): Outcome<SheetChange> {
  const scores: Record<string, string> = { ...sheet.scores };
  const fields: Record<string, Refusal> = {};
  const sent = Object.entries(part.scores);
  const probe = sent.length === 0 ? decideScore(sheet.state, rubric, stages, { code: rubric.criteria[0]?.code ?? '', text: '' }, now) : ok('');
  if (!probe.ok) return probe;
  for (const [code, text] of sent) {
    const score = decideScore(sheet.state, rubric, stages, { code, text }, now);
    if (!score.ok && !score.refusal.code.startsWith('score.')) return score;
    if (!score.ok) fields[code] = score.refusal;
    else if (score.value === '') delete scores[code];
    else scores[code] = score.value;
  }
  const isTooLong = (part.comment ?? '').length > COMMENT_MAX;
  if (isTooLong) fields.catatan = { code: 'sheet.comment-too-long', facts: { max: COMMENT_MAX } };
  const comment = isTooLong ? sheet.comment : (part.comment ?? sheet.comment);
  const changed = comment !== sheet.comment || canonicalJson(scores) !== canonicalJson(sheet.scores);
  if (!changed && Object.keys(fields).length > 0) return refuse('sheet.invalid', { invalid: Object.keys(fields) }, fields);
  if (changed && part.revision !== sheet.revision) return refuse('sheet.stale', { revision: sheet.revision });
  return ok({ scores, comment, changed, faults: fields });
}
