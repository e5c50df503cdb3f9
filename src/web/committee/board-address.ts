// The address of a view of the board: everything that shapes it stands in the query, so that every view can be copied.

import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';

export const VIEWS = ['papan', 'tabel', 'corong'] as const;
export type View = (typeof VIEWS)[number];
export const ORDERS = ['nomor', 'klaim', 'terverifikasi', 'diam'] as const;
export type Order = (typeof ORDERS)[number];

export interface BoardWish {
  readonly view: View;
  readonly q: string;
  /** All rows on one page, up to MOST_ROWS. */
  readonly all: boolean;
  /** Figures of the result in place of the work. */
  readonly figures: boolean;
  readonly order: Order;
  readonly page: number;
  /** The column a phone shows. */
  readonly column: string;
  /** Work on many entries that was just done. */
  readonly bulk: string;
}

const DEFAULTS: BoardWish = { view: 'papan', q: '', all: false, figures: false, order: 'nomor', page: 1, column: '', bulk: '' };

export function wishOf(c: Ctx): BoardWish {
  const page = Number(c.req.query('hal') ?? '1');
  return {
    view: VIEWS.find((one) => one === c.req.query('tampilan')) ?? DEFAULTS.view,
    q: (c.req.query('q') ?? '').trim(),
    all: c.req.query('baris') === 'semua',
    figures: c.req.query('kolom') === 'nilai',
    order: ORDERS.find((one) => one === c.req.query('urut')) ?? DEFAULTS.order,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    column: c.req.query('tahap') ?? '',
    bulk: c.req.query('massal') ?? '',
  };
}

/** The query of a view, without what is as always. */
export function queryOf(wish: Partial<BoardWish>): Readonly<Record<string, string>> {
  const { view, q, all, figures, order, page, column, bulk } = { ...DEFAULTS, ...wish };
  return {
    ...(view === DEFAULTS.view ? {} : { tampilan: view }),
    ...(q === '' ? {} : { q }),
    ...(all ? { baris: 'semua' } : {}),
    ...(figures ? { kolom: 'nilai' } : {}),
    ...(order === DEFAULTS.order ? {} : { urut: order }),
    ...(page === 1 ? {} : { hal: String(page) }),
    ...(column === '' ? {} : { tahap: column }),
    ...(bulk === '' ? {} : { massal: bulk }),
  };
}

export function boardAddress(year: number, wish: Partial<BoardWish>): string {
  const query = new URLSearchParams(queryOf(wish)).toString();
  return query === '' ? paths.board(year) : `${paths.board(year)}?${query}`;
}
