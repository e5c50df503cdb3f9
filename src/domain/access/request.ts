// A deciding role, an activation and a reset take two people: one asks, another confirms, and never the one whom it raises.

import { type Actor, type GrantedRole, holdsGrant } from '../people/role.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { HOUR, type Instant, later } from '../shared/time.ts';

/** Roles that decide who wins, or who may become whom. The migration's views name the same. */
export const DECIDING_ROLES: readonly GrantedRole[] = ['juror', 'chair', 'leader', 'secretariat', 'admin'];

export function isDeciding(role: GrantedRole): boolean {
  return DECIDING_ROLES.includes(role);
}

/** `role`, `seat-role`, `seat`: a role given to a person, to a seat, or with a seat. The others: a way in that came anew. */
export type AccessKind = 'role' | 'seat-role' | 'seat' | 'activation' | 'reset' | 'factor-off' | 'sso';

/** Who watches: a second person, a day in which everybody may stop it, or (before the first registration) whoever comes next. */
export type AccessRoute = 'two' | 'wait' | 'alone';

export interface AccessRequest {
  readonly requestId: string;
  readonly kind: AccessKind;
  readonly personId: string | null;
  readonly role: GrantedRole | null;
  readonly editionId: string | null;
  readonly categoryId: string | null;
  /** Null: nobody of the house, as after a mail that was asked for. */
  readonly askedBy: string | null;
  readonly askedAt: Instant;
  readonly route: AccessRoute;
  readonly dueAt: Instant | null;
  readonly effectiveAt: Instant | null;
  readonly stoppedAt: Instant | null;
}

/** How long everybody of a deciding role has to stop what nobody could confirm. */
export const WAIT_MS = 24 * HOUR;

/**
 * How a request goes: by a second person where one can come in; alone until the first registration has opened; else after a day.
 * @basis RULES 6: where no second person exists the act takes effect after 24 h in which everyone of a deciding role may stop it.
 */
export function routeFor(
  asked: { readonly hasSecond: boolean; readonly hasOpened: boolean },
  now: Instant,
): { readonly route: AccessRoute; readonly dueAt: Instant | null } {
  if (asked.hasSecond) return { route: 'two', dueAt: null };
  return asked.hasOpened ? { route: 'wait', dueAt: later(now, WAIT_MS) } : { route: 'alone', dueAt: null };
}

export function isOpen(request: AccessRequest): boolean {
  return request.effectiveAt === null && request.stoppedAt === null;
}

/** Whether the actor's roles may confirm it at all: an admin, a secretariat member, or for a juror the chair of the category. */
export function mayWatch(request: Pick<AccessRequest, 'role' | 'editionId' | 'categoryId'>, actor: Actor): boolean {
  const [edition, category] = [request.editionId ?? undefined, request.categoryId ?? undefined];
  return holdsGrant(actor, 'admin') || holdsGrant(actor, 'secretariat', edition) || (request.role === 'juror' && holdsGrant(actor, 'chair', edition, category));
}

/**
 * Whether the actor may confirm the request. `hasTouched`: they made a link for the account or changed it lately, so that the link or the address may be theirs.
 * `isActive`: the person has a way in of their own. Refuses `access.not-found` (no longer open), `access.oneself`, `access.own-ask`, `access.touched`,
 * `access.not-activated`, `permission.denied`.
 * @basis RULES 6: another admin, a secretariat member, or for a juror the chair confirms, never the person whom it raises.
 */
export function mayConfirm(request: AccessRequest, actor: Actor, known: { readonly hasTouched: boolean; readonly isActive: boolean }): Outcome<true> {
  if (!isOpen(request)) return refuse('access.not-found');
  if (request.personId === actor.personId) return refuse('access.oneself');
  if (request.askedBy === actor.personId) return refuse('access.own-ask');
  if (!mayWatch(request, actor)) return refuse('permission.denied', { verb: 'access.confirm' });
  if (known.hasTouched) return refuse('access.touched');
  return known.isActive ? ok(true) : refuse('access.not-activated');
}

/**
 * Who may stop it: whoever asked, whom it is about, who could confirm; where nobody can, everybody who decides something. Refuses `access.not-found`, `permission.denied`.
 */
export function mayStop(request: AccessRequest, actor: Actor): Outcome<true> {
  if (!isOpen(request)) return refuse('access.not-found');
  const isConcerned = request.askedBy === actor.personId || request.personId === actor.personId || mayWatch(request, actor);
  return isConcerned || (request.route === 'wait' && decides(actor)) ? ok(true) : refuse('permission.denied', { verb: 'access.stop' });
}

/** Whether the actor decides something now. */
export function decides(actor: Actor): boolean {
  return actor.grants.some(({ role }) => isDeciding(role));
}

/**
 * Whether a code of their own lets the person confirm what raises them: only where nobody else could, asked by another, and with a code they held before it was asked.
 * Refuses `access.not-found`, `access.has-second`, `access.own-ask`, `access.code-too-new`.
 */
export function mayUseOwnCode(request: AccessRequest, personId: string, factorSince: Instant | null): Outcome<true> {
  if (!isOpen(request) || request.personId !== personId) return refuse('access.not-found');
  if (request.route !== 'wait') return refuse('access.has-second');
  if (request.askedBy === personId) return refuse('access.own-ask');
  return factorSince !== null && factorSince < request.askedAt ? ok(true) : refuse('access.code-too-new');
}
