import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callCommand } from '../../tests/support/call-command.ts';
import { sayRankRefusal } from '../texts/id/rank.ts';
import { runRank } from './rank.ts';

const golden = new URL('../../tests/golden/rank/', import.meta.url);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rank-'));
});
afterAll(() => rm(folder, { recursive: true }));

const CONFIG = { criteria: { C1: { weight: '1', min: '1', max: '5' }, C2: { weight: '1', min: '1', max: '5' } }, min_jurors: 1 };
const HEAD = 'submission,juror,criterion,score\n';

async function run(scores: string | Uint8Array, config: unknown = CONFIG) {
  const paths = [join(folder, 'scores.csv'), join(folder, 'config.json')] as const;
  await writeFile(paths[0], scores);
  await writeFile(paths[1], typeof config === 'string' ? config : JSON.stringify(config));
  return call(['--scores', paths[0], '--config', paths[1]]);
}

const call = (argv: readonly string[]) => callCommand(runRank, argv);

describe('bailang rank', () => {
  test('prints the contract: official figures to the byte, diagnostics to 1e-9, REML to a thousandth', async () => {
    const { status, out, err } = await call(['--scores', new URL('scores.csv', golden).pathname, '--config', new URL('config.json', golden).pathname]);
    expect([status, err]).toEqual([0, '']);
    const wanted = (await readFile(new URL('report.json', golden), 'utf8')).replace(/^ +/gm, (margin) => margin + margin).trimEnd();
    const [found, lines] = [out.trimEnd().split('\n'), wanted.split('\n')];
    expect(found.length).toBe(lines.length);
    const official = lines.indexOf('  "additive": {');
    expect(found.slice(0, official)).toEqual(lines.slice(0, official));
    const reml = lines.indexOf('  "reml": {');
    for (const [at, line] of lines.entries()) {
      if (found[at] === line) continue;
      const [value, own] = [line, found[at] ?? ''].map((text) => Number(/(-?[\d.e-]+),?$/.exec(text)?.[1]));
      expect(found[at]?.replace(/-?[\d.e-]+,?$/, ''), `line ${at + 1}`).toBe(line.replace(/-?[\d.e-]+,?$/, ''));
      const tolerance = at > reml && at < reml + 13 ? 1e-3 * Math.abs(value ?? 0) : 1e-9;
      expect(Math.abs((own ?? 0) - (value ?? 0)), `line ${at + 1}: ${line}`).toBeLessThanOrEqual(tolerance);
    }
  });

  test('reads semicolons, a byte order mark, quotes, decimal commas and CRLF alike', async () => {
    const plain = await run(`${HEAD}A,J1,C1,4.5\nA,J1,C2,3\n`);
    expect((await run('\uFEFFsubmission;juror;criterion;score\r\nA;J1;C1;4,5\r\n\r\n"A";"J1";C2;"3"')).out).toBe(plain.out);
    expect((await run(`${HEAD}A,J1,C1,"4,5"\rA,J1,C2,3\r`)).out).toBe(plain.out);
    expect(JSON.parse(plain.out).official.scores.A).toEqual({
      jury: '68.75',
      desk: null,
      final: '68.75',
      final_exact: '275/4',
      n_jurors: 1,
      rank: 1,
    });
  });

  test('keeps numeric names in order and quoted names whole', async () => {
    const { out } = await run(`${HEAD}10,J1,C1,5\n10,J1,C2,5\n9,J1,C1,5\n9,J1,C2,5\n"a ""b""\nc",J1,C1,5\n`);
    expect(out.indexOf('"10": {')).toBeLessThan(out.indexOf('"9": {'));
    expect(JSON.parse(out).official).toMatchObject({
      blocked: { 'a "b"\nc': 'fewer complete sheets than min_jurors' },
      order: [['10', '9']],
    });
  });

  test('names every cut, block and flag', async () => {
    const rows = `${HEAD}A,J1,C1,5\nA,J1,C2,5\nB,J1,C1,5\nB,J1,C2,5\nC,J1,C1,1\nC,J1,C2,1\n`;
    const official = async (more: object) => JSON.parse((await run(rows, { ...CONFIG, ...more })).out).official;
    expect((await official({ top_n: 1, cutoff: 'include' })).top_n).toEqual({
      selected: ['A', 'B'],
      unresolved_at_cutoff: [],
      places_left: 0,
    });
    expect((await official({ top_n: 1, cutoff: 'exclude' })).top_n).toEqual({
      selected: [],
      unresolved_at_cutoff: ['A', 'B'],
      places_left: 1,
    });
    const desk = { desk: { A: '80', B: '', Z: 1 }, desk_weight: '1', jury_weight: '1', desk_scale_max: 160 };
    expect(await official(desk)).toMatchObject({
      scores: { A: { desk: '50.00', final: '75.00' } },
      blocked: { B: 'no desk score', C: 'no desk score', Z: 'fewer complete sheets than min_jurors' },
    });
    expect((await official({ jury_aggregate: 'trimmed', trim: 1 })).flags).toHaveProperty('A');
    const decisions = [{ tied: ['A', 'B'], order: [['B'], ['A']], act: 'BA 1' }];
    expect((await official({ tiebreak: ['decision'], decisions, top_n: 1 })).order).toEqual([['B'], ['A'], ['C']]);
    expect((await official({ tiebreak: ['lot'], lot: { seed: '1', source: 'undian' } })).order).toHaveLength(3);
    expect((await official({ tiebreak: ['lot'], top_n: 1 })).top_n.unresolved_at_cutoff).toEqual(['A', 'B']);
  });

  test.each([
    ['', 1, 'judul kolom'],
    ['submission,juror,score\n', 1, 'judul kolom'],
    [`${HEAD}A,J1,C1,4,5\n`, 2, '5 kolom'],
    [`${HEAD}A,J1,C1,4\n,J1,C2,4\n`, 3, 'wajib diisi'],
    [`${HEAD}=1+1,J1,C1,4\n`, 2, 'rumus'],
    [`${HEAD}A,J1,C9,4\n`, 2, '"C9".*mungkin maksudnya "C1"'],
    [`${HEAD}S1,J1,C1,4\ns1,J1,C2,4\n`, 3, '"s1" hanya beda cara tulis dari "S1"'],
    [`${HEAD}A,Jos\u00e9,C1,4\nA,Jose\u0301,C2,4\n`, 3, 'hanya beda cara tulis'],
    [`${HEAD}A B,J1,C1,4\nA  B,J1,C2,4\n`, 3, 'hanya beda cara tulis'],
    [`${HEAD}A,J1,C1,4\n\nA,J1,C1,4\n`, 4, 'sudah ada'],
    [`${HEAD}A,J1,C1,empat\n`, 2, 'bukan angka'],
    [`${HEAD}A,J1,C1,6\n`, 2, 'di luar skala'],
    [`${HEAD}A,J1,C1,"4\n`, 2, 'tidak ditutup'],
    [`${HEAD}A,J"1,C1,4\n`, 2, 'tanda kutip'],
    [`${HEAD}A,"J1"x,C1,4\n`, 2, 'tanda kutip'],
  ])('refuses %j and names row %i', async (scores, row, reason) => {
    const { status, out, err } = await run(scores);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^bailang rank: baris ${row}: .*${reason}.*\\n$`));
  });

  test.each([
    ['[]', 'bukan JSON'],
    ['{', 'bukan JSON'],
    [{}, '"criteria"'],
    [{ criteria: {} }, 'tidak ada kriteria'],
    [{ criteria: { C1: { weight: '0', min: '1', max: '5' } } }, 'harus lebih dari 0'],
    [{ criteria: { C1: { weight: '-1', min: '1', max: '5' } } }, 'harus lebih dari 0'],
    [{ criteria: { C1: { weight: '1', min: '5', max: '5' } } }, 'di bawah max'],
    [{ criteria: { C1: { weight: '1', min: '1' } } }, 'bukan angka'],
    [{ ...CONFIG, scale: 'z' }, '"scale"'],
    [{ ...CONFIG, top_n: -1 }, '"top_n"'],
    [{ ...CONFIG, min_jurors: 0 }, '"min_jurors"'],
    [{ ...CONFIG, desk_weight: '-1' }, '"desk_weight"'],
    [{ ...CONFIG, desk_weight: '40' }, '"jury_weight"'],
    [{ ...CONFIG, desk: [1] }, '"desk"'],
    [{ ...CONFIG, desk: { A: '101' } }, 'nilai meja A'],
    [{ ...CONFIG, tiebreak: ['nama'] }, 'tidak dikenal'],
    [{ ...CONFIG, tiebreak: ['jury', 'jury'] }, 'dua kali'],
    [{ ...CONFIG, decimals: 11 }, '"decimals"'],
    [{ ...CONFIG, trim: 50 }, '"trim"'],
    [{ criteria: { '': { weight: '1', min: '1', max: '5' } } }, 'kosong atau ganda'],
    [{ criteria: { C1: { weight: '1', min: '1', max: '500' } }, scale: 'raw' }, 'di luar yang dapat dihitung'],
    [{ criteria: { C1: { weight: '1', min: '1', max: '5', step: '3' } } }, 'tidak membagi habis'],
    [{ ...CONFIG, tiebreak: 'jury' }, '"tiebreak"'],
    [{ ...CONFIG, decisions: [{ tied: ['A'], order: ['A'] }] }, '"decisions"'],
    [{ ...CONFIG, decisions: [{ tied: ['A'], order: [], act: 'BA 2' }] }, 'BA 2'],
    [{ ...CONFIG, lot: { seed: 'x' }, rank_on: 'both' }, '"rank_on"'],
    [{ ...CONFIG, lot: 7 }, '"lot"'],
    [{ ...CONFIG, jury_agregate: 'median' }, '"jury_agregate" tidak dikenal; mungkin maksudnya "jury_aggregate"'],
    [{ ...CONFIG, bobot: {} }, '"bobot" tidak dikenal\n'],
    [{ ...CONFIG, lot: { seeds: 'x' } }, '"seeds" di lot tidak dikenal; mungkin maksudnya "seed"'],
    [{ ...CONFIG, decisions: [{ tied: ['A'], oder: [['A']] }] }, '"oder" di decisions[0] tidak dikenal; mungkin maksudnya "order"'],
    [{ criteria: { C1: { wieght: '1', min: '1', max: '5' } } }, '"wieght" di criteria.C1 tidak dikenal; mungkin maksudnya "weight"'],
    [{ criteria: { C1: CONFIG.criteria.C1, c1: CONFIG.criteria.C2 } }, '"c1" hanya beda cara tulis dari "C1"'],
    [{ ...CONFIG, desk: { S1: '1', s1: '2' } }, '"s1" hanya beda cara tulis dari "S1"'],
    ['{"criteria":{},"top_n":1,"top_n":2}', '"top_n" ditulis dua kali'],
    [{ ...CONFIG, decisions: [{ tied: ['A'], order: [['A']], act: 'BA 3' }] }, 'keputusan BA 3 menyebut "A"'],
  ])('refuses the config %j', async (config, reason) => {
    const { status, out, err } = await run(HEAD, config);
    expect([status, out, err.split('\n').length]).toEqual([2, '', 2]);
    expect(err).toContain(reason);
  });

  test('refuses a desk value under a name that differs from the scores only by its spelling', async () => {
    const { status, err } = await run(`${HEAD}A,J1,C1,4\ns1,J1,C1,4\n`, { ...CONFIG, desk: { S1: '80' }, desk_weight: '1', jury_weight: '1' });
    expect([status, err]).toEqual([2, 'bailang rank: baris 3: nama "s1" hanya beda cara tulis dari "S1"; tulis sama di semua baris dan di config\n']);
  });

  test('keeps rank intervals back when more than a fifth of the draws leave an entry without a juror', async () => {
    const sheets = (pairs: readonly string[]) => HEAD + pairs.map((pair) => `${pair},C1,4\n${pair},C2,3\n`).join('');
    const bootstrap = async (pairs: readonly string[]) => JSON.parse((await run(sheets(pairs))).out).bootstrap_exact;
    const thin = await bootstrap(['A,J1', 'A,J2', 'A,J3', 'B,J1']);
    expect([thin.submissions, thin.dropped_share, thin.resamples]).toEqual([null, expect.closeTo(8 / 27, 12), 10]);
    const fuller = await bootstrap(['A,J1', 'A,J2', 'A,J3', 'B,J1', 'B,J2']);
    expect(Object.keys(fuller.submissions)).toEqual(['A', 'B']);
  });

  test('takes the step of a criterion and options written with an equals sign', async () => {
    const stepped = { criteria: { C1: { weight: '1', min: '1', max: '5', step: '1' } } };
    expect((await run(`${HEAD}A,J1,C1,4.5\n`, stepped)).err).toBe('bailang rank: baris 2: nilai 4.5 tidak sesuai kelipatan 1\n');
    const files = ['scores.csv', 'config.json'].map((name) => new URL(name, golden).pathname);
    expect(await call([`--scores=${files[0]}`, `--config=${files[1]}`])).toMatchObject({ status: 0, err: '' });
    expect(sayRankRefusal({ code: 'lain', facts: {} })).toBe('bailang rank: lain');
  });

  test('refuses a file that is missing or not UTF-8, and a wrong call', async () => {
    expect(await run(Buffer.from(HEAD, 'utf16le'))).toMatchObject({ status: 2, err: expect.stringContaining('baris 1') });
    expect(await run(Uint8Array.of(0xff, 0xfe, 0x61))).toMatchObject({ status: 2, err: expect.stringContaining('UTF-8') });
    expect(await call(['--scores', '/tidak/ada', '--config', new URL('config.json', golden).pathname])).toMatchObject({
      status: 2,
      out: '',
    });
    expect(await call(['--scores', 'x', '--config', '/tidak/ada'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('/tidak/ada'),
    });
    for (const argv of [[], ['--scores'], ['--scores', 'a'], ['--nilai', 'a', '--config', 'b'], ['--scores', 'a', '--scores', 'b']]) {
      expect(await call(argv)).toMatchObject({ status: 2, err: expect.stringContaining('pakai') });
    }
  });
});
