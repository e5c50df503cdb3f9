import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePasted, sameWords } from '../shared/table.ts';
import { type Agency, LONGEST_SHORT_NAME } from './agency.ts';
import { MOST_AGENCIES } from './agency-table.ts';
import { nearNames } from './near-names.ts';
import { areMeant, findNewAgencies, listAsShown, type NewAgency } from './new-agencies.ts';
import { planPeople } from './people-plan.ts';
import { readPeopleTable } from './people-table.ts';

const HEAD = 'Nama\tSurel\tPerangkat daerah\tJabatan\tJenis';
const KNOWN: readonly Agency[] = [{ agencyId: 'health', name: 'Dinas Kesehatan', shortName: 'Dinkes', kind: 'skpd' }];
const MERGED = [{ name: 'Dinas Lama', shortName: 'Disla', into: 'Dinas Kesehatan' }];
/** A person of each agency, `name` or `name\tkind`. */
const tableOf = (agencies: readonly string[]) => {
  const lines = agencies.map((one, n) => [`Orang ${n}`, `o${n}@b.id`, one.split('\t')[0], 'Staf', one.split('\t')[1] ?? ''].join('\t'));
  return readPeopleTable({ name: '', rows: parsePasted([HEAD, ...lines].join('\n')).map((row) => row.map((text) => ({ text }))) }, 'innovator');
};
const find = (...agencies: readonly string[]) => findNewAgencies(tableOf(agencies), KNOWN, MERGED);
const said = (...agencies: readonly string[]) => find(...agencies).faults.map(({ cell, fault }) => [cell, fault.code, fault.facts]);

describe('agencies that are new with a table of people', () => {
  test('are listed once each, in its order, with kind, first cell and the name that may have been meant', () => {
    const { agencies, faults } = find(
      'Dinkes',
      'Kec.  Awayan',
      'Dinas Kesehtan',
      'KEC. awayan',
      'dinas kesehatan',
      'Bank Kalsel\tPihak luar',
      'Kecamatan Awayan',
    );
    expect(faults).toEqual([]);
    expect(agencies).toEqual([
      { key: 'kec. awayan', name: 'Kec. Awayan', kind: 'kecamatan', nearest: '', cell: 'C3' },
      { key: 'dinas kesehtan', name: 'Dinas Kesehtan', kind: 'skpd', nearest: 'Dinas Kesehatan', cell: 'C4' },
      { key: 'bank kalsel', name: 'Bank Kalsel', kind: 'outside', nearest: '', cell: 'C7' },
      { key: 'kecamatan awayan', name: 'Kecamatan Awayan', kind: 'kecamatan', nearest: 'Kec. Awayan', cell: 'C8' },
    ]);
  });

  test('take the kind that any of their lines writes before the one their name tells', () => {
    expect(find('Disdik', 'DISDIK\tskpd').agencies.map(({ name, kind }) => [name, kind])).toEqual([['Disdik', 'skpd']]);
    expect(find('Desa Wisata\tDinas').agencies[0]?.kind).toBe('skpd');
    expect(find('Disdik\tSKPD', 'Disdik', 'Disdik\tDinas').agencies).toHaveLength(1);
  });

  test('may have a name as long as a short name', () => {
    const name = `Dinas ${'x'.repeat(LONGEST_SHORT_NAME - 6)}`;
    expect(find(name).agencies[0]?.name).toBe(name);
    expect(said(`${name}x`, `${name}X`)).toEqual([
      ['C2', 'import.agency-name-long', { max: LONGEST_SHORT_NAME }],
      ['C3', 'import.agency-name-long', { max: LONGEST_SHORT_NAME }],
    ]);
  });

  test.each([
    ['a name that tells no kind', ['Disdik', 'disdik'], ['C2 import.agency-unknown', 'C3 import.agency-unknown']],
    ['the names of one that was merged', ['dinas  lama', 'Disla\tSKPD'], ['C2 import.agency-merged', 'C3 import.agency-merged']],
    ['a name without words', ['12-01\tSKPD'], ['C2 import.no-words']],
    ['a kind nobody knows', ['Dinas Baru\tpns'], ['E2 import.kind-unknown']],
    ['two kinds', ['Disdik\tSKPD', 'Disdik', 'Disdik\tDesa'], ['E4 import.kind-two']],
  ])('are not registered with %s', (_name, agencies, faults) => {
    expect(said(...agencies).map(([cell, code]) => `${cell} ${code}`)).toEqual(faults);
    expect(find(...agencies).agencies).toEqual([]);
  });

  test('say what was found', () => {
    expect(said('Dinkess')).toEqual([['C2', 'import.agency-unknown', { agency: 'Dinkess', nearest: 'Dinkes' }]]);
    expect(said('Disla')).toEqual([['C2', 'import.agency-merged', { agency: 'Disla', into: 'Dinas Kesehatan' }]]);
    expect(said('Disdik\tx')).toEqual([['E2', 'import.kind-unknown', { kind: 'x' }]]);
    expect(said('Disdik\tSKPD', 'Disdik\tDesa')).toEqual([['E3', 'import.kind-two', { row: 2 }]]);
  });

  test('have the cell of their kind read as a spreadsheet marks it; that of a known one is passed over', () => {
    const row = (agency: string) => [
      { text: agency },
      { text: `${agency}@b.id` },
      { text: agency },
      { text: 'Staf' },
      { text: '', trouble: 'merged' as const },
    ];
    const rows = [HEAD.split('\t').map((text) => ({ text })), row('Dinkes'), row('Disdik')];
    const table = readPeopleTable({ name: 'Orang', rows }, null);
    expect(table.faults).toEqual([]);
    expect(findNewAgencies(table, KNOWN, []).faults).toEqual([{ sheet: 'Orang', cell: 'E3', fault: { code: 'import.cell-merged', facts: {} } }]);
    expect(said('Dinkes\tpns', 'Dinas Kesehatan\tDesa')).toEqual([]);
  });

  test('are at most so many at a time', () => {
    const desa = Array.from({ length: MOST_AGENCIES + 1 }, (_, n) => `Desa ${n} A`);
    expect(find(...desa.slice(1)).faults).toEqual([]);
    expect(said(...desa)).toEqual([[`C${MOST_AGENCIES + 2}`, 'import.agencies-many', { most: MOST_AGENCIES }]]);
  });

  test('have seats planned as if they were there', () => {
    const places = { agencies: KNOWN, merged: MERGED, people: [], seats: [] };
    const plan = planPeople(tableOf(['Desa Layap', 'DESA  layap', 'Dinkes', 'Disdik']), places);
    expect(plan.lines.map(({ agencyId, seatId }) => [agencyId, seatId])).toEqual([
      ['desa layap', null],
      ['desa layap', null],
      ['health', null],
      [null, null],
    ]);
    expect([plan.newAgencies.map(({ name }) => name), plan.faults.map(({ cell }) => cell)]).toEqual([['Desa Layap'], ['C5']]);
  });

  test('and every other agency of the table is known or named by a fault: none is lost', () => {
    const names = fc.array(fc.constantFrom('Dinkes', 'Desa A', 'desa  a', 'Kec. B', 'Disdik', 'Disla', '1', 'Dinas C\tx', 'Dinas C', 'Bank D\tluar'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(names, (agencies) => {
        const table = tableOf(agencies);
        const found = findNewAgencies(table, KNOWN, MERGED);
        const keys = found.agencies.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { agency } of table.lines) {
          const key = sameWords(agency);
          const rows = table.lines.filter((line) => sameWords(line.agency) === key).map(({ row }) => row + 1);
          const isFaulty = found.faults.some(({ cell }) => rows.includes(Number(cell.slice(1))));
          expect([key === 'dinkes', keys.includes(key), isFaulty].filter(Boolean)).toHaveLength(1);
        }
      }),
    );
  });
});

