import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callCommand } from '../../tests/support/call-command.ts';
import { sayIndexRefusal } from '../texts/id/regional-index.ts';
import { runIndex } from './index-command.ts';
import { readPortfolio, readScenario } from './index-portfolio.ts';

const golden = (name: string) => new URL(`../../tests/golden/index/${name}`, import.meta.url).pathname;
const rule2026 = new URL('../../data/catalogues/iid-2026.json', import.meta.url).pathname;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
});
afterAll(() => rm(folder, { recursive: true }));

const call = (...argv: readonly string[]) => callCommand(runIndex, argv);

async function keep(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

const EMPTY = { year: 2026, spd: {}, innovations: [] };
const one = (more: object = {}) => ({ code: 'A', affair: 'Sosial', levels: {}, ...more });

describe('bailang index', () => {
  test('prints the report of the contract, to the byte, by code and by file', async () => {
    const wanted = await readFile(golden('report.json'), 'utf8');
    expect(await call('--rule', 'iid-2026', golden('portfolio.json'))).toEqual({ status: 0, out: wanted, err: '' });
    expect(await call(golden('portfolio.json'), `--rule=${rule2026}`)).toEqual({ status: 0, out: wanted, err: '' });
  });

  test('adds the next gains, a simulation and a comparison only when asked', async () => {
    const scenario = await keep('scenario.json', {
      year: 2027,
      spd: { 'SPD-01': 0 },
      change: { INV001: { affair: 'Sosial', levels: { 'SID-35': 0 } }, INV002: {} },
      add: [one({ code: 'BARU' })],
      remove: ['INV003'],
    });
    const contract = JSON.parse(await readFile(golden('report.json'), 'utf8'));
    const { status, out } = await call('--rule', 'iid-2026', golden('portfolio.json'), '--gains', '900', '--what-if', scenario, '--against', rule2026);
    expect(status).toBe(0);
    const { next_gains: gains, what_if: simulated, against, ...rest } = JSON.parse(out);
    expect(rest).toEqual(contract);
    expect(gains[0]).toEqual({ kind: 'spd', indicator: 'SPD-12', from: 1, to: 2, gain: '0.80', gain_exact: '4/5', iid: '35.11' });
    expect(gains.find(({ kind }: { kind: string }) => kind === 'sid')).toMatchObject({ indicator: 'SID-35', gain_exact: '8/75' });
    expect(gains.find(({ kind }: { kind: string }) => kind === 'innovation')).toMatchObject({ innovations: 1, assumed_maturity: '51.07' });
    expect(simulated).toMatchObject({ mark: 'SIMULASI', year: 2027, count: { innovations: 15, basic_services_needed: 6 } });
    expect(against).toMatchObject({ difference: '0.00', rows_that_differ: [], not_counted: [] });
  });

  test('shows the rows two versions do not share', async () => {
    const parsed = JSON.parse(await readFile(rule2026, 'utf8'));
    const row = parsed.indicators.find(({ code }: { code: string }) => code === 'SID-20');
    row.code = 'SID-90';
    const other = await keep('other.json', parsed);
    const { out } = await call('--rule', 'iid-2026', golden('portfolio.json'), '--against', other);
    expect(JSON.parse(out).against).toMatchObject({
      rows_that_differ: [
        { code: 'SID-20', here: { weight: '1' }, there: null },
        { code: 'SID-90', here: null },
      ],
      not_counted: ['SID-20'],
    });
  });

  test('refuses a misspelt affair with the nearest known one, also in a scenario', async () => {
    const misspelt = await keep('misspelt.json', { ...EMPTY, innovations: [one({ affair: 'Kesehatn' })] });
    const refused = await call('--rule', 'iid-2026', misspelt);
    expect(refused).toEqual({
      status: 2,
      out: '',
      err: expect.stringMatching(/^bailang index: urusan "Kesehatn" pada .*A.* mungkin maksudnya "Kesehatan".*\n$/),
    });
    const portfolio = await keep('portfolio.json', { ...EMPTY, innovations: [one()] });
    const scenario = await keep('scenario.json', { change: { A: { affair: 'Pendidkan', levels: {} } }, add: [one({ code: 'B', affair: '' })] });
    expect((await call('--rule', 'iid-2026', portfolio, '--what-if', scenario)).err).toContain('"Pendidikan"');
  });

  test('names an affair that no list knows beside the figure', async () => {
    const path = await keep('strange.json', { ...EMPTY, innovations: [one({ affair: 'Kecamatan' }), one({ code: 'B', affair: ' kesehatan ' })] });
    const { status, out, err } = await call('--rule', 'iid-2026', path);
    expect([status, JSON.parse(out).count.innovations]).toEqual([0, 2]);
    expect(err).toMatch(/^bailang index: catatan: urusan "Kecamatan" pada .* bukan layanan dasar\.\n$/);
  });

  test('refuses two innovations whose codes look alike', async () => {
    const path = await keep('alike.json', { ...EMPTY, innovations: [one(), one({ code: 'a' })] });
    expect((await call('--rule', 'iid-2026', path)).err).toContain('"a" hanya beda cara tulis dari "A"');
  });

  test('says which basic services are missing', async () => {
    const path = await keep('portfolio.json', EMPTY);
    const { out } = await call('--rule', 'iid-2026', path, '--gains', '40');
    const found = JSON.parse(out).next_gains.find(({ kind }: { kind: string }) => kind === 'coverage');
    expect(found).toMatchObject({ innovations: 5, assumed_maturity: '0.00', gain: '0.76', gain_per_innovation: '0.15' });
    expect(found.affairs).toHaveLength(6);
  });

  test.each<[unknown, string]>([
    ['{', 'bukan JSON'],
    ['[]', 'bukan JSON'],
    ['{"year": 2026, "year": 2027}', '"year" ditulis dua kali'],
    [{ ...EMPTY, year: '2026' }, '"year"'],
    [{ ...EMPTY, year: 1999 }, 'Tahun 1999'],
    [{ ...EMPTY, year: 2028 }, 'Tahun 2028'],
    [{ ...EMPTY, spd: [] }, '"spd"'],
    [{ ...EMPTY, spd: { 'SPD-99': 1 } }, 'SPD-99'],
    [{ ...EMPTY, spd: { 'SPD-01': 4 } }, 'SPD-01 pada spd adalah 4'],
    [{ ...EMPTY, spd: { 'SPD-01': '1' } }, 'adalah "1"'],
    [{ ...EMPTY, spd: { 'SPD-01': null } }, 'adalah null'],
    [{ ...EMPTY, innovations: {} }, '"innovations"'],
    [{ ...EMPTY, innovations: [7] }, '"innovations[0].code"'],
    [{ ...EMPTY, innovations: [one({ affair: 3 })] }, '"innovations[0].affair"'],
    [{ ...EMPTY, innovations: [one({ levels: null })] }, '"innovations[0].levels"'],
    [{ ...EMPTY, innovations: [one({ levels: { 'SID-16': 2.5 } })] }, 'inovasi A adalah 2.5'],
    [{ ...EMPTY, innovations: [one({ levels: { 'SID-00': 1 } })] }, 'SID-00 pada inovasi A'],
    [{ ...EMPTY, innovations: [one(), one()] }, 'Kode inovasi A ada dua kali'],
    [Uint8Array.of(0xff, 0xfe), 'UTF-8'],
  ])('refuses the portfolio %j and names it', async (content, reason) => {
    const { status, out, err } = await call('--rule', 'iid-2026', await keep('bad.json', content));
    expect([status, out, err.split('\n').length]).toEqual([2, '', 2]);
    expect(err).toMatch(/^bailang index: /);
    expect(err).toContain(reason);
  });

  test.each<[object, string]>([
    [{ tahun: 2027 }, '"tahun"'],
    [{ year: 2027.5 }, '"year"'],
    [{ year: 2040 }, 'Tahun 2040'],
    [{ remove: [1] }, '"remove"'],
    [{ remove: ['TIDAK'] }, 'TIDAK'],
    [{ spd: 1 }, '"spd"'],
    [{ add: 1 }, '"add"'],
    [{ change: 1 }, '"change"'],
    [{ change: { INV001: 1 } }, 'change.INV001.levels'],
    [{ change: { INV001: { affair: 1 } } }, 'change.INV001.affair'],
  ])('refuses the scenario %j', async (scenario, reason) => {
    const { status, out, err } = await call('--rule', 'iid-2026', golden('portfolio.json'), '--what-if', await keep('scenario.json', scenario));
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });

  test('refuses rules it does not have or that are not whole', async () => {
    expect((await call('--rule', 'iid-2019', golden('portfolio.json'))).err).toContain('iid-2023, iid-2025, iid-2026');
    for (const year of [2023, 2025]) {
      const { status, out, err } = await call('--rule', `iid-${year}`, golden('portfolio.json'));
      expect([status, out, err.split('\n').length]).toEqual([2, '', 2]);
      expect(err).toContain(`Aturan tahun ${year} belum lengkap. Yang tidak diketahui: bobot SID-16`);
    }
    expect((await call('--rule', await keep('rule.json', '{}'), golden('portfolio.json'))).err).toContain('katalog tidak terbaca');
    expect((await call('--rule', 'iid-2026', golden('portfolio.json'), '--against', 'iid-2023')).err).toContain('2023 belum lengkap');
    expect((await call('--rule', 'iid-2026', golden('portfolio.json'), '--against', '/tidak/ada')).err).toContain('/tidak/ada');
    expect((await call('--rule', 'iid-2026', '/tidak/ada')).err).toContain('/tidak/ada tidak dapat dibaca');
    expect((await call('--rule', 'iid-2026', golden('portfolio.json'), '--what-if', '/tidak/ada')).status).toBe(2);
    expect((await call('--rule', 'iid-2026', golden('portfolio.json'), '--gains', '0')).err).toContain('--gains 0');
  });

  test('refuses to compare where the other version has no figure of its own', async () => {
    const parsed = JSON.parse(await readFile(rule2026, 'utf8'));
    parsed.scoring.minDivisorByYear = { 2031: 12 };
    parsed.scoring.minBasicServiceAffairsByYear = { 2031: 5 };
    const { status, err } = await call('--rule', 'iid-2026', golden('portfolio.json'), '--against', await keep('other.json', parsed));
    expect([status, err]).toEqual([2, 'bailang index: Tahun 2026 tidak ada dalam aturan iid-2026. Yang ada: 2031.\n']);
  });

  test.each([[[]], [['--rule', 'iid-2026']], [['a.json']], [['--rule', 'x', 'a', 'b']], [['--rule', 'x', '--rule', 'y', 'a']], [['--tidak', 'a']]])(
    'shows the usage for %j',
    async (argv) => {
      expect(await call(...argv)).toMatchObject({ status: 2, out: '', err: expect.stringContaining('pakai: bailang index') });
    },
  );

  test('never throws and never prints half an answer, whatever the files hold', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          anyPortfolio().map((value) => JSON.stringify(value)),
        ),
        (text) => {
          for (const outcome of [readPortfolio(text), readScenario(text)]) {
            if (!outcome.ok)
              expect(sayIndexRefusal({ ...outcome.refusal, facts: { path: 'x', ...outcome.refusal.facts } })).not.toMatch(/undefined|^[a-z.-]+$/);
          }
        },
      ),
    );
    expect(sayIndexRefusal({ code: 'lain', facts: {} })).toBe('lain');
    for (const code of ['duplicate-id', 'weight-negative', 'weights-zero'])
      expect(sayIndexRefusal({ code: `hierarchy.${code}`, facts: { id: 'D1' } })).toContain('D1');
    expect(sayIndexRefusal({ code: 'index-rule.sums-differ', facts: { total: ['250', '503/2'] } })).toContain(
      'Skor maksimum keseluruhan tertulis 250, barisnya berjumlah 251,5',
    );
  });
});

/** Things that look like a portfolio and mostly are not one. */
function anyPortfolio() {
  const level = fc.oneof(fc.integer({ min: -1, max: 4 }), fc.double(), fc.string(), fc.constant(null));
  const levels = fc.oneof(fc.dictionary(fc.string(), level), fc.anything());
  const listed = fc.array(fc.record({ code: fc.oneof(fc.string(), fc.integer()), affair: fc.oneof(fc.string(), fc.constant(null)), levels }));
  return fc.record({ year: fc.oneof(fc.integer(), fc.string()), spd: levels, innovations: listed, change: levels, add: listed }, { requiredKeys: [] });
}
