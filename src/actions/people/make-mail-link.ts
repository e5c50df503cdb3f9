// The one-time link of a mail, made when the mail is written, so that it lies nowhere before.

import { ok } from '../../domain/shared/outcome.ts';
import { later, MINUTE } from '../../domain/shared/time.ts';
import { randomToken, sha256Bytes } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { insertLink, voidLinks } from '../../store/people.write.ts';
import { NOBODY, perform } from '../perform.ts';
import { INVITATION_MS } from './invite-person.ts';

/** How long a reset by mail can be used. */
export const RESET_MS = 15 * MINUTE;

/** A reset voids earlier links of the person; an invitation stands beside the one that was handed over on paper, and whichever is used first voids the other. */
export async function makeMailLink(
  platform: Platform,
  regionId: string,
  { kind, personId }: { readonly kind: string; readonly personId: string },
): Promise<string> {
  const isReset = kind === 'password-reset';
  const token = randomToken();
  const made = await perform(platform, { regionId, actor: NOBODY }, async (act) => {
    if (isReset) await voidLinks(act.tx, regionId, personId, act.now);
    await insertLink(act.tx, regionId, {
      linkId: act.newId(),
      tokenSha256: sha256Bytes(token),
      kind: isReset ? 'reset' : 'invitation',
      personId,
      expiresAt: later(act.now, isReset ? RESET_MS : INVITATION_MS),
      createdAt: act.now,
      createdBy: null,
      route: 'mail',
    });
    act.record({ kind: 'person.reset-link-made', subjectId: personId, facts: { by: 'mail' } });
    return ok(token);
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
