// Indonesian numbers, dates, money and sizes. Explicit tables, so every machine writes the same words.

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'] as const;

const NO_BREAK_SPACE = '\u00a0';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A sentence that ends in a name, with one full stop: a name may bring its own (`S.Kom.`). */
export function fullStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** A time zone of Indonesia: whole hours ahead of UTC, no summer time, and the word people write. */
export interface Zone {
  readonly name: string;
  readonly hours: number;
  readonly word: string;
}

export const WITA: Zone = { name: 'Asia/Makassar', hours: 8, word: 'WITA' };
const ZONES: readonly Zone[] = [
  { name: 'Asia/Jakarta', hours: 7, word: 'WIB' },
  { name: 'Asia/Pontianak', hours: 7, word: 'WIB' },
  WITA,
  { name: 'Asia/Jayapura', hours: 9, word: 'WIT' },
];

export function zoneOf(name: string): Zone {
  const zone = ZONES.find((candidate) => candidate.name === name);
  if (!zone) throw new Error(`Unknown time zone: ${name}`);
  return zone;
}

interface LocalTime {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly weekday: string;
  readonly hour: string;
  readonly minute: string;
  readonly dayNumber: number;
}

function localTime(instant: string, zone: Zone): LocalTime {
  const shifted = Date.parse(instant) + zone.hours * HOUR;
  if (Number.isNaN(shifted)) throw new Error(`Not an instant: ${instant}`);
  const date = new Date(shifted);
  return {
    year: date.getUTCFullYear(),
    month: MONTHS[date.getUTCMonth()] ?? '',
    day: date.getUTCDate(),
    weekday: DAYS[date.getUTCDay()] ?? '',
    hour: String(date.getUTCHours()).padStart(2, '0'),
    minute: String(date.getUTCMinutes()).padStart(2, '0'),
    dayNumber: Math.floor(shifted / DAY),
  };
}

/** `09.30` */
export function formatTime(instant: string, zone: Zone = WITA): string {
  const { hour, minute } = localTime(instant, zone);
  return `${hour}.${minute}`;
}

/** `09.30 WITA` */
export function formatClock(instant: string, zone: Zone = WITA): string {
  return `${formatTime(instant, zone)} ${zone.word}`;
}

/** A day taken apart, for where its number stands large: `{ weekday: 'Rabu', day: '28', month: 'Juli' }`. */
export function dayParts(instant: string, zone: Zone = WITA): { readonly weekday: string; readonly day: string; readonly month: string } {
  const { weekday, day, month } = localTime(instant, zone);
  return { weekday, day: String(day), month };
}

/** `Rabu, 28 Juli 2021` */
export function formatDate(instant: string, zone: Zone = WITA): string {
  const { weekday, day, month, year } = localTime(instant, zone);
  return `${weekday}, ${day} ${month} ${year}`;
}

/** `Rabu, 28 Juli 2021 pukul 09.30 WITA` */
export function formatDateTime(instant: string, zone: Zone = WITA): string {
  return `${formatDate(instant, zone)} pukul ${formatClock(instant, zone)}`;
}

/** `28 Juli 2021`, without the weekday: dates of birth, of decrees, of innovations. */
export function formatDayMonthYear(instant: string, zone: Zone = WITA): string {
  const { day, month, year } = localTime(instant, zone);
  return `${day} ${month} ${year}`;
}

/** `28 Juli pukul 08.12 WITA`, only inside histories of one year. */
export function formatMoment(instant: string, zone: Zone = WITA): string {
  const { day, month } = localTime(instant, zone);
  return `${day} ${month} pukul ${formatClock(instant, zone)}`;
}

/** A calendar date of a record, `YYYY-MM-DD`: `18 November 2022`. */
export function formatPlainDate(date: string): string {
  return formatDayMonthYear(`${date.slice(0, 10)}T00:00:00.000Z`, { name: 'UTC', hours: 0, word: 'UTC' });
}

/** `4 – 29 Mei 2026`, `1 Juni – 31 Juli 2026`, `28 Desember 2026 – 4 Januari 2027`; one day stays one date. */
export function formatDateRange(from: string, until: string, zone: Zone = WITA): string {
  const start = localTime(from, zone);
  const end = localTime(until, zone);
  const last = `${end.day} ${end.month} ${end.year}`;
  if (start.dayNumber === end.dayNumber) return last;
  if (start.year !== end.year) return `${start.day} ${start.month} ${start.year} – ${last}`;
  if (start.month !== end.month) return `${start.day} ${start.month} – ${last}`;
  return `${start.day} – ${last}`;
}

const NOON = '12';

/** The days of a window. A day alone reads as the whole of it, so an end before noon tells its time: `16 Agustus – 10 September 2026 pukul 08.00 WITA`. */
export function formatWindow(opensAt: string, closesAt: string, zone: Zone = WITA): string {
  const range = formatDateRange(opensAt, closesAt, zone);
  return localTime(closesAt, zone).hour < NOON ? `${range} pukul ${formatClock(closesAt, zone)}` : range;
}

/** One piece of a remaining time: `{ count: '3', unit: 'hari' }`. */
export interface TimePart {
  readonly count: string;
  readonly unit: string;
}

/** At most two pieces, largest first; nothing when the moment has passed. */
export function remainingParts(now: string, until: string): readonly TimePart[] {
  const left = Date.parse(until) - Date.parse(now);
  if (!(left > 0)) return [];
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const parts = days > 0 ? [part(days, 'hari'), part(hours, 'jam')] : [part(hours, 'jam'), part(minutes, 'menit')];
  const filled = parts.filter(({ count }) => count !== '0');
  return filled.length > 0 ? filled : [part(1, 'menit')];
}

