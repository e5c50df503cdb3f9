// The wall clock of a region in a form field, and back to an instant.

import { parseDate } from '../domain/innovation/typed-values.ts';
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

/** `31-07-2026 16.00`, as a field shows a moment that is typed. */
export function toTypedMoment(at: Instant, zone: Zone): string {
  return `${toTypedDay(at, zone)} ${toLocalField(at, zone).slice(11).replace(':', '.')}`;
}

/** `31-07-2026`. */
export function toTypedDay(at: Instant, zone: Zone): string {
  return toLocalField(at, zone).slice(0, 10).split('-').reverse().join('-');
}

const TYPED = /^(?:[a-z]+, *)?(\S.*?)(?:,? +(?:pukul|pkl\.?|jam) +| +|T)(\d{1,2})[.:](\d{2})(?: *(?:WIB|WITA|WIT))?$/i;

/** The instant of 31-07-2026 16.00, of 31 Juli 2026 pukul 16.00 WITA, of 2026-07-31T16:00; null when it is not a moment of the calendar. */
export function fromTypedMoment(text: string, zone: Zone): Instant | null {
  const [, day = '', hour = '', minute = ''] = TYPED.exec(text.trim()) ?? [];
  const date = parseDate(day);
  return date === null ? null : fromLocalField(`${date}T${hour.padStart(2, '0')}:${minute}`, zone);
}

/** As fromTypedMoment; a day without a clock keeps the clock of `kept`. */
export function moveTyped(text: string, kept: Instant, zone: Zone): Instant | null {
  return fromTypedMoment(text, zone) ?? fromTypedMoment(`${text} ${toTypedMoment(kept, zone).slice(-5)}`, zone);
}

/** The beginning of a typed day; null when it is none. */
export function fromTypedDay(text: string, zone: Zone): Instant | null {
  return fromTypedMoment(`${text} 00.00`, zone);
}

/** Saturday or Sunday on the wall clock of the region. */
export function isWeekend(at: Instant, zone: Zone): boolean {
  return [0, 6].includes(new Date(later(at, zone.hours * HOUR)).getUTCDay());
}
