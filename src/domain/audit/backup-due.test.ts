import { describe, expect, test } from 'vitest';
import { isBackupDue } from './backup-due.ts';

describe('the nightly backup', () => {
  test.each([
    ['there was never one', '2026-08-19T02:00:00.000Z', null, null, true],
    ['the last one is from before the last night', '2026-08-19T18:00:00.000Z', '2026-08-19T17:59:59.999Z', '2026-08-18T18:00:00.000Z', true],
    ['a night was slept through', '2026-08-20T03:00:00.000Z', '2026-08-18T18:00:01.000Z', '2026-08-18T18:00:01.000Z', true],
    ['tonight has one', '2026-08-19T19:00:00.000Z', '2026-08-19T18:00:00.000Z', '2026-08-19T18:00:00.000Z', false],
    ['the day is not over', '2026-08-19T17:59:59.999Z', '2026-08-18T18:00:00.000Z', '2026-08-18T18:00:00.000Z', false],
    ['a try failed less than an hour ago', '2026-08-19T18:59:59.999Z', null, '2026-08-19T18:00:00.000Z', false],
    ['a try failed an hour ago', '2026-08-19T19:00:00.000Z', null, '2026-08-19T18:00:00.000Z', true],
  ])('%s', (_name, now, good, tried, due) => expect(isBackupDue(now, good, tried)).toBe(due));
});
