import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { gather, openLog } from './log.ts';

const lines: string[] = [];
const log = openLog(
  (line) => lines.push(line),
  () => '2026-08-19T02:00:00.000Z',
);
const last = () => JSON.parse(lines.at(-1) ?? '{}');

test('writes one line of JSON', () => {
  log.info('request', { route: '/usulan/:id', status: 200 });
  expect(lines.at(-1)).toBe('{"at":"2026-08-19T02:00:00.000Z","level":"info","event":"request","route":"/usulan/:id","status":200}\n');
});

test('keeps what was typed out of a fault of the database, but not its place', () => {
  const error = Object.assign(new pg.DatabaseError('duplicate key value: (email)=(siti@contoh.example)', 10, 'error'), {
    severity: 'ERROR',
    code: '23505',
    table: 'person',
    constraint: 'person_email',
    detail: 'Key (email)=(siti@contoh.example) already exists.',
  });
  log.error('request failed', error, { code: 'KD-4F2A9C' });
  expect(lines.at(-1)).not.toContain('siti');
  expect(last()).toMatchObject({
    error: 'database',
    errorCode: '23505',
    table: 'person',
    constraint: 'person_email',
    code: 'KD-4F2A9C',
    stack: expect.stringContaining('log.test.ts'),
  });
});

test('keeps a piece of a wrong document out of its fault', () => {
  try {
    JSON.parse('{"nip": 197001011990031001x}');
  } catch (error) {
    log.error('request failed', error);
  }
  expect(lines.at(-1)).not.toContain('1970');
  expect(last().error).toBe('SyntaxError');
});

test('says our own faults in our own words', () => {
  log.error('job failed', new Error('2 of 3 jobs were queued'), { job: 'x' });
  expect(last()).toMatchObject({ job: 'x', error: 'Error: 2 of 3 jobs were queued' });
  log.error('concern', 'disk-full');
  expect(last()).toMatchObject({ error: 'disk-full' });
});

test('gathers lines, but not urgent ones', () => {
  vi.useFakeTimers();
  const written: string[] = [];
  const gathered = gather((text) => written.push(text));
  gathered.line('a\n', false);
  gathered.line('b\n', false);
  expect(written).toEqual([]);
  gathered.line('c\n', true);
  expect(written).toEqual(['a\nb\nc\n']);
  gathered.line('d\n', false);
  gathered.flush();
  gathered.line('e\n', false);
  vi.advanceTimersByTime(200);
  expect(written).toEqual(['a\nb\nc\n', 'd\n', 'e\n']);
  vi.useRealTimers();
});
