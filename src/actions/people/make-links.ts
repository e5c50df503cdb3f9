// One-time links for many at once, to be printed as slips or copied: for those who have not made a password yet.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { type Instant, later } from '../../domain/shared/time.ts';
import { randomToken, sha256Bytes } from '../../platform/crypto.ts';
import { findUninvited } from '../../store/people-import.read.ts';
import { replaceLinks } from '../../store/people-import.write.ts';
import type { Act } from '../perform.ts';
import { allowLinks } from './allow-links.ts';
import { INVITATION_MS } from './invite-person.ts';
import { managedAfresh } from './managed.ts';
import { tell } from './tell.ts';

export interface MadeLinks {
  /** person id -> the link's secret, shown once. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly expiresAt: Instant;
}

/** Whoever has a password already is passed over: that is a reset, made one by one. Earlier links of the others are void. Refuses `person.proof-needed`, `limit.links`. */
export async function makeLinks(act: Act, input: { readonly personIds: readonly string[] }): Promise<Outcome<MadeLinks>> {
  return managedAfresh(act, () => newLinks(act, input.personIds));
}

async function newLinks(act: Act, personIds: readonly string[]): Promise<Outcome<MadeLinks>> {
  const expiresAt = later(act.now, INVITATION_MS);
  const tokens = new Map((await findUninvited(act.tx, act.regionId, personIds)).map((personId) => [personId, randomToken()]));
  const allowed = await allowLinks(act, tokens.size);
  if (!allowed.ok) return allowed;
  const links = [...tokens].map(([personId, token]) => ({
    linkId: act.newId(),
    tokenSha256: sha256Bytes(token),
    kind: 'invitation' as const,
    personId,
    expiresAt,
    createdAt: act.now,
    createdBy: act.actor.personId || null,
  }));
  if (links.length > 0) await replaceLinks(act.tx, act.regionId, links, act.now);
  for (const { personId } of links) act.record({ kind: 'person.reset-link-made', subjectId: personId });
  return ok({ tokens, expiresAt });
}

/** The same by mail, for those of them who have an address; links on paper stay good beside it. Refuses `person.proof-needed`. */
export async function mailInvitations(act: Act, input: { readonly personIds: readonly string[] }): Promise<Outcome<{ mails: number }>> {
  return managedAfresh(act, async () => {
    const people = await findUninvited(act.tx, act.regionId, input.personIds);
    return ok({
      mails: await tell(
        act,
        people.map((personId) => ({ kind: 'invited', personId, aboutId: personId, facts: {} })),
      ),
    });
  });
}
