// The board for eyes: a column for each step of the way, what is late on top.

import { needsOutsideVerifier } from '../../domain/assessment/verification.ts';
import { COLUMNS, type Column } from '../../domain/result/pipeline.ts';
import { verificationTexts } from '../../texts/id/assessment.ts';
import { boardTexts, COLUMN_EMPTY, COLUMN_WORDS, lateWords } from '../../texts/id/board.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { paths } from '../paths.ts';
import { Field } from '../ui/field.tsx';
import { StateNote, Tag } from '../ui/tag.tsx';
import { type BoardWish, boardAddress, queryOf } from './board-address.ts';
import { type Board, type BoardItem, daysLate, shownPoints, waitsForVerifier } from './board-view.ts';

const MOST_CARDS = 25;
/** Columns that work of the committee is waiting in, before those of others and of the past. */
const WORK: readonly Column[] = ['verification', 'desk', 'head', 'shortlist', 'presentation'];

interface ColumnsProps {
  readonly board: Board;
  readonly wish: BoardWish;
  /** Teams of the entries that wait for a verifier. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
}

export function Columns({ board, wish, teams }: ColumnsProps) {
  const byColumn = new Map(COLUMNS.map((column) => [column, board.items.filter((item) => item.column === column).sort(byUrgency)]));
  const countOf = (column: Column) => byColumn.get(column)?.length ?? 0;
  const lateIn = (column: Column) => (byColumn.get(column) ?? []).filter(({ overdue }) => overdue !== null).length;
  const chosen = COLUMNS.find((one) => one === wish.column) ?? busiest(countOf, lateIn);
  const empty = COLUMNS.filter((column) => countOf(column) === 0 && column !== wish.column);
  return (
    <>
      <form class="ponsel-saja sebaris" method="get" action={paths.board(board.edition.year)}>
        {Object.entries(queryOf({ ...wish, column: '' })).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field
          kind="select"
          name="tahap"
          label={boardTexts.stage}
          value={chosen}
          choices={COLUMNS.map((one) => ({ value: one, label: boardTexts.columnChoice(COLUMN_WORDS[one], countOf(one), lateIn(one)) }))}
        />
        <button class="tombol tombol--netral" type="submit">
          {boardTexts.show}
        </button>
      </form>
      <h2 class="hanya-baca">{boardTexts.board}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard. */}
      <section class="papan" aria-label={boardTexts.board} tabIndex={0}>
        {COLUMNS.filter((column) => countOf(column) > 0 || column === wish.column).map((column) => (
          <section key={column} class={column === chosen ? 'kini' : undefined} aria-label={COLUMN_WORDS[column]}>
            <h3>
              {COLUMN_WORDS[column]}
              {lateIn(column) > 0 && (
                <Tag state="lewat" icon="awas">
                  {lateIn(column)}
                  <span class="hanya-baca"> {boardTexts.late}</span>
                </Tag>
              )}
              <span class="n">{countOf(column)}</span>
            </h3>
            {countOf(column) === 0 && <p class="redup kecil">{COLUMN_EMPTY[column]}</p>}
            {(byColumn.get(column) ?? []).slice(0, MOST_CARDS).map((item) => (
              <Card key={item.entryId} item={item} board={board} team={teams.get(item.entryId) ?? []} />
            ))}
            {countOf(column) > MOST_CARDS && (
              <p class="mb">
                <a href={boardAddress(board.edition.year, { view: 'tabel', q: `${wish.q} tahap:${boardTexts.columnKey(column)}`.trim() })}>
                  {boardTexts.wholeColumn(countOf(column))}
                </a>
              </p>
            )}
          </section>
        ))}
        {empty.length > 0 && (
          <section class="papan__sepi" aria-label={boardTexts.emptyColumns}>
            {empty.map((column) => (
              <div key={column}>
                <h3>
                  {COLUMN_WORDS[column]}
                  <span class="n">0</span>
                </h3>
                <p class="redup kecil">{COLUMN_EMPTY[column]}</p>
              </div>
            ))}
          </section>
        )}
      </section>
    </>
  );
}

/** What a phone opens on: where most is late, else where most waits; the rest only while nothing does. */
function busiest(countOf: (column: Column) => number, lateIn: (column: Column) => number): Column {
  const fullest = (columns: readonly Column[], weigh: (column: Column) => number) =>
    columns.reduce<Column | null>((best, one) => (weigh(one) > (best === null ? 0 : weigh(best)) ? one : best), null);
  return fullest(COLUMNS, lateIn) ?? fullest(WORK, countOf) ?? fullest(COLUMNS, countOf) ?? 'verification';
}

function byUrgency(a: BoardItem, b: BoardItem): number {
  if (a.overdue !== b.overdue) return a.overdue === null ? 1 : b.overdue === null ? -1 : a.overdue < b.overdue ? -1 : 1;
  return a.movedAt < b.movedAt ? -1 : a.movedAt > b.movedAt ? 1 : 0;
}

function Card({ item, board, team }: { readonly item: BoardItem; readonly board: Board; readonly team: readonly string[] }) {
  const late = daysLate(item, board.now);
  const points = shownPoints(item);
  const names = item.verifiers.map(({ name }) => name).join(', ');
  return (
    <article class={late === null ? 'kertas-kecil' : 'kertas-kecil lewat'}>
      <a href={paths.deskEntry(board.edition.year, item.entryId)}>{item.innovationName}</a>
      <p>{item.agencyName}</p>
      {points !== '' && <p class="angka">{points}</p>}
      <p>{[names, late === null ? boardTexts.unchanged(item.idleDays) : ''].filter((one) => one !== '').join(' · ')}</p>
      {MARKED.includes(item.state) && <p>{entryStateWords[item.state]}</p>}
      {late !== null && (
        <p>
          <StateNote state="lewat" icon="awas">
            {lateWords(late)}
          </StateNote>
        </p>
      )}
      {waitsForVerifier(item) && (
        <p>
          <LacksVerifier item={item} board={board} team={team} />
        </p>
      )}
    </article>
  );
}

/** States that the column's name does not tell. */
const MARKED = ['returned-by-head', 'returned-for-repair', 'refused', 'withdrawn'];

function LacksVerifier({ item, board, team }: { readonly item: BoardItem; readonly board: Board; readonly team: readonly string[] }) {
  const isOutside = needsOutsideVerifier(board.verifiers, { agencyId: item.agencyId, memberIds: team }, board.now);
  return <StateNote state={isOutside ? 'perbaikan' : 'bukti'}>{isOutside ? verificationTexts.needsOutside : verificationTexts.noVerifier}</StateNote>;
}
