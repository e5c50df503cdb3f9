// The ends of what a table of people may hold, and what each fault says.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../shared/table.ts';
import { isEmail, isNip, isRoundedNip, LONGEST_NAME, LONGEST_TITLE, plainNip } from './identity.ts';
import { type KnownPlaces, planPeople } from './people-plan.ts';
import { isPeopleSheet, MOST_LINES, readPeopleTable } from './people-table.ts';

const NIP = '198001012005011001';
const OTHER_NIP = '198001012005011002';
const HEAD = 'Nama\tNIP\tSurel\tPerangkat daerah\tJabatan\tPeran';
const sheetOf = (text: string) => ({ name: 'Pegawai', rows: parsePasted(text).map((row) => row.map((cell) => ({ text: cell }))) });
const read = (...lines: readonly string[]) => readPeopleTable(sheetOf(lines.join('\n')), 'innovator');
const said = (found: { readonly faults: readonly { cell: string; fault: { code: string; facts: object } }[] }) =>
  found.faults.map(({ cell, fault }) => [cell, fault.code, fault.facts]);

describe('a name in the system', () => {
  test('is eighteen digits, no more and nothing else', () => {
    expect([NIP, NIP.slice(1), `${NIP}0`, `x${NIP}`, `${NIP}x`].map(isNip)).toEqual([true, false, false, false, false]);
    expect(plainNip(" 1980.0101-2005'01 1001")).toBe(NIP);
  });

  test('is told from a number of which a spreadsheet kept fifteen digits', () => {
    const rounded = ['1,97503E+17', '1.97503e+17', '2E17', ' 1,9E+15 ', '197503121998031000', '1975 0312 1998 03 1 000'];
    const kept = [
      NIP,
      '197503121998031100',
      '197503121998031010',
      '1975031219980310',
      '19750312199803100',
      '1975031219980310000',
      '150000',
      '1E5',
      'a1E+17',
      '1E+170',
      '',
    ];
    expect([rounded.filter((text) => !isRoundedNip(text)), kept.filter(isRoundedNip)]).toEqual([[], []]);
    expect(isNip('197503121998031000')).toBe(true);
  });

  test('is an address of at most 254 characters, without spaces', () => {
    const long = `a@${'b'.repeat(249)}.id`;
    expect([long.length, isEmail(long), isEmail(`a@${'b'.repeat(250)}.id`)]).toEqual([254, true, false]);
    expect([`${'a'.repeat(64)}@b.id`, `${'a'.repeat(65)}@b.id`, ' a@b.id', 'a@b.id ', 'a@b.id x', 'a@b'].map(isEmail)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a table of people', () => {
  test('takes names and titles up to their length, and says how long they may be', () => {
    const [name, title] = ['a'.repeat(LONGEST_NAME), 'b'.repeat(LONGEST_TITLE)];
    expect(said(read(HEAD, `${name}\t${NIP}\t\tDinkes\t${title}`))).toEqual([]);
    expect(said(read(HEAD, `${name}a\t${NIP}\t\tDinkes\t${title}b`))).toEqual([
      ['A2', 'field.length', { max: LONGEST_NAME }],
      ['E2', 'field.length', { max: LONGEST_TITLE }],
    ]);
  });

  test('says what it found: the unknown role, the heading twice, the line before, the most lines', () => {
    expect(said(read(HEAD, `A\t${NIP}\t\tDinkes\tKepala\tketua`))).toEqual([['F2', 'import.role-unknown', { role: 'ketua' }]]);
    expect(said(read('Nama\tNIP\tNama', `A\t${NIP}\tB`))).toEqual([['C1', 'import.column-twice', { heading: 'Nama' }]]);
    expect(said(read(HEAD, `A\t${NIP}`, `B\t${NIP}`))).toEqual([['B3', 'import.twice', { row: 2 }]]);
    const lines = Array.from({ length: MOST_LINES + 1 }, (_, n) => `A${n}\t\ta${n}@b.id`);
    expect(said(read(HEAD, ...lines))).toEqual([[`A${MOST_LINES + 2}`, 'import.too-many', { most: MOST_LINES }]]);
    expect(read(HEAD, ...lines).lines).toEqual([]);
  });

  test('with wrong headings reads no line', () => {
    expect(read('NIP\tJabatan', `${NIP}\tKepala`).lines).toEqual([]);
    expect(said(read('Nama\tJabatan', 'A\tKepala'))).toEqual([['A1', 'import.no-account-column', {}]]);
    expect(said(read('Nama\tSurel', 'A\ta@b.id'))).toEqual([]);
    expect(said(readPeopleTable({ name: 'A', rows: [] }, null))).toEqual([
      ['A1', 'import.no-name-column', {}],
      ['A1', 'import.no-account-column', {}],
    ]);
  });

  test('is known by a heading for names', () => {
    const sheets = ['No\tNama Lengkap\tNIP', 'No\tNIP', ''].map(sheetOf);
    expect(sheets.map(isPeopleSheet)).toEqual([true, false, false]);
  });

  test('finds its headings below rows that are empty, in a row that is not full, and passes over empty rows', () => {
    const rows = [[{ text: '' }], [{ text: 'Nama' }, { text: '' }, { text: 'NIP' }], [{ text: '' }], [{ text: 'A' }, { text: '' }, { text: NIP }]];
    expect(readPeopleTable({ name: 'A', rows }, null)).toMatchObject({ faults: [], lines: [{ row: 3, name: 'A', nip: NIP }] });
  });

  test('has the faults of one column for NIP and address in that column', () => {
    const one = (typed: string) => said(read('Nama\tNIP atau surel', `A\t${typed}`)).map(([cell, code]) => `${cell} ${code}`);
    expect([one('1980'), one('a@b'), one(''), one(NIP), one(' a@b.id ')]).toEqual([
      ['B2 person.nip-form'],
      ['B2 person.email-form'],
      ['B2 person.needs-address'],
      [],
      [],
    ]);
    expect(said(read('Nama\tSurel', 'A\t'))).toEqual([['B2', 'person.needs-address', {}]]);
    expect(said(read('Nama\tNIP atau surel', `A\t${NIP}`, `B\t${NIP}`))).toEqual([['B3', 'import.twice', { row: 2 }]]);
  });

  test('takes one person on several lines only when name, NIP and address are the same', () => {
    const twice = (first: string, second: string) =>
      said(read(HEAD, `${first}\tDinkes\tKepala`, `${second}\tDinsos\tKepala`)).map(([cell, code]) => `${cell} ${code}`);
    expect(twice(`A\t${NIP}\ta@b.id`, `A\t${NIP}\tA@B.id`)).toEqual([]);
    expect(twice(`A\t${NIP}\ta@b.id`, `A\t${NIP}\tc@b.id`)).toEqual(['B3 import.twice']);
    expect(twice(`A\t${NIP}\ta@b.id`, `A\t${OTHER_NIP}\ta@b.id`)).toEqual(['C3 import.twice']);
    expect(said(read(HEAD, 'A\t\ta@b.id\tDinkes\tStaf', 'A\t\tA@b.id\tdinkes\tStaf'))).toEqual([['A3', 'import.line-twice', {}]]);
    expect(said(read(HEAD, 'A\t\ta@b.id\tDinkes\tA Staf', 'A\t\ta@b.id\tDinkes A\tStaf'))).toEqual([]);
  });
});

describe('a plan of people', () => {
  const known: KnownPlaces = {
    agencies: [{ agencyId: 'health', name: 'Dinas Kesehatan', shortName: 'Dinkes', kind: 'skpd' }],
    merged: [],
    people: [
      { personId: 'noor', name: 'Noor Aini', nip: NIP, email: null, isClosed: false },
      { personId: 'budi', name: 'Budi', nip: null, email: 'Budi@contoh.example', isClosed: false },
    ],
    seats: [
      { seatId: 'head', agencyId: 'health', title: 'Kepala', role: 'head', holderId: 'noor', holderName: 'Noor Aini' },
      { seatId: 'lost', agencyId: 'health', title: 'Camat', role: 'head', holderId: 'x', holderName: null },
      { seatId: 'staff', agencyId: 'health', title: 'Staf', role: 'innovator', holderId: 'x', holderName: 'X' },
    ],
  };
  const plan = (...lines: readonly string[]) => planPeople(read(HEAD, ...lines), known);

  test('of people without a seat knows who they are and has no seat for them', () => {
    expect(plan(`Noor Aini\t${NIP}`, 'Dewi\t\tD@b.id').lines.map(({ line: _, ...rest }) => rest)).toEqual([
      { personId: 'noor', key: NIP, agencyId: null, seatId: null, role: null, isHeldAlready: false },
      { personId: null, key: 'd@b.id', agencyId: null, seatId: null, role: null, isHeldAlready: false },
    ]);
    expect(said(plan(`Noor Aini\t${NIP}`))).toEqual([]);
  });

  test('says whom a seat, a number or an address belongs to', () => {
    expect(said(plan(`Citra\t${OTHER_NIP}\t\tDinkes\tKepala\tkepala`))).toEqual([['E2', 'import.seat-held', { holder: 'Noor Aini' }]]);
    expect(said(plan(`Citra\t${OTHER_NIP}\t\tDinkes\tCamat\tkepala`))).toEqual([['E2', 'import.seat-held', { holder: '' }]]);
    expect(said(plan(`Citra\t${NIP}`))).toEqual([['A2', 'import.name-differs', { name: 'Noor Aini' }]]);
    expect(said(plan(`Noor Aini\t${NIP}\tbudi@contoh.example`))).toEqual([['C2', 'import.account-of-another', { name: 'Budi' }]]);
    expect(said(plan(`Noor Aini\t${NIP}\tbaru@contoh.example`))).toEqual([['C2', 'import.account-differs', { name: 'Noor Aini', known: '' }]]);
    expect(said(plan(`Budi\t${OTHER_NIP}\tbudi@contoh.example`))).toEqual([['B2', 'import.account-differs', { name: 'Budi', known: '' }]]);
  });

  test('gives a further seat to who is no head, and none of a head', () => {
    const found = plan(`Citra\t${OTHER_NIP}\t\tDinkes\tStaf\tinovator`, 'Dewi\t\td@b.id\tDinkes\tKepala Bidang\tkepala');
    expect(said(found)).toEqual([]);
    expect(found.lines.map(({ agencyId, seatId }) => [agencyId, seatId])).toEqual([
      ['health', null],
      ['health', null],
    ]);
  });
});
