import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { readSheets } from '../../src/platform/sheets.ts';
import { smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { rawWorkbook, workbook } from '../support/workbook.ts';

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const cell = (text: string, at = 'A1') => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const MEGABYTE = 1_000_000;

/** Some 100 KB that unpack to one cell of 100 MB. */
const bomb = () => rawWorkbook(`<row r="1">${cell('a'.repeat(100 * MEGABYTE))}</row>`, 9);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

describe('TR-F10: a workbook that unpacks to a hundred megabytes', () => {
  test('twice at once, costs no memory to speak of, and the pages beside it none of their speed', async () => {
    const { app } = await smallRegion(database.platform);
    const bytes = bomb();
    expect(bytes.length).toBeLessThan(200_000);
    const ask = () => app.request('http://localhost/masuk', { headers: { host: 'localhost' } });
    for (let n = 0; n < 30; n += 1) await ask();
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    let most = before;
    let isOver = false;
    const times: number[] = [];
    const visitor = async () => {
      while (!isOver) {
        const begun = performance.now();
        expect((await ask()).status).toBe(200);
        times.push(performance.now() - begun);
        most = Math.max(most, process.memoryUsage.rss());
        await sleep(5);
      }
    };
    const visiting = visitor();
    expect((await Promise.all([readSheets(bytes), readSheets(bytes)])).map(codeOf)).toEqual(['sheet.cell-too-large', 'sheet.cell-too-large']);
    isOver = true;
    await visiting;
    times.sort((a, b) => a - b);
    expect((most - before) / MEGABYTE).toBeLessThan(200);
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(200);
  });

  const run = (words: string, count: number) => words.repeat(count);
  test.each([
    [
      'a cell of many formatted pieces',
      () => rawWorkbook(`<row r="1"><c r="A1" t="inlineStr"><is>${run(`<r><t>${'a'.repeat(50_000)}</t></r>`, 200)}</is></c></row>`),
      'sheet.cell-too-large',
    ],
    ['an address of megabytes', () => rawWorkbook(`<row r="1"><c r="${'A'.repeat(3 * MEGABYTE)}"/></row>`), 'sheet.cell-too-large'],
    ['a comment full of cells that are none', () => rawWorkbook(`<row r="1"><!--${'<c'.repeat(40 * MEGABYTE)}--></row>`), /too-slow|too-large/, 2_000],
    [
      'long cells in thousands of rows',
      () => rawWorkbook(Array.from({ length: 5000 }, (_, at) => `<row r="${at + 1}">${cell('a'.repeat(30_000), `A${at + 1}`)}</row>`).join('')),
      'sheet.file-too-large',
    ],
    ['a CSV of separators', () => Buffer.alloc(7 * MEGABYTE, ';a'), /too-many-columns|too-large/],
  ])('%s is refused in bounded memory', async (_name, make, code, mostMs?: number) => {
    const bytes = make();
    const before = process.memoryUsage.rss();
    const reading = readSheets(bytes, undefined, mostMs);
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 10);
    expect(codeOf(await reading)).toMatch(code);
    clearInterval(watch);
    expect((most - before) / MEGABYTE).toBeLessThan(300);
  });

  test('that takes too long is given up, and the next is read', async () => {
    const good = await workbook([{ rows: [['Nama'], ['Ani']] }]);
    expect(codeOf(await readSheets(bomb(), undefined, 1))).toBe('sheet.too-slow');
    expect(codeOf(await readSheets(good))).toBe('ok');
  });

  test('waits for others, but not in a queue without end', async () => {
    const good = await workbook([{ rows: [['Nama'], ['Ani']] }]);
    const codes = (await Promise.all(Array.from({ length: 7 }, () => readSheets(good)))).map(codeOf);
    expect(codes).toEqual(['ok', 'ok', 'ok', 'ok', 'sheet.busy', 'sheet.busy', 'sheet.busy']);
  });

  test('is read in the built program as well', async () => {
    const [good, bad] = ['baik.xlsx', 'besar.xlsx'].map((name) => join(database.platform.home, name));
    writeFileSync(good as string, await workbook([{ rows: [['Nama'], ['Ani']] }]));
    writeFileSync(bad as string, bomb());
    const words = `const { readSheets } = await import('./build/src/platform/sheets.js'); const { readFileSync } = await import('node:fs');
      for (const path of process.argv.slice(1)) { const read = await readSheets(readFileSync(path)); console.log(read.ok ? read.value[0].rows.length : read.refusal.code); }`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', words, good as string, bad as string], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '2\nsheet.cell-too-large\n', stderr: '' });
  });
});
