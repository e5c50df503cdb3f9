import { describe, expect, test } from 'vitest';
import { parsePasted } from '../shared/table.ts';
import { AGENCY_KINDS, type Agency, agencyFaults, LONGEST_AGENCY_NAME, LONGEST_SHORT_NAME, readTarget, standingOf } from './agency.ts';
import { isAgencySheet, MOST_AGENCIES, readAgencyTable } from './agency-table.ts';

const HEAD = 'Nama\tSingkatan\tJenis\tTarget';
const sheetOf = (text: string) => ({ name: 'OPD', rows: parsePasted(text).map((row) => row.map((cell) => ({ text: cell }))) });
const KNOWN: readonly Agency[] = [{ agencyId: 'health', name: 'Dinas Kesehatan', shortName: 'Dinkes', kind: 'skpd' }];
const read = (...lines: readonly string[]) => readAgencyTable(sheetOf(lines.join('\n')), KNOWN);
const said = (found: { readonly faults: readonly { sheet: string; cell: string; fault: { code: string; facts: object } }[] }) =>
  found.faults.map(({ cell, fault }) => [cell, fault.code, fault.facts]);

describe('a table of agencies', () => {
  test('is read by its headings, a known one by name or short name, other columns passed over', () => {
    const { lines, faults } = read(
      'No\tJENIS\tNama  Perangkat Daerah\tNama pendek\tTarget inovasi',
      '1\tDinas\tDinas Pendidikan\tDisdik\t3',
      '2\t\tdinkes\t\t12',
      '3\tSkpd\tDINAS  Kesehatan dan Gizi\t\t',
    );
    expect(faults).toEqual([]);
    expect(lines).toEqual([
      { name: 'Dinas Pendidikan', shortName: 'Disdik', kind: 'skpd', target: 3, agencyId: null },
      { name: 'dinkes', shortName: 'dinkes', kind: 'skpd', target: 12, agencyId: 'health' },
      { name: 'DINAS  Kesehatan dan Gizi', shortName: 'DINAS  Kesehatan dan Gizi', kind: 'skpd', target: null, agencyId: null },
    ]);
  });

  test.each([
    ['skpd', 'skpd'],
    ['OPD', 'skpd'],
    ['perangkat daerah', 'skpd'],
    ['dinas', 'skpd'],
    ['badan', 'skpd'],
    ['Kecamatan', 'kecamatan'],
    ['puskesmas', 'puskesmas'],
    ['UPT Puskesmas', 'puskesmas'],
    ['uptd puskesmas', 'puskesmas'],
    ['BLUD', 'blud'],
    ['Rumah  Sakit', 'blud'],
    ['sekolah', 'school'],
    ['desa', 'village'],
    ['kelurahan', 'village'],
    ['pihak luar', 'outside'],
    ['luar', 'outside'],
  ])('takes the kind "%s" as %s', (written, kind) => {
    const found = read(HEAD, `Baru\t\t${written}`);
    expect([found.faults, found.lines[0]?.kind]).toEqual([[], kind]);
    expect(AGENCY_KINDS).toContain(kind);
  });

  test.each<[string, readonly string[], readonly unknown[]]>([
    ['no column of names', ['Jenis', 'dinas'], [['A1', 'import.no-agency-column', {}]]],
    ['no column of kinds', ['', 'No\tNama', '1\tBaru'], [['A2', 'import.no-kind-column', {}]]],
    ['headings only', [HEAD], [['A2', 'import.empty', {}]]],
    ['no name', [HEAD, '\tX\tdinas'], [['A2', 'field.length', { max: LONGEST_AGENCY_NAME }]]],
    ['a name too long', [HEAD, `${'a'.repeat(LONGEST_AGENCY_NAME + 1)}\tX\tdinas`], [['A2', 'field.length', { max: LONGEST_AGENCY_NAME }]]],
    [
      'a long name without a short one',
      [HEAD, `${'a'.repeat(LONGEST_SHORT_NAME + 1)}\t\tdinas`],
      [['B2', 'import.short-name-missing', { max: LONGEST_SHORT_NAME }]],
    ],
    [
      'a long name without a column for short ones',
      ['Jenis\tNama', `dinas\t${'a'.repeat(LONGEST_SHORT_NAME + 1)}`],
      [['B2', 'import.short-name-missing', { max: LONGEST_SHORT_NAME }]],
    ],
    ['a new agency without a kind', [HEAD, 'Baru\t\t'], [['C2', 'import.kind-unknown', { kind: '' }]]],
    ['a kind nobody knows', [HEAD, 'Baru\t\tklub'], [['C2', 'import.kind-unknown', { kind: 'klub' }]]],
    ['a kind nobody knows of a known one', [HEAD, 'Dinkes\t\tklub'], [['C2', 'import.kind-unknown', { kind: 'klub' }]]],
    ['another kind of a known one', [HEAD, 'Dinkes\t\tdesa'], [['C2', 'import.kind-differs', { agency: 'Dinas Kesehatan' }]]],
    ['a target in words', [HEAD, 'Dinkes\t\t\tbanyak'], [['D2', 'import.target-unread', { most: 999 }]]],
    ['a known one twice', [HEAD, 'Dinkes\t\t', 'Dinas Kesehatan\tDinkes\t'], [['A3', 'import.agency-twice', { row: 2 }]]],
    ['a new one twice', [HEAD, 'Baru\t\tdesa', 'Lain\t\tdesa', ' BARU\t\tdesa'], [['A4', 'import.agency-twice', { row: 2 }]]],
    ['two without a name', [HEAD, '\tX\tdesa', '\tY\tdesa'], ['A2', 'A3'].map((cell) => [cell, 'field.length', { max: LONGEST_AGENCY_NAME }])],
    [
      'several, in reading order',
      [HEAD, `${'a'.repeat(LONGEST_AGENCY_NAME + 1)}\tX\tklub\tx`],
      [
        ['A2', 'field.length', { max: LONGEST_AGENCY_NAME }],
        ['C2', 'import.kind-unknown', { kind: 'klub' }],
        ['D2', 'import.target-unread', { most: 999 }],
      ],
    ],
  ])('names the cell of %s', (_what, lines, faults) => {
    expect(said(read(...lines))).toEqual(faults);
    expect(read(...lines).faults.every(({ sheet }) => sheet === 'OPD')).toBe(true);
  });

  test('takes names up to their length', () => {
    const [name, shortName] = ['a'.repeat(LONGEST_AGENCY_NAME), 'b'.repeat(LONGEST_SHORT_NAME)];
    expect(read(HEAD, `${name}\t${shortName}\tdinas`).faults).toEqual([]);
  });

  test('names cells that a spreadsheet marks, also in rows without words', () => {
    const rows = [
      [{ text: 'Nama' }, { text: 'Jenis' }],
      [{ text: '', trouble: 'merged' as const }, { text: 'dinas' }],
      [{ text: '' }],
      [{ text: 'Baru' }, { text: '', trouble: 'merged' as const }],
    ];
    expect(said(readAgencyTable({ name: 'OPD', rows }, []))).toEqual([
      ['A2', 'import.cell-merged', {}],
      ['A2', 'field.length', { max: LONGEST_AGENCY_NAME }],
      ['B4', 'import.cell-merged', {}],
      ['B4', 'import.kind-unknown', { kind: '' }],
    ]);
  });

  test('is too long beyond its limit, and says so once', () => {
    const lines = Array.from({ length: MOST_AGENCIES + 1 }, (_, n) => `Desa ${n}\t\tdesa`);
    expect(read(HEAD, ...lines)).toMatchObject({ lines: [], faults: [{ cell: `A${MOST_AGENCIES + 2}`, fault: { facts: { most: MOST_AGENCIES } } }] });
    expect(read(HEAD, ...lines.slice(1)).lines).toHaveLength(MOST_AGENCIES);
  });

  test('has its heading in the first twenty rows, below titles', () => {
    const below = (rows: number) => [...Array.from({ length: rows }, () => 'Daftar'), HEAD, 'Baru\t\tdesa'].join('\n');
    expect([below(0), below(19), below(20), 'Jenis'].map((text) => isAgencySheet(sheetOf(text)))).toEqual([true, true, false, false]);
    expect(readAgencyTable(sheetOf(below(3)), []).lines.map(({ name }) => name)).toEqual(['Baru']);
  });
});

