// The office's own words for a kind of message: a new version each time, so that what was sent can be read again.

import type { MessageKind } from '../../domain/people/message.ts';
import { may } from '../../domain/people/permissions.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { listTemplates } from '../../store/message.read.ts';
import { insertTemplate } from '../../store/message.write.ts';
import type { Act } from '../perform.ts';

export interface TemplateWish {
  readonly kind: MessageKind;
  readonly basedOn: number;
  readonly subject: string;
  readonly body: string;
  /** Names in braces that stand for something. */
  readonly known: readonly string[];
  /** Kinds whose words must hold the address, or nobody could act on them. */
  readonly needsLink: boolean;
}

export const LONGEST_SUBJECT = 150;
export const LONGEST_BODY = 4000;

/** Refuses `template.invalid` by field, `template.stale` when somebody else changed it meanwhile. The same words again change nothing. */
export async function changeTemplate(act: Act, wish: TemplateWish): Promise<Outcome<{ version: number }>> {
  const allowed = may(act.actor, 'message.manage');
  if (!allowed.ok) return allowed;
  const faults = faultsOf(wish);
  if (Object.keys(faults).length > 0) return refuse('template.invalid', {}, faults);
  const newest = (await listTemplates(act.tx, act.regionId)).find(({ kind }) => kind === wish.kind);
  if (newest !== undefined && newest.subject === wish.subject && newest.body === wish.body) return ok({ version: newest.version });
  const version = (newest?.version ?? 0) + 1;
  if (version - 1 !== wish.basedOn) return refuse('template.stale');
  const { kind, subject, body } = wish;
  if ((await insertTemplate(act.tx, act.regionId, { kind, version, subject, body, decidedBy: act.actor.personId }, act.now)) === 0)
    return refuse('template.stale');
  act.record({ kind: 'message.template-changed', subjectId: null, facts: { message: kind, version } });
  return ok({ version });
}

const LINK = '{tautan}';
/** A secret link glued to other words could lead to another site with its secret. */
const LINK_ALONE = /(?<=^|\s)\{tautan\}(?=\s|$)/g;

function faultsOf({ subject, body, known, needsLink }: TemplateWish): Record<string, Refusal> {
  const faults: Record<string, Refusal> = {};
  if (subject === '' || subject.length > LONGEST_SUBJECT) faults.subject = fault('field.length', { max: LONGEST_SUBJECT });
  else if (needsLink && subject.includes(LINK)) faults.subject = fault('template.link-alone');
  else if (/\n/.test(subject)) faults.subject = fault('template.one-line');
  if (body === '' || body.length > LONGEST_BODY) faults.body = fault('field.length', { max: LONGEST_BODY });
  else if (needsLink && !body.includes(LINK)) faults.body = fault('template.needs-link');
  else if (needsLink && body.split(LINK).length - 1 > (body.match(LINK_ALONE)?.length ?? 0)) faults.body = fault('template.link-alone');
  for (const [field, words] of [
    ['subject', subject],
    ['body', body],
  ] as const) {
    const stranger = [...words.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => !known.includes(name));
    if (stranger !== undefined) faults[field] = fault('template.unknown-name', { name: stranger.slice(0, 40) });
  }
  return faults;
}
