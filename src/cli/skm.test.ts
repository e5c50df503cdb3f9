import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callCommand } from '../../tests/support/call-command.ts';
import { saySkmRefusal } from '../texts/id/benefit.ts';
import { hasWords } from '../texts/id/say.ts';
import { runSkm } from './skm.ts';
import { readSkmAnswers } from './skm-answers.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skm-'));
});
afterAll(() => rm(folder, { recursive: true }));

const call = (...argv: readonly string[]) => callCommand(runSkm, argv);

async function run(content: string | Uint8Array, ...options: readonly string[]) {
  const path = join(folder, 'jawaban.csv');
  await writeFile(path, content);
  return call(path, ...options);
}

const HEAD = 'responden,U1,U2,U3,U4,U5,U6,U7,U8,U9\n';

describe('bailang skm', () => {
  test('prints index, value and grade of a survey', async () => {
    const { status, out, err } = await run(`${HEAD}R1,4,4,4,4,4,4,4,4,4\r\nR2,3,3,3,3,3,3,3,3,\n`, '--population', '100');
    expect([status, err]).toEqual([0, '']);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual([
      ...['regulation', 'respondents', 'weight', 'elements', 'index', 'index_exact', 'skm', 'skm_exact', 'grade', 'label', 'sample'],
    ]);
    expect(report).toMatchObject({ respondents: 2, weight: '1/9', index: '3.56', index_exact: '32/9', skm: '88.89', grade: 'A', label: 'Sangat baik' });
    expect(report.elements.U9).toEqual({
      name: 'Sarana dan prasarana',
      answers: 1,
      nrr: '4.00',
      nrr_exact: '4',
      weighted: '0.44',
      weighted_exact: '4/9',
    });
    expect(report.sample).toEqual({ population: 100, needed: 80, enough: false });
  });

  test('labels the printed weight and takes fewer or more elements', async () => {
    expect(JSON.parse((await run('U1;U2;U3;U4;U5;U6;U7;U8;U9\n4;4;4;4;4;4;4;4;4\n', '--weight', '0.11')).out)).toMatchObject({
      weight: '0.11 as printed for 1/9: at most 99.00',
      skm: '99.00',
    });
    const two = JSON.parse((await run('\uFEFFu1,u2\n4,\n3,\n')).out);
    expect(two).toMatchObject({ weight: '1/2', index: null, skm: null, grade: null, label: null, not_estimable: ['U2'] });
    expect(two.elements.U1).toEqual({ answers: 2, nrr: '3.50', nrr_exact: '7/2', weighted: '1.75', weighted_exact: '7/4' });
    expect((await run('U1,U2\n4,4\n', '--weight', '0.11')).err).toContain('hanya untuk sembilan unsur');
  });

  test.each([
    ['', 'judul kolom'],
    ['A,B\n', 'judul kolom'],
    ['responden\n', 'judul kolom'],
    [`${HEAD}R1,4\n`, 'Baris 2: ada 2 kolom, seharusnya 10'],
    [`${HEAD}R1,4,4,4,4,4,4,4,4,4\n\nR2,4,4,5,4,4,4,4,4,4\n`, 'Baris 4: jawaban U3 "5"'],
    ['U1\n0\n', 'Baris 2: jawaban U1 "0"'],
    ['U1\n3.0\n', 'jawaban U1 "3.0"'],
    ['U1\n"4\n', 'tidak ditutup'],
    ['U1\n4"\n', 'tanda kutip'],
    [Uint8Array.of(0xff), 'UTF-8'],
  ])('refuses %j and names the row', async (content, reason) => {
    const { status, out, err } = await run(content);
    expect([status, out, err.split('\n').length]).toEqual([2, '', 2]);
    expect(err).toMatch(/^bailang skm: /);
    expect(err).toContain(reason);
  });

  test('refuses a wrong call, a missing file and a population of nobody', async () => {
    for (const argv of [[], ['a', 'b'], ['a', '--weight', '0.2'], ['a', '--weight', '1/n', '--weight', '1/n'], ['a', '--lain', 'x']]) {
      expect(await call(...argv)).toMatchObject({ status: 2, out: '', err: expect.stringContaining('pakai: bailang skm') });
    }
    expect((await call('/tidak/ada')).err).toContain('/tidak/ada');
    expect((await run('U1\n4\n', '--population', '0')).err).toContain('"0"');
    expect((await run('U1\n4\n', '--population', 'banyak')).err).toContain('"banyak"');
  });

  test('has words for every refusal, and never throws whatever the file holds', () => {
    const cells = fc.array(fc.array(fc.oneof(fc.constantFrom('', '1', '4', '5', '"', ' 3 '), fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 4 }));
    const table = cells.map((rows) => `U1,U2\n${rows.map((row) => row.join(',')).join('\n')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), table), (text) => {
        const read = readSkmAnswers(text);
        if (read.ok) expect(read.value.responses.every((answers) => answers.length === read.value.elements.length)).toBe(true);
        else expect(saySkmRefusal(read.refusal)).not.toMatch(/undefined|^[a-z.-]+$/);
      }),
    );
    expect(hasWords('skm.answer-invalid')).toBe(true);
    expect(saySkmRefusal({ code: 'skm.no-elements', facts: {} })).toContain('unsur');
    expect(saySkmRefusal({ code: 'lain', facts: {} })).toBe('lain');
  });
});
