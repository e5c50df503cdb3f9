// The stage a seed plays on: the platform at chosen instants, as chosen people. Everything goes through the acts.

import { type Act, NOBODY, perform } from '../actions/perform.ts';
import type { Actor } from '../domain/people/role.ts';
import type { Outcome } from '../domain/shared/outcome.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Platform } from '../platform/platform.ts';

export interface SeedStage {
  readonly platform: Platform;
  readonly regionId: string;
  readonly newId: () => string;
  /** As the system itself: only acts that come before there are people. */
  system<T>(at: Instant, act: (act: Act) => Promise<Outcome<T>>): Promise<T>;
  /** As a person. A refusal is a fault of the seed. */
  as<T>(actor: Actor, at: Instant, act: (act: Act) => Promise<Outcome<T>>): Promise<T>;
}

export function seedStage(platform: Platform, regionId: string): SeedStage {
  const play = async <T>(actor: Actor, at: Instant, act: (act: Act) => Promise<Outcome<T>>): Promise<T> => {
    const outcome = await perform({ ...platform, now: () => at }, { regionId, actor, provedAt: at }, act);
    if (!outcome.ok) throw new Error(`seed refused: ${JSON.stringify(outcome.refusal)}`);
    return outcome.value;
  };
  return { platform, regionId, newId: platform.newId, system: (at, act) => play(NOBODY, at, act), as: play };
}
