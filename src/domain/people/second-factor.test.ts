import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceOf, isFresh, readCode, recoveryCodeOf, requireFresh, writeRecoveryCode } from './second-factor.ts';

describe('a proof', () => {
  const now = '2026-08-19T02:00:00.000Z';
  test.each([
    ['2026-08-19T02:00:00.000Z', true],
    ['2026-08-19T01:50:00.001Z', true],
    ['2026-08-19T01:50:00.000Z', false],
    [null, false],
    [undefined, false],
  ])('of %s is fresh: %s', (provedAt, fresh) => {
    expect(isFresh(provedAt, now)).toBe(fresh);
    expect(requireFresh(provedAt, now).ok).toBe(fresh);
  });
});

test('who is not fresh is told so at the field of the proof', () => {
  const needed = { code: 'person.proof-needed', facts: {} };
  expect(requireFresh(null, '2026-08-19T02:00:00.000Z')).toEqual({ ok: false, refusal: { ...needed, fields: { bukti: needed } } });
  expect(requireFresh('2026-08-19T02:00:00.000Z', '2026-08-19T02:00:00.000Z')).toEqual({ ok: true, value: true });
});

describe('a typed code', () => {
  test.each([
    ['123456', 'time-code', '123456'],
    [' 123 456 ', 'time-code', '123456'],
    ['abcd-efgh-jklm-npqr', 'recovery-code', 'ABCDEFGHJKLMNPQR'],
    ['12345', 'recovery-code', '12345'],
    ['1234567', 'recovery-code', '1234567'],
    ['a123456', 'recovery-code', 'A123456'],
    ['123456a', 'recovery-code', '123456A'],
  ])('%s is a %s', (typed, kind, code) => expect(readCode(typed)).toEqual({ kind, code }));

  test('of recovery is read as it is written, whatever bytes it is made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = recoveryCodeOf(bytes);
        expect(code).toMatch(/^[A-HJ-NP-Z2-9]{16}$/);
        expect(readCode(writeRecoveryCode(code).toLowerCase())).toEqual({ kind: 'recovery-code', code });
      }),
    );
  });

  test('of recovery is written in groups of four', () => expect([writeRecoveryCode('ABCDEFGHJK'), writeRecoveryCode('')]).toEqual(['ABCD-EFGH-JK', '']));

  test('of recovery uses every sign equally', () => {
    const all = Array.from({ length: 16 }, (_, n) => recoveryCodeOf(Uint8Array.from({ length: 16 }, (_, m) => n * 16 + m))).join('');
    const counts = new Map<string, number>();
    for (const sign of all) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect([...new Set(counts.values())]).toEqual([8]);
  });
});

test.each([
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0', 'Edge, Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1', 'Safari, iOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox, Linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 OPR/112.0', 'Opera, macOS'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36', 'Samsung Internet, Android'],
  ['curl/8', ''],
])('%s is told as "%s"', (userAgent, words) => expect(deviceOf(userAgent)).toBe(words));
