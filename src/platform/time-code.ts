// Time codes (TOTP, RFC 6238) as every authenticator makes them: SHA-1, six digits, thirty seconds.

import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../domain/shared/time.ts';

const PERIOD = 30;

export function newTimeSecret(): Buffer {
  return randomBytes(20);
}

/** The secret as people type it into an authenticator: base 32. */
export function timeSecretText(secret: Uint8Array): string {
  return secretOf(secret).base32;
}

/** The address behind the QR code. */
export function timeCodeAddress(secret: Uint8Array, names: { readonly issuer: string; readonly account: string }): string {
  return new TOTP({ secret: secretOf(secret), issuer: names.issuer, label: names.account, period: PERIOD }).toString();
}

/** The step a code stands for, one before and one after allowed for clocks that differ; null when it is not a code of now. */
export function stepOfCode(secret: Uint8Array, code: string, now: Instant): number | null {
  const at = Date.parse(now);
  const difference = TOTP.validate({ token: code, secret: secretOf(secret), period: PERIOD, timestamp: at, window: 1 });
  return difference === null ? null : TOTP.counter({ period: PERIOD, timestamp: at }) + difference;
}

function secretOf(secret: Uint8Array): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer });
}
