// What the table shows as a spreadsheet: every row the search finds, with real numbers and dates, and a sheet that says what it is.

import type { EntryResult } from '../../domain/result/result.ts';
import { HOUR, later } from '../../domain/shared/time.ts';
import { type WrittenCell, writeSheets } from '../../platform/sheets.ts';
import type { ResultVersion } from '../../store/result.read.ts';
import { boardTexts, COLUMN_WORDS, exportTexts } from '../../texts/id/board.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { uiTexts } from '../../texts/id/ui.ts';
import { notFound, seeOther } from '../answer.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { boardAddress, wishOf } from './board-address.ts';
import { figuresOf } from './board-figures.tsx';
import { ordered } from './board-table.tsx';
import { type Board, type BoardItem, boardOf } from './board-view.ts';

interface ExportColumn {
  readonly heading: string;
  readonly width: number;
  readonly cell: (item: BoardItem) => WrittenCell;
}

export async function exportBoard(c: Ctx): Promise<Response> {
  const wish = wishOf(c);
  const board = await boardOf(c, wish.q);
  if (board === null) return notFound(c);
  const { year } = board.edition;
  if (board.refusal !== null) return seeOther(c, boardAddress(year, wish));
  const figures = wish.figures ? await figuresOf(c, board) : null;
  const zone = zoneOf(c.var.region.zone);
  const dateOf = (at: string | null): WrittenCell => (at === null ? '' : { date: later(at, zone.hours * HOUR).slice(0, 10) });
  const columns = [...entryColumns(dateOf), ...(figures === null ? [] : figureColumns(figures))];
  const items = ordered(board.items, wish.order);
  const list = {
    name: boardTexts.columns.entry,
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    rows: items.map((item) => columns.map(({ cell }) => cell(item))),
  };
  const about = { name: exportTexts.about, columns: exportTexts.aboutColumns, rows: aboutRows(c, board, figures, formatDateTime(board.now, zone)) };
  return c.body(new Uint8Array(await writeSheets(exportTexts.title(year), [list, about], board.now)), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename="${c.var.region.isSample ? 'contoh-' : ''}papan-${year}.xlsx"`,
  });
}

function entryColumns(dateOf: (at: string | null) => WrittenCell): readonly ExportColumn[] {
  const words = boardTexts.columns;
  const number = (value: string | null): WrittenCell => (value === null ? '' : { number: value });
  return [
    { heading: words.number, width: 15, cell: ({ registrationNumber }) => registrationNumber ?? '' },
    { heading: words.entry, width: 40, cell: ({ innovationName }) => innovationName },
    { heading: exportTexts.agency, width: 30, cell: ({ agencyName }) => agencyName },
    { heading: words.category, width: 20, cell: ({ category }) => category.name },
    { heading: boardTexts.stage, width: 14, cell: ({ column }) => COLUMN_WORDS[column] },
    { heading: words.state, width: 22, cell: ({ state }) => entryStateWords[state] },
    { heading: words.claimed, width: 10, cell: ({ claimed }) => number(claimed) },
    { heading: words.verified, width: 13, cell: ({ verified }) => number(verified) },
    { heading: words.holder, width: 25, cell: ({ verifiers }) => verifiers.map(({ name }) => name).join(', ') },
    { heading: exportTexts.moved, width: 16, cell: ({ movedAt }) => dateOf(movedAt) },
    { heading: exportTexts.idleDays, width: 11, cell: ({ idleDays }) => ({ number: String(idleDays) }) },
    { heading: exportTexts.late, width: 16, cell: ({ overdue }) => dateOf(overdue) },
  ];
}

function figureColumns({ body, inputs }: ResultVersion): readonly ExportColumn[] {
  const entries = new Map(body.entries.map((entry) => [entry.id, entry]));
  const column = (heading: string, value: (entry: EntryResult) => string | undefined): ExportColumn => ({
    heading,
    width: 12,
    cell: ({ registrationNumber }) => {
      const entry = entries.get(registrationNumber ?? '');
      const found = entry === undefined ? undefined : value(entry);
      return found === undefined ? '' : { number: found };
    },
  });
  const words = boardTexts.columns;
  return [
    column(exportTexts.rank, ({ rank }) => String(rank)),
    ...inputs.rubric.criteria.map(({ code, name }) => column(name, ({ criteria }) => criteria.find((one) => one.code === code)?.mean.rounded)),
    column(words.jury, ({ jury }) => jury.rounded),
    column(words.desk, ({ desk }) => desk?.rounded),
    column(words.final, ({ final }) => final.rounded),
    column(words.sheets, ({ sheets }) => String(sheets)),
  ];
}

function aboutRows(c: Ctx, board: Board, figures: ResultVersion | null, at: string): readonly (readonly string[])[] {
  return [
    ...(c.var.region.isSample ? [[exportTexts.band, uiTexts.sampleBand]] : []),
    [exportTexts.edition, board.edition.name],
    [exportTexts.instrument, board.edition.instrument],
    [exportTexts.search, board.text === '' ? exportTexts.everything : board.text],
    [exportTexts.rows, String(board.items.length)],
    ...(figures === null ? [] : [[exportTexts.result, exportTexts.resultOf(figures.version, figures.digest)]]),
    [exportTexts.taken, `${at}, ${signedIn(c).actor.name}`],
    [exportTexts.points, exportTexts.pointsAre],
  ];
}
