// The wall clock of a region in a form field, and back to an instant.

import type { Instant } from '../domain/shared/time.ts';
import { HOUR, later } from '../domain/shared/time.ts';
import type { Zone } from '../texts/id/format.ts';

/** `2026-07-31T16:00`, as a date field shows it. */
export function toLocalField(at: Instant, zone: Zone): string {
  return later(at, zone.hours * HOUR).slice(0, 16);
}

/** The instant of a date field; null when it is not a moment of the calendar. */
export function fromLocalField(text: string, zone: Zone): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const milliseconds = Date.parse(`${text}:00.000Z`);
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 16) !== text) return null;
  return later(`${text}:00.000Z`, -zone.hours * HOUR);
}
