// The only place that asks what time it is.

import type { Instant } from '../domain/shared/time.ts';

export function systemNow(): Instant {
  return new Date().toISOString();
}

export function systemMilliseconds(): number {
  return Date.now();
}
