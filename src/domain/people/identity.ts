// What names a person to the system: a civil servant's number (NIP) or an e-mail address, and how both are written.

export const LONGEST_NAME = 120;
export const LONGEST_TITLE = 120;
const LONGEST_EMAIL = 254;

/** Eighteen digits: date of birth, month of appointment, sex, serial. @basis Peraturan BKN 22/2007: NIP terdiri atas 18 digit. */
export function isNip(text: string): boolean {
  return /^[0-9]{18}$/.test(text);
}

/** Shape only: whether somebody reads there is found out by writing to it. */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(text);
}

/** Digits only: people write a NIP in groups. */
export function plainNip(text: string): string {
  return text.replace(/[\s.\-'’]/g, '');
}

/**
 * Whether a spreadsheet took the NIP for a number, of which it keeps 15 digits: `1,97503E+17`, or 18 digits whose last three are zeros. Serials count
 * from 001, so no NIP is mistaken for one; asked of tables only, a NIP typed by hand is taken as it stands. One digit short is not of a spreadsheet's making.
 * @basis Peraturan BKN 22/2007: tiga digit terakhir nomor urut.
 */
export function isRoundedNip(text: string): boolean {
  return /^\d(?:[.,]\d+)?e\+?1[5-9]$/i.test(text.trim()) || /^\d{15}000$/.test(plainNip(text));
}
