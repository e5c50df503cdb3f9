// Codes that anybody may ask about at /cek: how they are written, and which kind a typed text is.

/** Digits and letters without those that look like another: no I, L, O, U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code of a receipt out of 16 random bytes, 5 bits of each: 16 signs, 80 bits, written without spaces. */
export function receiptCode(random: Uint8Array): string {
  return [...random.subarray(0, 16)].map((byte) => SIGNS[byte % 32]).join('');
}

/** A receipt's code as it is shown: four groups of four. */
export function groupedCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

export type AskedCode =
  /** 16 signs: of a receipt, as kept. When all of them are hexadecimal digits it may be the short code of a result, the beginning of its digest. */
  | { readonly kind: 'short'; readonly code: string; readonly beginning: string | null }
  /** A whole digest: of a published result, of what was published, or of its bundle. */
  | { readonly kind: 'digest'; readonly code: string };

const MIXED_UP: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/**
 * What a typed code can be; spaces, dashes, small letters and the usual mistakes of the eye (O for 0, I and L for 1) do not matter. Null for
 * everything else.
 */
export function readCode(typed: string): AskedCode | null {
  const text = typed.replace(/[\s\-–.]/g, '').toUpperCase();
  const signs = text.replace(/[ILO]/g, (sign) => MIXED_UP[sign] ?? sign);
  if (/^[0-9A-F]{64}$/.test(signs)) return { kind: 'digest', code: signs.toLowerCase() };
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(signs)) return null;
  return { kind: 'short', code: signs, beginning: /^[0-9A-F]+$/.test(signs) ? signs.toLowerCase() : null };
}
