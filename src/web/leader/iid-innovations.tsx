// The portfolio behind the index: each innovation with its claimed, evidenced and verified maturity; and other years' rules beside it.

import { compareRules } from '../../domain/regional-index/compare.ts';
import { computeIndex, type RegionalIndex } from '../../domain/regional-index/iid.ts';
import type { IndexRule } from '../../domain/regional-index/rule.ts';
import type { Outcome } from '../../domain/shared/outcome.ts';
import { sub } from '../../domain/shared/rational.ts';
import type { IndexInnovation } from '../../store/regional-index.read.ts';
import { indexTexts } from '../../texts/id/regional-index.ts';
import { PAGE_ROWS } from '../committee/committee-view.ts';
import { Pagination } from '../ui/browsing.tsx';
import { Table } from '../ui/table.tsx';
import { type IndexAddress, indexAddress } from './iid-address.ts';
import { shown, shownChange } from './iid-numbers.ts';
import type { IndexView } from './iid-view.ts';

export function PortfolioTable({ view, address }: { readonly view: IndexView; readonly address: IndexAddress }) {
  const { innovations } = view;
  const pages = Math.ceil(innovations.length / PAGE_ROWS);
  const at = Math.min(address.page, Math.max(1, pages));
  return (
    <>
      <Table
        label="Kematangan tiap inovasi"
        dense
        ranked
        columns={[
          { key: 'name', label: 'Inovasi', heading: true },
          { key: 'affair', label: 'Urusan' },
          { key: 'claimed', label: 'Klaim', numeric: true },
          { key: 'evidenced', label: 'Berbukti', numeric: true },
          { key: 'verified', label: 'Terverifikasi', numeric: true, strong: true, last: true },
        ]}
        rows={innovations.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS).map((one) => ({ cells: cellsOf(view, one) }))}
      />
      <Pagination label="Halaman inovasi" current={at} total={pages} addressOf={(page) => `${indexAddress({ ...address, page })}#portofolio`} />
    </>
  );
}

function cellsOf({ indices, closed }: IndexView, one: IndexInnovation) {
  const maturity = (index: RegionalIndex) => {
    const points = index.maturity.get(one.code);
    return points === undefined ? indexTexts.pending : shown(points);
  };
  const isClosed = closed.has(one.code);
  return {
    name: (
      <>
        {one.name}
        <small>
          {one.agencyName} · {one.code}
        </small>
        {isClosed && <small>{indexTexts.closed}</small>}
      </>
    ),
    affair: one.affair || 'belum diisi',
    claimed: maturity(indices.claimed),
    evidenced: maturity(indices.evidenced),
    verified: isClosed ? '–' : maturity(indices.verified),
  };
}

/** The same portfolio under every rule the product knows: figures only where the rule is whole. */
export function OtherRules({ view, rules }: { readonly view: IndexView; readonly rules: ReadonlyMap<string, Outcome<IndexRule>> }) {
  const { rule, basis, standing, indices, year } = view;
  const portfolio = standing.portfolios[basis];
  const years = [...rule.years.keys()].map((one) =>
    rowOf(one === year ? `${one}, ditampilkan` : yearLabel(rule, one), computeIndex(rule, { ...portfolio, year: one })),
  );
  const others = [...rules]
    .filter(([code]) => code !== rule.code)
    .map(([code, other]) => {
      if (!other.ok) return unknownRow(code);
      const compared = compareRules(rule, other.value, portfolio);
      return rowOf(code, compared.ok ? { ok: true, value: compared.value.right } : compared);
    });
  function rowOf(label: string, index: Outcome<RegionalIndex>) {
    if (!index.ok) return unknownRow(label);
    const { divisor, terms, printed, iid, predicate } = index.value;
    const difference = sub(iid, indices[basis].iid);
    return {
      cells: {
        rule: label,
        divisor: String(divisor),
        needed: String(terms.basicServicesNeeded),
        iid: shown(iid),
        difference: printed === indices[basis].printed ? '0' : shownChange(difference),
        predicate: predicate.label,
      },
    };
  }
  return (
    <Table
      label="Portofolio ini menurut ketentuan tahun lain"
      dense
      wrapsHead
      ranked
      caption="Dihitung ulang sebagai bahan banding, bukan hasil tahun itu."
      columns={[
        { key: 'rule', label: 'Ketentuan', heading: true },
        { key: 'divisor', label: 'Pembagi', numeric: true },
        { key: 'needed', label: 'Ambang layanan dasar', numeric: true },
        { key: 'iid', label: 'Indeks', numeric: true, strong: true, last: true },
        { key: 'difference', label: 'Selisih', numeric: true },
        { key: 'predicate', label: 'Predikat' },
      ]}
      rows={[...others, ...years]}
    />
  );
}

function yearLabel(rule: IndexRule, year: number): string {
  return year === rule.year ? String(year) : `${year} (prognosis)`;
}

function unknownRow(code: string) {
  return {
    cells: {
      rule: code.replace('iid-', ''),
      divisor: '–',
      needed: '–',
      iid: '–',
      difference: '–',
      predicate: 'Bobot tahun ini belum diketahui; tidak dihitung.',
    },
  };
}
