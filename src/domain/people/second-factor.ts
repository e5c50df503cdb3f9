// Second factors: what people type, how long a proof stays fresh, and whose roles need one.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { type Instant, later, MINUTE } from '../shared/time.ts';
import type { GrantedRole } from './role.ts';

/** How a session was opened. */
export type Factor = 'password' | 'time-code' | 'recovery-code' | 'passkey' | 'sso';

/** Roles that an edition may ask a second factor of. Seats come from the agencies and are never asked. */
export const FACTOR_ROLES: readonly GrantedRole[] = ['secretariat', 'verifier', 'juror', 'chair', 'leader', 'admin', 'province'];

export const FRESH_MS = 10 * MINUTE;
export const RECOVERY_CODES = 10;

/**
 * Whether the person proved to be there within ten minutes before `now`; half-open.
 * @basis TR-N3: changing e-mail, second factor off and role grants need fresh proof.
 */
export function isFresh(provedAt: Instant | null | undefined, now: Instant): boolean {
  return provedAt !== null && provedAt !== undefined && provedAt > later(now, -FRESH_MS);
}

/** Refuses `person.proof-needed` by the field where the proof is typed. */
export function requireFresh(provedAt: Instant | null | undefined, now: Instant): Outcome<true> {
  return isFresh(provedAt, now) ? ok(true) : refuse('person.proof-needed', {}, { bukti: { code: 'person.proof-needed', facts: {} } });
}

/** Thirty-two signs, five bits each, without I, O, 0 and 1, which look alike. */
const RECOVERY_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const RECOVERY_LENGTH = 16;

export type TypedCode = { readonly kind: 'time-code'; readonly code: string } | { readonly kind: 'recovery-code'; readonly code: string };

/** What was typed, spaces and dashes left out: six digits are a time code, anything else may be a recovery code. */
export function readCode(typed: string): TypedCode {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return /^\d{6}$/.test(code) ? { kind: 'time-code', code } : { kind: 'recovery-code', code };
}

/** A recovery code out of random bytes (at least sixteen), and its form on paper: four groups of four. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, RECOVERY_LENGTH), (byte) => RECOVERY_LETTERS[byte % RECOVERY_LETTERS.length]).join('');
}

export function writeRecoveryCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/** `Firefox, Linux`: the browser and system a session was opened with, for its owner to recognise; nothing that tells machines apart. */
export function deviceOf(userAgent: string): string {
  const find = (names: readonly (readonly [RegExp, string])[]) => names.find(([sign]) => sign.test(userAgent))?.[1];
  const browser = find([
    [/Edg\//, 'Edge'],
    [/OPR\/|Opera/, 'Opera'],
    [/SamsungBrowser/, 'Samsung Internet'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\/|CriOS\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = find([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux|X11/, 'Linux'],
  ]);
  return [browser, system].filter((one) => one !== undefined).join(', ');
}
