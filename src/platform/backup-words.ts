// The private part of a backup key as people keep it: 24 words to print, and age's own text form. The public part as age writes it.

import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { publicPart } from './age.ts';

/** 24 words of the BIP39 list; the last holds a check. */
export function wordsOf(secret: Uint8Array): readonly string[] {
  return entropyToMnemonic(secret, wordlist).split(' ');
}

/** The secret behind 24 typed words, or behind `AGE-SECRET-KEY-1…`; null when it is neither. */
export function readSecret(text: string): Buffer | null {
  const typed = text.trim();
  const lines = typed.split('\n').filter((line) => !line.startsWith('#'));
  const own = lines.find((line) => /^AGE-SECRET-KEY-1/i.test(line.trim()));
  if (own !== undefined) return bytesOf(own.trim().toLowerCase(), SECRET);
  const words =
    lines
      .join(' ')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  if (words.length !== 24) return null;
  try {
    return Buffer.from(mnemonicToEntropy(words.map(whole).join(' '), wordlist));
  } catch {
    return null;
  }
}

/** The first four letters name a word of the list. */
function whole(word: string): string {
  return word.length < 4 ? word : (wordlist.find((one) => one.slice(0, 4) === word.slice(0, 4)) ?? word);
}

const RECIPIENT = 'age';
const SECRET = 'age-secret-key-';

/** `age1…`, for a file of recipients. */
export function recipientOf(secret: Uint8Array): string {
  return bech32(RECIPIENT, publicPart(secret));
}

/** `AGE-SECRET-KEY-1…`, for a key file of age. */
export function secretText(secret: Uint8Array): string {
  return bech32(SECRET, secret).toUpperCase();
}

/** The raw public part of `age1…`; null when it is mistyped. */
export function readRecipient(text: string): Buffer | null {
  return bytesOf(text.trim().toLowerCase(), RECIPIENT);
}

const SIGNS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Bech32 (BIP173), as age uses it for 32 bytes. */
function bech32(kind: string, bytes: Uint8Array): string {
  const values = regroup(bytes, 8, 5, true);
  const sum = checksum([...spread(kind), ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >> shift) & 31);
  return `${kind}1${[...values, ...check].map((value) => SIGNS[value]).join('')}`;
}

function bytesOf(text: string, kind: string): Buffer | null {
  if (!text.startsWith(`${kind}1`)) return null;
  const values = [...text.slice(kind.length + 1)].map((sign) => SIGNS.indexOf(sign));
  if (values.includes(-1) || checksum([...spread(kind), ...values]) !== 1) return null;
  const bytes = Buffer.from(regroup(values.slice(0, -6), 5, 8, false));
  return bytes.length === 32 ? bytes : null;
}

function spread(kind: string): readonly number[] {
  const codes = [...kind].map((sign) => sign.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

const STEPS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [at, step] of STEPS.entries()) if ((top >> at) & 1) sum ^= step;
  }
  return sum;
}

function regroup(values: Iterable<number>, from: number, to: number, pads: boolean): number[] {
  const out: number[] = [];
  let [held, bits] = [0, 0];
  for (const value of values) {
    held = (held << from) | value;
    bits += from;
    for (; bits >= to; bits -= to) out.push((held >> (bits - to)) & ((1 << to) - 1));
    held &= (1 << bits) - 1;
  }
  if (pads && bits > 0) out.push((held << (to - bits)) & ((1 << to) - 1));
  return out;
}
