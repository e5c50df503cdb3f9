// Desk scoring: verified points and desk value of each entry, every figure with its formula.

import { deskEntry } from '../../actions/result/desk.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { indicatorPoints, maxPoints, verifiedPoints } from '../../domain/instrument/points.ts';
import { deskValue } from '../../domain/result/desk-value.ts';
import { type Rational, roundHalfUp, sub } from '../../domain/shared/rational.ts';
import { findCategories, findCategoryByCode, findStages } from '../../store/edition.read.ts';
import { type DeskRow, findAnnouncement, findDeskRows, findShortlist, pageDeskRows, type ShortlistVersion } from '../../store/result-desk.read.ts';
import { VERDICT_WORDS } from '../../texts/id/assessment.ts';
import { formatChange, formatDecimal, formatScore } from '../../texts/id/format.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { indicatorName } from '../../texts/id/instrument.ts';
import { deskTexts } from '../../texts/id/result-desk.ts';
import { notFound, page, seeOther } from '../answer.tsx';
import { instrumentHere } from '../instrument-here.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Pagination, Tabs } from '../ui/browsing.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState, Trace } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { editionHere, isOwn, PAGE_ROWS, pageAsked } from './committee-view.ts';
import { StageLine } from './stage-line.tsx';

/** A figure without needless decimals: 103 and 87,5. */
export function plain(value: Rational): string {
  const text = roundHalfUp(value, 2);
  return formatDecimal(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}

export async function goToDesk(c: Ctx): Promise<Response> {
  const edition = await editionHere(c);
  const first = edition === null ? undefined : (await findCategories(c.var.platform.db, c.var.region.regionId, edition.editionId))[0];
  if (edition === null || first === undefined) return notFound(c);
  return seeOther(c, c.req.path.endsWith('/penetapan') ? paths.shortlist(edition.year, first.code) : paths.deskOf(edition.year, first.code));
}

export async function showDesk(c: Ctx): Promise<Response> {
  const edition = await editionHere(c);
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const category = edition === null ? null : await findCategoryByCode(db, regionId, edition.year, c.req.param('category') ?? '');
  if (edition === null || category === null) return notFound(c);
  const categories = await findCategories(db, regionId, edition.editionId);
  const shortlist = await findShortlist(db, regionId, category.categoryId);
  const announced = await findAnnouncement(db, regionId, category.categoryId);
  const at = pageAsked(c);
  const rows = await rowsOf(c, category.categoryId, shortlist, at, announced !== null);
  const ranked = shortlist?.body.lines.length ?? 0;
  const pages = Math.ceil(
    (shortlist === null ? (at - 1) * PAGE_ROWS + rows.length + (rows.length === PAGE_ROWS ? 1 : 0) : ranked + shortlist.body.pending.length) / PAGE_ROWS,
  );
  const address = paths.deskOf(edition.year, category.code);
  return page(
    c,
    { title: `Nilai meja ${category.name}`, year: edition.year, current: paths.desk(edition.year), roleContext: category.name },
    <div class="tumpuk ruang-5">
      <div class="baris baris--jauh">
        <h1>Nilai meja {category.name}</h1>
        <ButtonLink kind="netral" href={paths.shortlist(edition.year, category.code)}>
          Ke penetapan
        </ButtonLink>
      </div>
      <Tabs
        label="Kategori"
        places={categories.map((one) => ({
          href: paths.deskOf(edition.year, one.code),
          label: one.name,
          current: one.code === category.code,
        }))}
      />
      <StageLine c={c} year={edition.year} stages={await findStages(db, regionId, edition.editionId)} />
      {rows.length === 0 ? (
        <EmptyState title={deskTexts.emptyDesk}>Baris muncul setelah kepala menyetujui usulan.</EmptyState>
      ) : (
        <div class="cetak-ringkas">
          <DeskTable
            c={c}
            year={edition.year}
            instrument={await instrumentHere(c, edition.instrument)}
            rows={rows}
            shortlist={shortlist}
            isOpen={announced !== null}
          />
        </div>
      )}
      <Pagination label="Halaman nilai meja" current={at} total={pages} addressOf={(one) => `${address}?hal=${one}`} />
    </div>,
  );
}

/** A page of rows, by rank when a list was computed, by registration number before; the own agency's stand last, for their place would tell. */
async function rowsOf(c: Ctx, categoryId: string, shortlist: ShortlistVersion | null, at: number, isOpen: boolean): Promise<readonly DeskRow[]> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const offset = (at - 1) * PAGE_ROWS;
  if (shortlist === null) return pageDeskRows(db, regionId, categoryId, { limit: PAGE_ROWS, offset });
  const { order, lines, pending } = shortlist.body;
  const below = lines.filter(({ rank }) => rank === null).map(({ id }) => id);
  const numbers = [...order.flat(), ...below, ...pending].slice(offset, offset + PAGE_ROWS);
  const rows = await findDeskRows(db, regionId, categoryId, numbers);
  const placed = [...rows].sort((a, b) => numbers.indexOf(a.registrationNumber) - numbers.indexOf(b.registrationNumber));
  const isClosed = (row: DeskRow) => !isOpen && isOwn(c, row);
  return [...placed.filter((row) => !isClosed(row)), ...placed.filter(isClosed)];
}

