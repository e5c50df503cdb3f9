// What travels with a request: the platform, the region, who is asking.

import type { Context } from 'hono';
import type { Who } from '../actions/perform.ts';
import type { Concern } from '../domain/audit/health.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Region } from '../domain/people/region.ts';
import type { Actor, Role } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Platform } from '../platform/platform.ts';

export interface Visitor {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly csrf: string;
  /** Tokens that this person's other tabs on this device carry, from before the newest sign-in. */
  readonly otherCsrf: readonly string[];
  /** The role switched on. */
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly provedAt: Instant | null;
  /** Must set up a second factor before anything else. */
  readonly lacksFactor: boolean;
  /** Messages in the box that were not read yet. */
  readonly unread: number;
}

/** The region with the editions anybody may know of, newest first, as they were a few seconds ago. */
export interface RegionHere extends Region {
  readonly editions: readonly Pick<Edition, 'editionId' | 'year'>[];
}

export interface Env {
  Variables: { mark?: string; platform: Platform; region: RegionHere; visitor: Visitor | null; requestId: string; concerns?: readonly Concern[] };
}

export type Ctx = Context<Env>;

/** The signed-in person, behind a guard. */
export function signedIn(c: Ctx): Visitor {
  const visitor = c.get('visitor');
  if (visitor === null) throw new Error('page without a guard');
  return visitor;
}

/** Who acts, for `perform`. */
export function who(c: Ctx): Who {
  const { actor, provedAt } = signedIn(c);
  return { regionId: c.get('region').regionId, actor, provedAt };
}
