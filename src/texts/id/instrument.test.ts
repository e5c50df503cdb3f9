import { expect, test } from 'vitest';
import { shippedInstrument } from '../../platform/catalogues.ts';
import { indicatorName } from './instrument.ts';
import { stepNames } from './rules.ts';

test('calls an indicator by its place and name, the same in ladders and lists', () => {
  const instrument = shippedInstrument('iid-2026');
  expect(indicatorName(instrument, 'SID-33')).toBe('18. Kemanfaatan inovasi');
  expect(stepNames(null, instrument).get('SID-33')).toBe(indicatorName(instrument, 'SID-33'));
  expect(indicatorName(instrument, 'SID-99')).toBe('SID-99');
});