interface DeskTableProps {
  readonly c: Ctx;
  readonly year: number;
  readonly instrument: Instrument;
  readonly rows: readonly DeskRow[];
  readonly shortlist: ShortlistVersion | null;
  /** After the announcement nobody is kept from their own agency's figures. */
  readonly isOpen: boolean;
}

function DeskTable({ c, year, instrument, rows, shortlist, isOpen }: DeskTableProps) {
  const most = maxPoints(instrument);
  const ranks = new Map(shortlist?.body.lines.map((line) => [line.id, line.rank]));
  const places = [...ranks.values()];
  const isShared = (rank: number | null) => rank !== null && places.indexOf(rank) !== places.lastIndexOf(rank);
  return (
    <Table
      label="Nilai meja"
      dense
      ranked
      columns={[
        { key: 'rank', label: '#', numeric: true, strong: true },
        { key: 'name', label: 'Usulan', heading: true },
        { key: 'points', label: `Terverifikasi dari ${plain(most)}`, numeric: true },
        { key: 'value', label: 'Nilai meja', phoneLabel: 'Nilai meja', numeric: true, strong: true },
        { key: 'change', label: 'Selisih dari klaim', numeric: true },
        { key: 'verifiers', label: 'Verifikator' },
        { key: 'state', label: 'Status' },
      ]}
      rows={rows.map((row) => ({
        cells: cellsOf(row, {
          c,
          year,
          instrument,
          most,
          rank: ranks.get(row.registrationNumber) ?? null,
          isShared: isShared(ranks.get(row.registrationNumber) ?? null),
          isOpen,
        }),
      }))}
    />
  );
}

interface CellFacts {
  readonly c: Ctx;
  readonly year: number;
  readonly instrument: Instrument;
  readonly most: Rational;
  readonly rank: number | null;
  /** Another entry has the same rank. */
  readonly isShared: boolean;
  readonly isOpen: boolean;
}

function cellsOf(row: DeskRow, { c, year, instrument, most, rank, isShared, isOpen }: CellFacts) {
  const isHidden = !isOpen && isOwn(c, row);
  const codes = instrument.sid.map(({ code }) => code);
  const points = isHidden ? null : verifiedPoints(instrument, deskEntry(row, codes).verified);
  const claimed = verifiedPoints(instrument, Object.fromEntries(codes.map((code) => [code, row.verdicts?.[code]?.[1] ?? 0])));
  return {
    rank: isHidden || rank === null ? '–' : String(rank),
    name: (
      <>
        <a href={paths.deskEntry(year, row.entryId)}>{row.innovationName}</a>
        <small>
          {row.agencyName} · {row.registrationNumber}
          {!isHidden && isShared && ' · seri'}
        </small>
        {points !== null && <Formula row={row} instrument={instrument} points={points} most={most} />}
        {isHidden && <small>{deskTexts.own}</small>}
      </>
    ),
    points: points === null ? '–' : plain(points),
    value: points === null ? 'belum' : formatScore(roundHalfUp(deskValue(points, most), 2)),
    change: points === null || claimed === null ? '–' : formatChange(roundHalfUp(sub(points, claimed), 2).replace(/\.?0+$/, '') || '0'),
    verifiers: row.verifiers.join(', ') || 'belum ada',
    state: entryStateWords[row.state],
  };
}

function Formula({
  row,
  instrument,
  points,
  most,
}: {
  readonly row: DeskRow;
  readonly instrument: Instrument;
  readonly points: Rational;
  readonly most: Rational;
}) {
  const lines = instrument.sid.map((indicator) => {
    const [kind, claimed = 0, level = 0] = row.verdicts?.[indicator.code] ?? [];
    const verdict = kind === undefined ? 'tidak diklaim' : `klaim ${claimed}, ${VERDICT_WORDS[kind as keyof typeof VERDICT_WORDS].toLowerCase()}`;
    return {
      label: `${indicatorName(instrument, indicator.code)} (${verdict})`,
      formula: `bobot ${formatDecimal(indicator.weight)} × level ${level}`,
      result: plain(indicatorPoints(indicator, level)),
    };
  });
  const total = {
    label: 'Nilai meja',
    formula: `100 × ${plain(points)} ÷ ${plain(most)}`,
    result: formatScore(roundHalfUp(deskValue(points, most), 2)),
  };
  return <Trace summary="Rumus" lines={[...lines, total]} />;
}
