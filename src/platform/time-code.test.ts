import { describe, expect, test } from 'vitest';
import { newTimeSecret, stepOfCode, timeCodeAddress, timeSecretText } from './time-code.ts';

/** RFC 6238, appendix B, SHA-1, cut to six digits. */
const secret = Buffer.from('12345678901234567890');
const RFC = [
  ['1970-01-01T00:00:59.000Z', '287082'],
  ['2005-03-18T01:58:29.000Z', '081804'],
  ['2009-02-13T23:31:30.000Z', '005924'],
  ['2033-05-18T03:33:20.000Z', '279037'],
] as const;

describe('time codes', () => {
  test.each(RFC)('at %s is %s', (at, code) => expect(stepOfCode(secret, code, at)).toBe(Math.floor(Date.parse(at) / 30_000)));

  test('hold one step before and after, no further', () => {
    const steps = (seconds: number) => stepOfCode(secret, '005924', new Date(Date.parse('2009-02-13T23:31:30.000Z') + seconds * 1000).toISOString());
    expect([steps(-31), steps(-30), steps(0), steps(30), steps(59), steps(60)]).toEqual([null, 41152263, 41152263, 41152263, 41152263, null]);
  });

  test('are nothing but six digits', () => {
    for (const code of ['', '05924', '0059240', 'abcdef', ' 005924 x'])
      expect([code, stepOfCode(secret, code, '2009-02-13T23:31:30.000Z')]).toEqual([code, null]);
  });

  test('are told to an authenticator with issuer and account', () => {
    expect(timeSecretText(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(timeCodeAddress(secret, { issuer: 'BAILANG Kabupaten Uji', account: 'a@b.id' })).toBe(
      'otpauth://totp/BAILANG%20Kabupaten%20Uji:a%40b.id?issuer=BAILANG%20Kabupaten%20Uji&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
    );
    expect(newTimeSecret().length).toBe(20);
  });
});
