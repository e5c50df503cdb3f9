// The capability matrix as data, and the one question every act asks: may this actor do this, here?

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { type Actor, type GrantedRole, holdsGrant, holdsSeat, type SeatRole } from './role.ts';

/** Where an act happens: the facts a capability is narrowed by. */
export interface Place {
  readonly agencyId?: string;
  readonly editionId?: string;
  readonly categoryId?: string;
}

interface Capability {
  readonly seats?: readonly SeatRole[];
  readonly grants?: readonly GrantedRole[];
}

/** RULES 6: act -> who. Separation of duties (own agency, four eyes) is decided by the act's own domain function. */
export const CAPABILITIES = {
  'entry.start': { seats: ['innovator'] },
  'entry.edit': { seats: ['innovator'] },
  'entry.submit': { seats: ['innovator'] },
  'entry.withdraw': { seats: ['innovator'] },
  'entry.approve': { seats: ['head'] },
  'entry.read': { seats: ['innovator', 'head'], grants: ['secretariat', 'leader'] },
  'verification.assign': { grants: ['secretariat'] },
  'verification.give': { grants: ['verifier'] },
  'desk.read': { grants: ['secretariat'] },
  'desk.compute': { grants: ['secretariat'] },
  'desk.announce': { grants: ['secretariat'] },
  'panel.appoint': { grants: ['secretariat'] },
  'sheet.score': { grants: ['juror', 'chair'] },
  'sheet.reopen': { grants: ['chair'] },
  'result.compute': { grants: ['secretariat', 'chair'] },
  'result.decide': { grants: ['chair'] },
  'result.read': { grants: ['secretariat', 'chair', 'juror', 'leader'] },
  'result.sign': { grants: ['juror', 'chair'] },
  'result.certify': { grants: ['leader'] },
  'signing-key.confirm': { grants: ['secretariat', 'chair', 'admin'] },
  'result.publish': { grants: ['secretariat'] },
  'result.key': { grants: ['secretariat'] },
  'edition.create': { grants: ['secretariat', 'admin'] },
  'edition.schedule': { grants: ['secretariat'] },
  'edition.rules': { grants: ['secretariat', 'chair'] },
  'catalogue.keep': { grants: ['secretariat', 'admin'] },
  'index.spd': { grants: ['secretariat', 'admin'] },
  'target.set': { grants: ['secretariat', 'admin'] },
  'audit.read': { grants: ['secretariat', 'leader', 'admin'] },
  'people.manage': { grants: ['admin'] },
  'region.key': { grants: ['admin', 'secretariat'] },
  'mail.change': { grants: ['admin'] },
  'backup.keys': { grants: ['admin'] },
  'message.manage': { grants: ['admin', 'secretariat'] },
} as const satisfies Record<string, Capability>;

export type Verb = keyof typeof CAPABILITIES;

/**
 * Whether the actor may do the verb at the place. Refuses `access.unconfirmed` when only a role does that no second person has confirmed yet,
 * else `permission.denied`, each with the verb.
 * @basis RULES 6 (who does what); the guard and the scoped query are courtesy, this is the law.
 */
export function may(actor: Actor, verb: Verb, place: Place = {}): Outcome<true> {
  const capability: Capability = CAPABILITIES[verb];
  const bySeat = (capability.seats ?? []).some((role) =>
    place.agencyId === undefined ? actor.seats.some((seat) => seat.role === role) : holdsSeat(actor, role, place.agencyId),
  );
  const byGrant = (of: Actor) => (capability.grants ?? []).some((role) => holdsGrant(of, role, place.editionId, place.categoryId));
  if (bySeat || byGrant(actor)) return ok(true);
  return refuse(byGrant({ ...actor, grants: actor.waiting ?? [] }) ? 'access.unconfirmed' : 'permission.denied', { verb });
}
