// An account whose way in came anew decides nothing until a second person has said that it is its owner who came.

import { decidingGrantsOf, hasOpened, hasSecond, lastAsker } from '../../store/access-request.read.ts';
import type { UsedLink } from '../../store/people.write.ts';
import { findFactors, hasFactor } from '../../store/people-factor.read.ts';
import type { Act } from '../perform.ts';
import { askAccess } from './ask-access.ts';

/**
 * After a link was used. By the machine's own link nothing is held: whoever has the machine has everything. A reset by mail is not held where the
 * account's own second factor stands behind the password. @basis RULES 6, and TR-N2 (by mail, handed over by two people, invitation).
 */
export async function holdAfterLink(act: Act, link: UsedLink): Promise<void> {
  if (link.route === 'machine') return;
  if (link.kind === 'invitation') return hold(act, link.personId, 'activation', link.createdBy ?? (await lastAsker(act.tx, act.regionId, link.personId)));
  if (link.route === 'mail' && hasFactor(await findFactors(act.tx, act.regionId, link.personId))) return;
  await hold(act, link.personId, 'reset', link.createdBy);
}

/** After the account was tied to one of the office's sign-on, which an admin names: not held behind a second factor of the person's own. */
export async function holdAfterTie(act: Act, personId: string): Promise<void> {
  if (!hasFactor(await findFactors(act.tx, act.regionId, personId))) await hold(act, personId, 'sso', null);
}

async function hold(act: Act, personId: string, kind: 'activation' | 'reset' | 'sso', askedBy: string | null): Promise<void> {
  const { tx, regionId, now } = act;
  const grants = await decidingGrantsOf(tx, regionId, personId, now);
  // A role that still waits is confirmed only once the person came in: that one confirmation is enough for an invitation.
  const held = kind === 'activation' ? grants.filter(({ waiting }) => !waiting) : grants;
  const [first] = held;
  if (first === undefined) return;
  const { editionId, categoryId } = first;
  const about = held.every(({ role }) => role === 'juror') ? { role: first.role, editionId, categoryId } : { role: null, editionId: null, categoryId: null };
  const not = [askedBy, personId].filter((one) => one !== null);
  const isAlone = !(await hasSecond(tx, regionId, { ...about, not }, now)) && !(await hasOpened(tx, regionId, now));
  if (!isAlone) await askAccess(act, { kind, personId, askedBy, ...about });
}
