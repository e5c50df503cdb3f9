// The edition a person works in when the address names none.

import type { Edition } from '../domain/edition/edition.ts';
import { type Actor, type GrantedRole, holdsGrant } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';

const BY_EDITION: readonly GrantedRole[] = ['secretariat', 'verifier'];

/** Of the editions, newest first, the first in which the person has a role that is given by edition, else the first; the calendar's year before there is any. */
export function workYear(editions: readonly Pick<Edition, 'editionId' | 'year'>[], actor: Actor | null, now: Instant): number {
  const own = actor === null ? undefined : editions.find(({ editionId }) => BY_EDITION.some((role) => holdsGrant(actor, role, editionId)));
  return (own ?? editions[0])?.year ?? Number(now.slice(0, 4));
}
