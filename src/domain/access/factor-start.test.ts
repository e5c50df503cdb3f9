import { expect, test } from 'vitest';
import { DAY, later } from '../shared/time.ts';
import { factorStart, NOTICE_MS } from './factor-start.ts';

const at = (day: number) => later('2026-03-01T00:00:00.000Z', day * DAY);
const stage = (kind: string, opens: number, closes: number) => ({ kind, opensAt: at(opens), closesAt: at(closes) });

test.each([
  ['as planned when nothing is near', [stage('registration', 0, 30)], 14, 14],
  ['at the close of a stage in its last seven days', [stage('registration', 0, 20)], 14, 20],
  ['as planned a moment before these days', [stage('registration', 0, 22)], 14, 14],
  ['after the presentations, from their first instant', [stage('presentation', 14, 40)], 14, 40],
  ['as planned at their last instant', [stage('presentation', 10, 14)], 14, 14],
  ['after one that follows at once', [stage('verification', 0, 15), stage('desk', 15, 20)], 14, 20],
])('starts %s', (_how, stages, planned, start) => expect(factorStart(at(planned), stages)).toBe(at(start)));

test('gives two weeks', () => expect(NOTICE_MS).toBe(14 * DAY));
