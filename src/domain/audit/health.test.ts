import { expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE } from '../shared/time.ts';
import { concernsOf, type HealthFacts } from './health.ts';

const NOW = '2026-08-19T02:00:00.000Z';
const GIB = 1024 ** 3;
const disk = (freeGib: number, totalGib: number) => ({ place: 'data' as const, freeBytes: freeGib * GIB, totalBytes: totalGib * GIB });
const WELL: HealthFacts = {
  disks: [disk(50, 100)],
  databaseNow: NOW,
  newestAct: NOW,
  oldestAct: later(NOW, -30 * DAY),
  backupAt: later(NOW, -HOUR),
  backupMissing: 0,
  trialFault: null,
  broken: 0,
  mailFault: null,
  scannerDownSince: null,
  scannerFault: null,
  failedJobs: 0,
  waitingSince: null,
};
const codes = (facts: Partial<HealthFacts>) => concernsOf({ ...WELL, ...facts }, NOW).map(({ code, isGrave }) => (isGrave ? `${code}!` : code));

test('is silent when all is well, and before anything happened', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ databaseNow: null })).toEqual([]);
  expect(codes({ newestAct: null, oldestAct: null, backupAt: null, broken: null })).toEqual([]);
});

test.each<[string, Partial<HealthFacts>, readonly string[]]>([
  ['a scanner that does not answer', { scannerDownSince: later(NOW, -5 * MINUTE), scannerFault: 'unreachable' }, ['scanner-down']],
  ['a disk with half a gibibyte', { disks: [disk(0.5, 10)] }, ['disk-low']],
  ['a disk below half a gibibyte', { disks: [disk(0.499, 10)] }, ['disk-full!']],
  ['a large disk below two percent', { disks: [disk(19.9, 1000)] }, ['disk-full!']],
  ['a large disk above two percent', { disks: [disk(20, 1000)] }, []],
  ['a disk with five gibibytes', { disks: [disk(5, 100)] }, []],
  ['a small disk with a tenth free', { disks: [disk(4, 40)] }, []],
  ['a disk below both', { disks: [disk(4, 41)] }, ['disk-low']],
  ['a clock a minute behind the ledger', { newestAct: later(NOW, MINUTE) }, []],
  ['a clock further behind', { newestAct: later(NOW, MINUTE + 1) }, ['clock-behind!']],
  ['clocks five seconds apart', { databaseNow: later(NOW, -5000) }, []],
  ['clocks further apart', { databaseNow: later(NOW, 5001) }, ['clock-apart!']],
  ['a backup of 26 hours', { backupAt: later(NOW, -26 * HOUR) }, []],
  ['an older backup', { backupAt: later(NOW, -26 * HOUR - 1) }, ['backup-old']],
  ['no backup after 26 hours', { backupAt: null }, ['backup-none']],
  ['no backup on the first day', { backupAt: null, oldestAct: later(NOW, -HOUR) }, []],
  ['a backup without one piece of evidence', { backupMissing: 1 }, ['backup-incomplete!']],
  ['an old one without it', { backupMissing: 2, backupAt: later(NOW, -27 * HOUR) }, ['backup-incomplete!', 'backup-old']],
  ['a trial that failed', { trialFault: 'archive' }, ['trial-failed']],
  ['a broken promise', { broken: 1 }, ['promises-broken!']],
  ['a mail server away', { mailFault: 'ECONNREFUSED' }, ['mail-down']],
  ['a job that gave up', { failedJobs: 1 }, ['jobs-failed']],
  ['a job that waits a quarter of an hour', { waitingSince: later(NOW, -15 * MINUTE) }, []],
  ['a job that waits longer', { waitingSince: later(NOW, -15 * MINUTE - 1) }, ['jobs-stuck']],
])('%s', (_what, facts, expected) => expect(codes(facts)).toEqual(expected));

test('puts what is grave first', () => {
  expect(codes({ mailFault: 'KEY', broken: 2, backupAt: null, disks: [disk(0.1, 10)] })).toEqual([
    'disk-full!',
    'promises-broken!',
    'backup-none',
    'mail-down',
  ]);
});
