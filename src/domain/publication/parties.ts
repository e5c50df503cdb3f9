// Who may see more of a published result than the public: those whose entry, sheet or signature it rests on.

import { type Actor, holdsGrant } from '../people/role.ts';

export interface PartyPlace {
  readonly editionId: string;
  readonly categoryId: string;
  /** Agencies with an entry in the category. */
  readonly agencyIds: readonly string[];
}

/** Whether the actor is a party: a seat in an agency with an entry, a juror of the category, the secretariat, a leader. @basis RULES 7. */
export function isParty(actor: Actor, { editionId, categoryId, agencyIds }: PartyPlace): boolean {
  const bySeat = actor.seats.some(({ agencyId, role }) => role !== null && agencyIds.includes(agencyId));
  return bySeat || (['juror', 'chair', 'secretariat', 'leader'] as const).some((role) => holdsGrant(actor, role, editionId, categoryId));
}

/** Whether the visitor may have the bundle of the result: everybody when the rules say so, the parties always. @basis RULES 7. */
export function mayHaveBundle(actor: Actor | null, place: PartyPlace & { readonly isPublic: boolean }): boolean {
  return place.isPublic || (actor !== null && isParty(actor, place));
}
