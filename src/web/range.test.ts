import { expect, test } from 'vitest';
import { rangeOf } from './range.ts';

test.each([
  [undefined, 'whole'],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-1000', { start: 90, end: 99 }],
  ['bytes=99-', { start: 99, end: 99 }],
  ['bytes=-1', { start: 99, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['Bytes=-5', { start: 95, end: 99 }],
  ['bytes=-0', 'nothing'],
  ['bytes=100-', 'nothing'],
  ['bytes=100-200', 'nothing'],
  ['bytes=99999999999999999999-', 'nothing'],
  ['bytes=5-2', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=', 'whole'],
  ['bytes=a-b', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['lines=1-2', 'whole'],
] as const)('%s of 100 bytes', (header, expected) => expect(rangeOf(header, 100)).toEqual(expected));

test('of nothing there is no end to ask for', () => expect(rangeOf('bytes=-5', 0)).toBe('nothing'));
