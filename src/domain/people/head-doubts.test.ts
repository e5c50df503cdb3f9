// What looks wrong about heads in a table of people, and what does not.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../shared/table.ts';
import type { AgencyKind } from './agency.ts';
import { readsAsHead } from './head-doubts.ts';
import { type KnownSeat, planPeople } from './people-plan.ts';
import { readPeopleTable } from './people-table.ts';

describe('a title', () => {
  test.each<readonly [AgencyKind, string, readonly string[]]>([
    ['kecamatan', 'Kecamatan Awayan', ['Camat', 'CAMAT AWAYAN', 'Plt. Camat', 'Plh Camat', 'Pelaksana Tugas Camat', 'Pj. Camat', 'Kepala']],
    ['skpd', 'Dinas Kesehatan', ['Kepala Dinas', 'Kepala  Dinas Kesehatan', 'Ka. Dinas', 'Kadis', 'Kepala Badan', 'Kaban', 'Kepala Pelaksana BPBD']],
    [
      'skpd',
      'Sekretariat Daerah',
      ['Sekretaris Daerah', 'Sekda', 'Sekretaris DPRD', 'Sekwan', 'Inspektur', 'Inspektur Daerah', 'Kepala Satuan Polisi Pamong Praja'],
    ],
    ['skpd', 'Bagian Organisasi', ['Kepala Bagian', 'Kabag Organisasi']],
    ['puskesmas', 'UPT Puskesmas Uren', ['Kepala UPT', 'Kepala UPTD Puskesmas', 'Kepala Puskesmas', 'Kapus', 'Kepala Unit Pelaksana Teknis']],
    ['blud', 'RSUD Balangan', ['Direktur RSUD', 'Direktur', 'Plt. Direktur']],
    ['school', 'SDN 1 Paringin', ['Kepala Sekolah', 'Plt. Kepala SDN 1', 'Kepsek']],
    ['village', 'Desa Badalungga', ['Kepala Desa', 'Pambakal', 'Pj. Kades', 'Lurah', 'Penjabat Kepala Desa']],
  ])('of the head of an agency (%s, %s) is read as one', (kind, name, titles) => {
    expect(titles.filter((title) => !readsAsHead(title, { name, kind }))).toEqual([]);
  });

  test.each<readonly [AgencyKind, string, readonly string[]]>([
    [
      'kecamatan',
      'Kecamatan Awayan',
      ['Sekretaris Camat', 'Staf Camat', 'Kasi Pelayanan', 'Kepala Seksi Pelayanan', 'Lurah', 'Kepala Desa Badalungga', 'Camatan'],
    ],
    [
      'skpd',
      'Dinas Kesehatan',
      ['Kepala Bidang P2P', 'Kabid', 'Kepala Subbagian Umum', 'Kepala Sub Bagian', 'Kepala Puskesmas Uren', 'Kepala UPTD Labkesda', 'Karyawan'],
    ],
    ['skpd', 'Dinas Pendidikan', ['Sekretaris', 'Wakil Kepala Dinas', 'Kepala Sekolah', 'Kepala SMPN 2', 'Guru', '']],
    ['skpd', 'Sekretariat Daerah', ['Kepala Bagian Organisasi', 'Kabag Hukum', 'Inspektur Pembantu I', 'Asisten']],
    ['puskesmas', 'UPT Puskesmas Uren', ['Kepala Tata Usaha', 'Kepala Ruangan', 'Kepala Unit Rawat Inap', 'Bidan']],
    ['blud', 'RSUD Balangan', ['Wakil Direktur', 'Kepala Instalasi Gizi']],
    ['village', 'Desa Badalungga', ['Kepala Dusun', 'Kepala Urusan Keuangan', 'Sekretaris Desa']],
  ])('of anybody else there (%s, %s) is not', (kind, name, titles) => {
    expect(titles.filter((title) => readsAsHead(title, { name, kind }))).toEqual([]);
  });
});

