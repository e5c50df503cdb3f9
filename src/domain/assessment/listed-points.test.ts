import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedInstrument } from '../../platform/catalogues.ts';
import { listedPoints } from './listed-points.ts';
import type { VerdictKind } from './verification.ts';

const instrument = shippedInstrument('iid-2026');
const claim = (level: number) => ({ level, basis: null, evidence: 1 });
const verdict = (kind: VerdictKind, level: number) => ({ kind, level, reason: '' });

test('nothing claimed is nothing, and verified by itself', () => {
  expect(listedPoints(instrument, {}, {})).toEqual({ claimed: '0.0000', verified: '0.0000' });
});

test('is not verified while one claim waits or is sent for repair', () => {
  const claims = { 'SID-16': claim(2), 'SID-20': claim(3) };
  expect(listedPoints(instrument, claims, { 'SID-16': verdict('agree', 2) })).toEqual({ claimed: '9.0000', verified: null });
  expect(listedPoints(instrument, claims, { 'SID-16': verdict('agree', 2), 'SID-20': verdict('repair', 0) })).toEqual({ claimed: '9.0000', verified: null });
  expect(listedPoints(instrument, claims, { 'SID-16': verdict('lower', 1), 'SID-20': verdict('invalid', 0) })).toEqual({
    claimed: '9.0000',
    verified: '3.0000',
  });
});

test('a verdict never makes the points more than claimed', () => {
  const level = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(level, level), { minLength: 20, maxLength: 20 }), (pairs) => {
      const claims = Object.fromEntries(instrument.sid.map(({ code }, at) => [code, claim(pairs[at]?.[0] ?? 0)]));
      const verdicts = Object.fromEntries(instrument.sid.map(({ code }, at) => [code, verdict('lower', Math.min(...(pairs[at] ?? [0])))]));
      const { claimed, verified } = listedPoints(instrument, claims, verdicts);
      expect(Number(verified)).toBeLessThanOrEqual(Number(claimed));
      expect(Number(claimed)).toBe(instrument.sid.reduce((sum, { weight }, at) => sum + Number(weight) * (pairs[at]?.[0] ?? 0), 0));
    }),
  );
});
