// The address of the index page is its whole state: year, figure, page of the list, and what is tried.

import { BASES, type Basis } from '../../domain/regional-index/standing.ts';
import type { TypedWhatIf } from '../../domain/regional-index/what-if-form.ts';
import { clean } from '../form.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';

export interface IndexAddress {
  readonly year: number;
  /** null: the page chooses. */
  readonly basis: Basis | null;
  readonly page: number;
  readonly whatIf: TypedWhatIf;
}

export const BASIS_NAMES: Readonly<Record<Basis, string>> = { verified: 'terverifikasi', evidenced: 'berbukti', claimed: 'klaim' };
const MOST_STEPS = 50;
const LONGEST = 40;

/** The state written in the address; what is not understood is as if it were not there, but typed figures are kept to be corrected. */
export function readIndexAddress(c: Ctx, thisYear: number): IndexAddress {
  const text = (name: string) => clean(c.req.query(name) ?? '').slice(0, LONGEST);
  const page = Number(text('hal') || '1');
  return {
    year: /^\d{4}$/.test(text('tahun')) ? Number(text('tahun')) : thisYear,
    basis: BASES.find((one) => BASIS_NAMES[one] === text('dasar')) ?? null,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    whatIf: {
      year: text('ketentuan'),
      spd: text('spd'),
      average: text('rata'),
      innovations: text('jumlah'),
      basicServices: text('urusan'),
      steps: (c.req.queries('langkah') ?? []).slice(0, MOST_STEPS).map((step) => clean(step).slice(0, LONGEST)),
    },
  };
}

/** The same state with some of it changed, as an address. Empty values are left out. */
export function indexAddress({ year, basis, page, whatIf }: IndexAddress): string {
  const pairs: readonly (readonly [string, string])[] = [
    ['tahun', String(year)],
    ['dasar', basis === null ? '' : BASIS_NAMES[basis]],
    ['hal', page > 1 ? String(page) : ''],
    ['ketentuan', whatIf.year],
    ['spd', whatIf.spd],
    ['rata', whatIf.average],
    ['jumlah', whatIf.innovations],
    ['urusan', whatIf.basicServices],
    ...whatIf.steps.map((step) => ['langkah', step] as const),
  ];
  return `${paths.index}?${new URLSearchParams(pairs.filter(([, value]) => value !== '').map(([name, value]) => [name, value]))}`;
}

export const NOTHING_TRIED: TypedWhatIf = { year: '', spd: '', average: '', innovations: '', basicServices: '', steps: [] };
