// The board for work: one row an entry, with its points, its holder and its delay, or with the figures of a computed result.

import { needsOutsideVerifier } from '../../domain/assessment/verification.ts';
import { compare, rational } from '../../domain/shared/rational.ts';
import { verificationTexts } from '../../texts/id/assessment.ts';
import { boardTexts, idleWords, lateWords } from '../../texts/id/board.ts';
import { formatDecimal } from '../../texts/id/format.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { paths } from '../paths.ts';
import { html, type Markup } from '../ui/html-text.ts';
import type { LongColumn } from '../ui/long-table.tsx';
import { rememberedHtml } from '../ui/memo.tsx';
import { StateNote } from '../ui/tag.tsx';
import type { Order } from './board-address.ts';
import { type Board, type BoardItem, daysLate, waitsForVerifier } from './board-view.ts';

export const MOST_ROWS = 1000;
/** The form of the marks stands apart from the table: a form may not hold another. */
export const MARKS_FORM = 'tandai';

type Column = LongColumn<BoardItem>;

export function nameColumn(year: number): Column {
  const under = paths.deskEntry(year, '');
  return {
    key: 'name',
    label: boardTexts.columns.entry,
    heading: true,
    cell: (item, at) => html`<a id="u${at}" href="${under}${item.entryId}">${item.innovationName}</a><small>${item.agencyName}</small>`,
  };
}

export const numberColumn: Column = {
  key: 'number',
  label: boardTexts.columns.number,
  hiddenOnPhone: true,
  whole: true,
  cell: ({ registrationNumber }) => registrationNumber ?? boardTexts.unnumbered,
};

/** A box to mark the row, named by the entry; marks of a refused form stay. */
export function markColumn(marked: ReadonlySet<string>): Column {
  return {
    key: 'mark',
    label: <span class="hanya-baca">{boardTexts.columns.mark}</span>,
    cell: ({ entryId }, at) =>
      html`<input class="pilih-baris" type="checkbox" name="usulan" value="${entryId}" form="${MARKS_FORM}" aria-labelledby="u${at}"${marked.has(entryId) && html` checked`}>`,
  };
}

const CATEGORY: Column = {
  key: 'category',
  label: boardTexts.columns.category,
  phoneLabel: boardTexts.columns.category,
  cell: ({ category }) => category.name,
};

/** Where the work stands. */
export function workColumns(board: Board, teams: ReadonlyMap<string, readonly string[]>): readonly Column[] {
  const points = (value: string | null): string => (value === null ? '–' : formatDecimal(value));
  return [
    ...(board.chosen.length > 1 ? [CATEGORY] : []),
    { key: 'claimed', label: boardTexts.columns.claimed, phoneLabel: boardTexts.columns.claimed, numeric: true, cell: (item) => points(item.claimed) },
    { key: 'verified', label: boardTexts.columns.verified, phoneLabel: boardTexts.columns.verified, numeric: true, cell: (item) => points(item.verified) },
    { key: 'state', label: boardTexts.columns.state, phoneLabel: boardTexts.columns.state, cell: ({ state }) => entryStateWords[state] },
    {
      key: 'holder',
      label: boardTexts.columns.holder,
      phoneLabel: boardTexts.columns.holder,
      cell: (item) => (waitsForVerifier(item) ? lacksVerifier(board, item, teams.get(item.entryId) ?? []) : holderOf(item)),
    },
    { key: 'idle', label: boardTexts.columns.idle, phoneLabel: boardTexts.columns.idle, whole: true, cell: (item) => idleOf(item, daysLate(item, board.now)) },
  ];
}

function holderOf({ state, verifiers }: BoardItem): string {
  if (state === 'submitted') return boardTexts.waitsForHead;
  return verifiers.length === 0 ? '–' : verifiers.map(({ name }) => name).join(', ');
}

function lacksVerifier(board: Board, { agencyId }: BoardItem, memberIds: readonly string[]): Markup {
  const isOutside = needsOutsideVerifier(board.verifiers, { agencyId, memberIds }, board.now);
  return rememberedHtml(`papan tanpa verifikator ${isOutside}`, () => (
    <StateNote state={isOutside ? 'perbaikan' : 'bukti'}>{isOutside ? verificationTexts.needsOutside : verificationTexts.noVerifier}</StateNote>
  ));
}

function idleOf({ idleDays }: BoardItem, late: number | null): Markup | string {
  if (late === null) return idleWords(idleDays);
  return rememberedHtml(`papan lewat ${late}`, () => (
    <StateNote state="lewat" icon="awas">
      {lateWords(late)}
    </StateNote>
  ));
}

/** The rows come by number; other orders keep that one within. What is unknown comes last. */
const BY: Readonly<Record<Exclude<Order, 'nomor'>, (a: BoardItem, b: BoardItem) => number>> = {
  klaim: (a, b) => highestFirst(a.claimed, b.claimed),
  terverifikasi: (a, b) => highestFirst(a.verified, b.verified),
  diam: (a, b) => (a.movedAt < b.movedAt ? -1 : a.movedAt > b.movedAt ? 1 : 0),
};

export function ordered(items: readonly BoardItem[], order: Order): readonly BoardItem[] {
  return order === 'nomor' ? items : [...items].sort(BY[order]);
}

function highestFirst(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(rational(b), rational(a));
}