describe('a table of people', () => {
  const HEAD = 'Nama\tNIP\tPerangkat daerah\tJabatan';
  const nip = (n: number) => `19800101200501100${n}`;
  const agency = (agencyId: string, name: string, kind: AgencyKind) => ({ agencyId, name, shortName: name, kind });
  const agencies = [agency('awayan', 'Kecamatan Awayan', 'kecamatan'), agency('health', 'Dinas Kesehatan', 'skpd')];
  const noor = { personId: 'noor', name: 'Noor Aini', nip: nip(1), email: null, isClosed: false };
  const seat = (title: string, role: KnownSeat['role'], holderId: string | null): KnownSeat => ({
    seatId: `${title} ${holderId}`,
    agencyId: 'awayan',
    title,
    role,
    holderId,
    holderName: holderId && 'Noor Aini',
  });
  const doubts = (lines: readonly string[], seats: readonly KnownSeat[] = []) => {
    const rows = parsePasted(lines.join('\n')).map((row) => row.map((text) => ({ text })));
    const { faults, warnings } = planPeople(readPeopleTable({ name: 'A', rows }, 'innovator'), { agencies, merged: [], people: [noor], seats });
    expect(faults).toEqual([]);
    return warnings.map(({ sheet, cell, fault }) => [sheet, cell, fault.code, fault.facts]);
  };

  test('without a column of roles is asked about the title of a head, and how it is put right', () => {
    expect(doubts([HEAD, `Budi\t${nip(2)}\tKecamatan Awayan\tCamat`, `Citra\t${nip(3)}\tKecamatan Awayan\tStaf`])).toEqual([
      ['A', 'D2', 'import.head-without-role', { title: 'Camat', hasColumn: false }],
    ]);
    expect(doubts([`${HEAD}\tPeran`, `Budi\t${nip(2)}\tKecamatan Awayan\tCamat\t`])).toEqual([
      ['A', 'D2', 'import.head-without-role', { title: 'Camat', hasColumn: true }],
    ]);
    expect(doubts([`${HEAD}\tPeran`, `Budi\t${nip(2)}\tKecamatan Awayan\tCamat\tKepala`])).toEqual([]);
  });

  test('is asked once of each agency that gets people and no head, also of a new one, in the order of reading', () => {
    const table = [
      HEAD,
      `Budi\t${nip(2)}\tKecamatan Awayan\tStaf`,
      `Citra\t${nip(3)}\tDinas Sosial\tStaf`,
      `Dewi\t${nip(4)}\tKecamatan Awayan\tArsiparis`,
      `Eka\t${nip(5)}\tDinas Kesehatan\tKadis`,
      `Fajar\t${nip(6)}\t\t`,
    ];
    expect(doubts(table)).toEqual([
      ['A', 'C2', 'import.no-head', { agency: 'Kecamatan Awayan' }],
      ['A', 'C3', 'import.no-head', { agency: 'Dinas Sosial' }],
      ['A', 'D5', 'import.head-without-role', { title: 'Kadis', hasColumn: false }],
    ]);
  });

  test('is not asked of an agency whose head sits there or comes with it, nor of one that gets nobody', () => {
    const staff = `Budi\t${nip(2)}\tKecamatan Awayan\tStaf`;
    expect(doubts([HEAD, staff], [seat('Camat', 'head', 'noor')])).toEqual([]);
    expect(doubts([HEAD, staff], [seat('Camat', 'head', null)])).toEqual([['A', 'C2', 'import.no-head', { agency: 'Kecamatan Awayan' }]]);
    expect(doubts([HEAD, staff, `Citra\t${nip(3)}\tKecamatan Awayan\tCamat`], [seat('Camat', 'head', null)])).toEqual([]);
    expect(doubts([HEAD, `Noor Aini\t${nip(1)}\tKecamatan Awayan\tCamat`], [seat('Camat', 'innovator', 'noor')])).toEqual([]);
  });

  test('is asked about a second head, with the seat where the first can hand over', () => {
    const second = `Budi\t${nip(2)}\tKecamatan Awayan\tCamat Awayan\tKepala`;
    const third = `Citra\t${nip(3)}\tKecamatan Awayan\tKepala\tKepala`;
    const told = (holders: string, seatId: string) => ['import.second-head', { agency: 'Kecamatan Awayan', holders, seat: seatId }];
    expect(doubts([`${HEAD}\tPeran`, second, third], [seat('Camat', 'head', 'noor')])).toEqual([
      ['A', 'D2', ...told('Noor Aini', 'Camat noor')],
      ['A', 'D3', ...told('Noor Aini, Budi', 'Camat noor')],
    ]);
    expect(doubts([`${HEAD}\tPeran`, second, third])).toEqual([['A', 'D3', ...told('Budi', '')]]);
    expect(doubts([`${HEAD}\tPeran`, `Noor Aini\t${nip(1)}\tKecamatan Awayan\tPlt. Camat\tKepala`], [seat('Camat', 'head', 'noor')])).toEqual([]);
  });
});
