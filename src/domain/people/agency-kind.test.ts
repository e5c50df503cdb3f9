import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGENCY_KINDS } from './agency.ts';
import { guessAgencyKind, readAgencyKind } from './agency-kind.ts';

describe('the kind of an agency', () => {
  test.each([
    ['Dinas Kesehatan', 'skpd'],
    ['BADAN  Keuangan', 'skpd'],
    ['Sekretariat DPRD', 'skpd'],
    ['Inspektorat', 'skpd'],
    ['Inspektorat Daerah', 'skpd'],
    ['Satuan Polisi Pamong Praja', 'skpd'],
    ['Bagian Organisasi', 'skpd'],
    ['Kantor Kesbangpol', 'skpd'],
    ['Kecamatan Awayan', 'kecamatan'],
    ['Kec. Awayan', 'kecamatan'],
    ['Kec.Awayan', 'kecamatan'],
    ['Kantor Kecamatan Awayan', 'kecamatan'],
    ['Kantor Camat Awayan', 'kecamatan'],
    ['Puskesmas Uren', 'puskesmas'],
    ['UPT Puskesmas Uren', 'puskesmas'],
    ['UPTD. Puskesmas Uren', 'puskesmas'],
    ['BLUD UPT Puskesmas Uren', 'puskesmas'],
    ['RSUD Balangan', 'blud'],
    ['BLUD RSUD Balangan', 'blud'],
    ['Rumah Sakit Umum', 'blud'],
    ['SD Negeri Paringin', 'school'],
    ['SDN 1 Paringin', 'school'],
    ['SMP Islam', 'school'],
    ['UPT SMPN 2 Halong', 'school'],
    ['TK Pembina', 'school'],
    ['Sekolah Rakyat', 'school'],
    ['Desa Layap', 'village'],
    ['Pemerintah Desa Layap', 'village'],
    ['Kelurahan Paringin Kota', 'village'],
  ])('is guessed from the first words of %s', (name, kind) => expect(guessAgencyKind(name)).toBe(kind));

  test.each(['', '.', 'Disdik', 'Bank Kalsel', 'UPTD Pasar', 'UPT', 'Kantor', 'BLUD', 'Kecamatan', 'kec.', 'Kantor Kecamatan', 'Dinas', 'RSUD', 'constructor'])(
    'is not guessed for "%s"',
    (name) => expect(guessAgencyKind(name)).toBeNull(),
  );

  test.each(['Rumah', 'Rumah Makan', 'Dinasti Baru', 'Balai Desa', 'Puskesmas', 'Badan.'])(
    'nor for a name that only sounds alike or says no more: %s',
    (name) => expect(guessAgencyKind(name)).toBeNull(),
  );

  test('is one an office can be of, whatever the case and spaces', () => {
    fc.assert(
      fc.property(fc.constantFrom('Dinas', 'Kec.', 'UPT Puskesmas', 'RSUD', 'SMPN', 'Desa'), fc.stringMatching(/^[a-z]{1,12}$/), (opening, rest) => {
        const kind = guessAgencyKind(`${opening} ${rest}`);
        expect(AGENCY_KINDS).toContain(kind);
        expect(guessAgencyKind(` ${opening.toUpperCase()}   ${rest.toUpperCase()} `)).toBe(kind);
      }),
    );
  });

  test('as written is a word of the list and nothing else', () => {
    expect(['SKPD', ' UPT  Puskesmas ', 'Pihak luar', '', 'pns', 'constructor'].map(readAgencyKind)).toEqual([
      'skpd',
      'puskesmas',
      'outside',
      null,
      null,
      null,
    ]);
  });
});
