// Dates and money as people here type them, read into one form each.

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const LOCAL = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const WORDS = /^(\d{1,2}) ?([a-z]{3,9})\.? ?(\d{4})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];

/** A real day between 1990 and 2100 as YYYY-MM-DD, from 1 Maret 2024, 1-3-2024 (also with / . or space) or 2024-03-01; null otherwise. */
export function parseDate(typed: string): string | null {
  const iso = ISO.exec(typed);
  const local = LOCAL.exec(typed);
  const worded = WORDS.exec(typed);
  const named = worded === null ? 0 : MONTHS.indexOf((worded[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : worded && named > 0
        ? [worded[3], String(named), worded[1]]
        : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${written}T00:00:00.000Z`);
  const isReal = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written);
  return isReal && written >= '1990-01-01' && written < '2100-01-01' ? written : null;
}

const WHOLE = /^(?:rp\.?)?\s*(\d{1,3}(?:[. ]\d{3})+|\d{1,15})(?:,\d{1,2}|,-)?$/i;
const IN_WORDS = /^(?:rp\.?)?\s*(\d{1,6})(?:,(\d{1,3}))?\s*(ribu|rb|juta|jt|miliar|milyar|m)$/i;
const ZEROS: Readonly<Record<string, number>> = { ribu: 3, rb: 3, juta: 6, jt: 6, miliar: 9, milyar: 9, m: 9 };

/** Whole rupiah as digits, from 185000000, 185.000.000, Rp185.000.000,00 or 185 juta; cents are dropped; null otherwise. */
export function parseAmount(typed: string): string | null {
  const value = typed.trim().replaceAll('\u00a0', ' ');
  const words = IN_WORDS.exec(value);
  if (words !== null) {
    const [, whole = '', fraction = '', unit = ''] = words;
    const zeros = ZEROS[unit.toLowerCase()] ?? 0;
    return withoutLeadingZeros(whole + fraction.padEnd(zeros, '0').slice(0, zeros));
  }
  const digits = WHOLE.exec(value)?.[1]?.replace(/\D/g, '');
  return digits === undefined || digits.length > 15 ? null : withoutLeadingZeros(digits);
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