describe('an agency', () => {
  test('has a name and a short name, each of a length', () => {
    expect(agencyFaults({ name: 'a'.repeat(LONGEST_AGENCY_NAME), shortName: 'b'.repeat(LONGEST_SHORT_NAME) })).toEqual({});
    expect(agencyFaults({ name: '', shortName: '' })).toEqual({
      name: { code: 'field.length', facts: { max: LONGEST_AGENCY_NAME } },
      shortName: { code: 'field.length', facts: { max: LONGEST_SHORT_NAME } },
    });
    const long = agencyFaults({ name: 'a'.repeat(LONGEST_AGENCY_NAME + 1), shortName: 'b'.repeat(LONGEST_SHORT_NAME + 1) });
    expect(Object.keys(long)).toEqual(['name', 'shortName']);
  });

  test.each([
    ['0', 0],
    ['7', 7],
    ['999', 999],
    ['1000', null],
    ['-1', null],
    ['1.5', null],
    ['x1', null],
    ['1x', null],
    ['', null],
  ])('with a target typed "%s" has %s', (typed, target) => expect(readTarget(typed)).toBe(target));

  test.each([
    [null, 5, 'no-target'],
    [0, 5, 'no-target'],
    [3, 2, 'short'],
    [3, 3, 'reached'],
    [1, 2, 'reached'],
  ] as const)('with a target of %s and %i sent stands %s', (target, sent, standing) => expect(standingOf(target, sent)).toBe(standing));
});