describe('a tick below the list', () => {
  const one: NewAgency = { key: 'desa a', name: 'Desa A', kind: 'village', nearest: 'Desa B', cell: 'C2' };
  const other: NewAgency = { ...one, key: 'dinas c', name: 'Dinas C', kind: 'skpd', nearest: '' };

  test.each<[string, boolean, readonly NewAgency[]]>([
    ['the list itself', true, [one, other]],
    ['one that is left, in another cell', true, [{ ...other, cell: 'C9' }]],
    ['none', true, []],
    ['one whose near name was mended', true, [{ ...one, nearest: '' }]],
    ['one more', false, [one, other, { ...one, name: 'Desa D' }]],
    ['one of another kind', false, [{ ...one, kind: 'skpd' }]],
    ['one near another name', false, [{ ...one, nearest: 'Desa AA' }]],
    ['one that came near a name', false, [{ ...other, nearest: 'Dinas B' }]],
    ['one in other letters', false, [{ ...one, name: 'DESA A' }]],
  ])('means %s: %s', (_name, isMeant, agencies) => expect(areMeant(agencies, listAsShown([one, other]))).toBe(isMeant));

  test.each(['', 'x', 'null', '{}', '[1]', '[["Desa A"]]', '[null]'])('means nothing when what comes back is "%s"', (shown) => {
    expect(areMeant([one], shown)).toBe(false);
    expect(areMeant([], shown)).toBe(true);
  });

  test('means every list that was shown', () => {
    const agency = fc.record({ name: fc.string(), kind: fc.constantFrom('skpd' as const, 'village' as const), nearest: fc.string() });
    fc.assert(
      fc.property(fc.uniqueArray(agency, { selector: ({ name }) => name }), (list) => {
        const shown = list.map((part) => ({ ...part, key: part.name, cell: 'A1' }));
        expect(areMeant(shown, listAsShown(shown))).toBe(true);
        expect(areMeant([...shown, { ...one, name: shown.map(({ name }) => name).join('') + 1 }], listAsShown(shown))).toBe(false);
      }),
    );
  });
});

describe('a near name', () => {
  test('is never one with another number', () => {
    const near = nearNames(['SDN 1 Paringin', 'SDN 02 Halong', 'SDN Juai']);
    expect([near('SDN 2 Paringin'), near('SDN 1 Paringan'), near('SDN 2 Halon'), near('SDN 3 Juai'), near('SDN Paringin')]).toEqual([
      '',
      'SDN 1 Paringin',
      'SDN 02 Halong',
      'SDN Juai',
      'SDN 1 Paringin',
    ]);
  });

  test('is the first of two alike, among as many as are asked for', () => {
    const near = nearNames(['Abadi Satu', 'Abadi Satu', 'Makmur Jaya']);
    expect([near('Abadi Sat'), near('Makmur Jay', 2), near('Makmur Jay', 3), near('Makmur Jay', 0)]).toEqual(['Abadi Satu', '', 'Makmur Jaya', '']);
    expect(nearNames([])('Abadi')).toBe('');
  });
});
