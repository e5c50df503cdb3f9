import { describe, expect, it } from 'vitest';
import {
  formatAgo,
  formatChange,
  formatClock,
  formatCompact,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDecimal,
  formatFileSize,
  formatList,
  formatMoment,
  formatPercent,
  formatPlainDate,
  formatRemaining,
  formatRupiah,
  formatScore,
  formatWhole,
  fullStop,
  shortCode,
  zoneOf,
} from './format.ts';

const MORNING = '2021-07-28T01:30:00.000Z';

describe('dates', () => {
  it('writes weekday, date, hour and zone in full', () => {
    expect(formatDateTime(MORNING)).toBe('Rabu, 28 Juli 2021 pukul 09.30 WITA');
    expect(formatDate(MORNING)).toBe('Rabu, 28 Juli 2021');
    expect(formatClock(MORNING)).toBe('09.30 WITA');
    expect(formatMoment('2026-07-28T00:12:00.000Z')).toBe('28 Juli pukul 08.12 WITA');
  });

  it('moves to the next local day when it is past midnight in the zone', () => {
    expect(formatDateTime('2026-06-30T15:59:59.999Z')).toBe('Selasa, 30 Juni 2026 pukul 23.59 WITA');
    expect(formatDateTime('2026-06-30T16:00:00.000Z')).toBe('Rabu, 1 Juli 2026 pukul 00.00 WITA');
  });

  it('knows the three zones and refuses any other', () => {
    expect(formatDateTime('2026-07-31T16:59:00.000Z', zoneOf('Asia/Jakarta'))).toBe('Jumat, 31 Juli 2026 pukul 23.59 WIB');
    expect(formatClock(MORNING, zoneOf('Asia/Jayapura'))).toBe('10.30 WIT');
    expect(() => zoneOf('Europe/Paris')).toThrow('Unknown time zone');
  });

  it('never pads the day and keeps a plain date on its own day', () => {
    expect(formatPlainDate('2022-11-18')).toBe('18 November 2022');
    expect(formatPlainDate('2026-06-01')).toBe('1 Juni 2026');
  });

  it.each([
    ['2026-05-04T00:00:00.000Z', '2026-05-29T08:00:00.000Z', '4 – 29 Mei 2026'],
    ['2026-06-01T00:00:00.000Z', '2026-07-31T08:00:00.000Z', '1 Juni – 31 Juli 2026'],
    ['2026-12-28T00:00:00.000Z', '2027-01-04T00:00:00.000Z', '28 Desember 2026 – 4 Januari 2027'],
    ['2026-08-19T01:00:00.000Z', '2026-08-19T09:00:00.000Z', '19 Agustus 2026'],
  ])('shortens the range %s to %s', (from, until, text) => {
    expect(formatDateRange(from, until)).toBe(text);
  });

  it.each([
    ['2026-07-31T08:00:00.000Z', '3 hari 4 jam lagi'],
    ['2026-07-29T04:00:00.000Z', '1 hari lagi'],
    ['2026-07-28T04:42:00.000Z', '42 menit lagi'],
    ['2026-07-28T05:30:00.000Z', '1 jam 30 menit lagi'],
    ['2026-07-28T04:00:20.000Z', '1 menit lagi'],
    ['2026-07-28T04:00:00.000Z', 'sudah lewat'],
  ])('tells what is left until %s', (until, text) => {
    expect(formatRemaining('2026-07-28T04:00:00.000Z', until)).toBe(text);
  });

  it.each([
    ['2026-07-28T03:59:30.000Z', 'baru saja'],
    ['2026-07-28T03:48:00.000Z', '12 menit lalu'],
    ['2026-07-28T00:30:00.000Z', '3 jam lalu'],
    ['2026-07-27T10:00:00.000Z', 'kemarin'],
    ['2026-07-23T10:00:00.000Z', '5 hari lalu'],
  ])('tells how long ago %s was', (past, text) => {
    expect(formatAgo('2026-07-28T04:00:00.000Z', past)).toBe(text);
  });
});

describe('numbers', () => {
  it.each([
    ['97.6', 2, '97,60'],
    ['97.605', 2, '97,61'],
    ['99.995', 2, '100,00'],
    ['0.004', 2, '0,00'],
    ['-0.9', 2, '−0,90'],
    ['1250000.5', undefined, '1.250.000,5'],
    ['7', undefined, '7'],
    ['2.5', 0, '3'],
  ])('writes %s with a decimal comma', (value, places, text) => {
    expect(formatDecimal(value, places)).toBe(text);
  });

  it('refuses what is not a number rather than print it', () => {
    expect(() => formatDecimal('NaN')).toThrow('Not a decimal');
  });

  it('writes scores, changes, shares and counts', () => {
    expect(formatScore('97.6')).toBe('97,60');
    expect(formatChange('3')).toBe('+3');
    expect(formatChange('-0.90', 2)).toBe('−0,90');
    expect(formatChange('0', 2)).toBe('0,00');
    expect(formatPercent('25.2')).toBe('25,2%');
    expect(formatWhole(1250000)).toBe('1.250.000');
  });

  it('writes Rupiah with a space that does not break', () => {
    expect(formatRupiah(40000000n)).toBe('Rp\u00a040.000.000');
    expect(formatRupiah('1250000')).toBe('Rp\u00a01.250.000');
    expect(formatRupiah('1250000.50')).toBe('Rp\u00a01.250.000,50');
    expect(formatRupiah('185000000.00')).toBe('Rp\u00a0185.000.000');
  });

  it('shortens large counts and file sizes', () => {
    expect(formatCompact(1_300_000)).toBe('1,3\u00a0jt');
    expect(formatCompact(2_000_000_000)).toBe('2\u00a0M');
    expect(formatFileSize(655_360)).toBe('640 KB');
    expect(formatFileSize(4_404_019)).toBe('4,2 MB');
    expect(formatFileSize(20 * 1024 * 1024)).toBe('20 MB');
    expect(formatFileSize(0)).toBe('0 B');
  });
});

it('ends a sentence with one full stop, also after a title', () => {
  expect(['Untuk Noor Aini', 'Untuk Rahmat, S.Kom.'].map(fullStop)).toEqual(['Untuk Noor Aini.', 'Untuk Rahmat, S.Kom.']);
});

it('joins a list as people read it', () => {
  expect(formatList(['SKPD', 'BLUD', 'Puskesmas'])).toBe('SKPD, BLUD, dan Puskesmas');
  expect(formatList(['SKPD', 'BLUD'])).toBe('SKPD dan BLUD');
  expect(formatList(['SKPD'])).toBe('SKPD');
  expect(formatList([])).toBe('');
});

it('a digest has a code to compare by eye', () => {
  expect(shortCode('4f2a91c3d0'.repeat(6))).toBe('4F2A-91C3-D04F-2A91');
});