/** `3 hari 4 jam lagi`, or `sudah lewat`. */
export function formatRemaining(now: string, until: string): string {
  const parts = remainingParts(now, until);
  if (parts.length === 0) return 'sudah lewat';
  return `${parts.map(({ count, unit }) => `${count} ${unit}`).join(' ')} lagi`;
}

/** `baru saja`, `12 menit lalu`, `3 jam lalu`, `kemarin`, `5 hari lalu`. */
export function formatAgo(now: string, past: string, zone: Zone = WITA): string {
  const elapsed = Date.parse(now) - Date.parse(past);
  if (elapsed < MINUTE) return 'baru saja';
  if (elapsed < HOUR) return `${Math.floor(elapsed / MINUTE)} menit lalu`;
  const days = localTime(now, zone).dayNumber - localTime(past, zone).dayNumber;
  if (days === 0) return `${Math.floor(elapsed / HOUR)} jam lalu`;
  return days === 1 ? 'kemarin' : `${days} hari lalu`;
}

function part(count: number, unit: string): TimePart {
  return { count: String(count), unit };
}

/** Whole number with thousands parted by dots: `1.250.000`. */
export function formatWhole(value: number | bigint): string {
  return groupThousands(BigInt(value).toString());
}

/**
 * A decimal text as `domain` gives it (`97.6`, `-1250.5`), with a comma. With `places` it is padded, or rounded half
 * away from zero for show; the official rounding has already happened in `domain`.
 */
export function formatDecimal(value: string | number, places?: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (!match) throw new Error(`Not a decimal: ${value}`);
  const [, sign = '', whole = '0', fraction = ''] = match;
  const shown = places === undefined ? { whole, fraction } : toPlaces(whole, fraction, places);
  const isZero = /^0*$/.test(shown.whole + shown.fraction);
  const tail = shown.fraction === '' ? '' : `,${shown.fraction}`;
  return `${isZero || sign === '' ? '' : '−'}${groupThousands(shown.whole)}${tail}`;
}

function toPlaces(whole: string, fraction: string, places: number): { whole: string; fraction: string } {
  if (fraction.length <= places) return { whole, fraction: fraction.padEnd(places, '0') };
  const kept = BigInt(whole + fraction.slice(0, places));
  const roundsUp = (fraction[places] ?? '0') >= '5';
  const digits = (roundsUp ? kept + 1n : kept).toString().padStart(places + 1, '0');
  const split = digits.length - places;
  return { whole: digits.slice(0, split), fraction: digits.slice(split) };
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** An official score with two decimals unless the rule says otherwise: `97,60`. */
export function formatScore(value: string, places = 2): string {
  return formatDecimal(value, places);
}

/** A difference that always carries its sign: `+3`, `−0,90`, `0`. */
export function formatChange(value: string | number, places?: number): string {
  const text = formatDecimal(value, places);
  return text.startsWith('−') || /^[0,.]+$/.test(text) ? text : `+${text}`;
}

/** `25,2%` */
export function formatPercent(value: string | number, places?: number): string {
  return `${formatDecimal(value, places)}%`;
}

/** `Rp 40.000.000` with a space that does not break. */
export function formatRupiah(value: bigint | number | string): string {
  const [whole = '0', cents] = String(value).split('.');
  const shown = cents && !/^0+$/.test(cents) ? formatDecimal(`${whole}.${cents}`, 2) : formatWhole(BigInt(whole));
  return `Rp${NO_BREAK_SPACE}${shown}`;
}

/** `1,3 jt`, `2,5 M` (miliar), for tight places only; the full number stands nearby. */
export function formatCompact(value: number): string {
  const steps = [
    { from: 1_000_000_000, word: 'M' },
    { from: 1_000_000, word: 'jt' },
    { from: 1_000, word: 'rb' },
  ];
  const step = steps.find(({ from }) => value >= from);
  if (!step) return formatWhole(Math.round(value));
  return `${trimZeros(formatDecimal((value / step.from).toFixed(1)))}${NO_BREAK_SPACE}${step.word}`;
}

/** `640 KB`, `4,2 MB`; one megabyte is 1.024 × 1.024 bytes, as file limits are counted. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (Math.round(kilobytes) < 1024) return `${Math.round(kilobytes)} KB`;
  const megabytes = kilobytes / 1024;
  if (megabytes < 1023.95) return `${trimZeros(formatDecimal(megabytes.toFixed(1)))} MB`;
  return `${trimZeros(formatDecimal((megabytes / 1024).toFixed(1)))} GB`;
}

function trimZeros(text: string): string {
  return text.replace(/,0$/, '');
}

/** `SKPD, BLUD, dan Puskesmas`; two stay `SKPD dan BLUD`. */
export function formatList(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  if (items.length === 1) return last;
  if (items.length === 2) return `${items[0]} dan ${last}`;
  return `${items.slice(0, -1).join(', ')}, dan ${last}`;
}

/** With a capital at its beginning. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first sixteen digits of a digest, to compare by eye and read out: `4F2A-91C3-D04F-2A91`. Fewer could be met on purpose by another text. */
export function shortCode(digest: string): string {
  return digest.slice(0, 16).toUpperCase().match(/.{4}/g)?.join('-') ?? digest;
}
