// Instants are ISO text in UTC with milliseconds, so that text order is time order. No clock here: `now` is always passed in.

export type Instant = string & { readonly __instant?: never };

/** A half-open window: opensAt <= now < closesAt. */
export interface Window {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** The instant `milliseconds` after `at` (before, when negative). */
export function later(at: Instant, milliseconds: number): Instant {
  const moment = new Date(Date.parse(at) + milliseconds);
  return moment.toISOString() as Instant;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
