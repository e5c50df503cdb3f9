// An authenticator: reads the secret off the page that shows it, and makes the code of an instant.

import { Secret, TOTP } from 'otpauth';

export function secretOn(page: string): Buffer {
  const text = /<code>((?:[A-Z2-7]{4} ?)+)<\/code>/.exec(page)?.[1];
  if (text === undefined) throw new Error('no secret on the page');
  return Buffer.from(Secret.fromBase32(text.replaceAll(' ', '')).bytes);
}

export function codeAt(secret: Buffer, at: string): string {
  return TOTP.generate({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }), timestamp: Date.parse(at) });
}
