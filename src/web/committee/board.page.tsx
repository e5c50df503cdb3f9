// The board: where every entry is, who holds it, what is late. For eyes, for work, and as a funnel; one search box for all three.

import { funnelOf } from '../../domain/result/pipeline.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { listTeams } from '../../store/board.read.ts';
import { boardTexts } from '../../texts/id/board.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { say } from '../../texts/id/say.ts';
import { notFound, page, problemsOf, statusOf } from '../answer.tsx';
import type { Form } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Chips, Pagination, SearchBox, Tabs } from '../ui/browsing.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Funnel } from '../ui/funnel.tsx';
import type { IconName } from '../ui/icons.ts';
import { LongTable } from '../ui/long-table.tsx';
import { Details, EmptyState } from '../ui/panels.tsx';
import { type BoardWish, boardAddress, ORDERS, queryOf, VIEWS, type View, wishOf } from './board-address.ts';
import { BulkBar, undoStrip } from './board-bulk.tsx';
import { Columns } from './board-columns.tsx';
import { figureColumns, figuresOf } from './board-figures.tsx';
import { MOST_ROWS, markColumn, nameColumn, numberColumn, ordered, workColumns } from './board-table.tsx';
import { type Board, boardOf, waitsForVerifier } from './board-view.ts';
import { PAGE_ROWS } from './committee-view.ts';
import { editionYears } from './edition-years.tsx';
import { StageLine } from './stage-line.tsx';

/** What the secretariat's door Verifikasi asks for. */
export const VERIFYING = 'tahap:verifikasi';
const WITHOUT_VERIFIER = 'tahap:verifikasi petugas:kosong';
const ICONS: Readonly<Record<View, IconName>> = { papan: 'papan', tabel: 'daftar', corong: 'saring' };

export async function showBoard(c: Ctx): Promise<Response> {
  return drawBoard(c, null);
}

/** What was refused of work on many entries, with its form. */
interface RefusedWork {
  readonly refusal: Refusal;
  readonly form: Form;
}

/** The board; under a refused form the table with what was marked and chosen. */
export async function drawBoard(c: Ctx, refused: RefusedWork | null): Promise<Response> {
  const asked = wishOf(c);
  const wish: BoardWish = refused === null ? asked : { ...asked, view: 'tabel', q: asked.q || refused.form.text('q') };
  const board = await boardOf(c, wish.q);
  if (board === null) return notFound(c);
  const { edition, items } = board;
  const refusal = board.refusal ?? refused?.refusal ?? null;
  const { year } = edition;
  const late = items.filter(({ overdue }) => overdue !== null).length;
  const isVerifying = wish.q === VERIFYING && signedIn(c).role === 'secretariat';
  const to = (more: Partial<BoardWish>) => boardAddress(year, { ...wish, page: 1, ...more });
  return page(
    c,
    {
      title: isVerifying ? boardTexts.verification : `Papan ${year}`,
      year,
      current: isVerifying ? paths.verifications(year) : paths.board(year),
      error: refusal !== null,
      islands: wish.view === 'tabel' ? ['board'] : [],
    },
    <div class="tumpuk ruang-5">
      {board.refusal && <ErrorSummary problems={[{ field: 'q', text: say(board.refusal) }]} />}
      {refused && <ErrorSummary problems={problemsOf(refused.refusal)} />}
      {refused === null && (await undoStrip(c, board, wish))}
      <div class="baris baris--jauh">
        <h1>{isVerifying ? boardTexts.verifying(items.length, late) : boardTexts.heading(items.length, late)}</h1>
        {items.length > 0 && (
          <ButtonLink
            kind="netral"
            size="kecil"
            icon="unduh"
            href={`${paths.boardFile(year)}?${new URLSearchParams(queryOf({ ...wish, page: 1, bulk: '' }))}`}
            download
          >
            {boardTexts.exportLabel}
          </ButtonLink>
        )}
      </div>
      {await editionYears({ c, year, roles: ['secretariat', 'verifier'], pathOf: paths.board })}
      <StageLine c={c} year={year} stages={board.stages} />
      <SearchBox
        action={paths.board(year)}
        name="q"
        label={boardTexts.searchLabel}
        value={wish.q}
        hidden={queryOf({ ...wish, q: '', page: 1, column: '' })}
        buttonLabel="Cari"
      />
      <Chips
        label={boardTexts.filters}
        places={[
          { q: '', label: boardTexts.all },
          ...board.categories.map(({ code, name }) => ({ q: `kategori:${code}`, label: name })),
          { q: 'lewat:ya', label: boardTexts.lateOnly },
          { q: WITHOUT_VERIFIER, label: boardTexts.withoutVerifier },
        ].map(({ q, label }) => ({ href: to({ q }), label, current: wish.q === q }))}
      />
      <Tabs
        label="Tampilan"
        places={VIEWS.map((view) => ({ href: to({ view }), label: boardTexts.views[view], icon: ICONS[view], current: view === wish.view }))}
      />
      {board.refusal === null && items.length === 0 && <Nothing year={year} q={wish.q} />}
      {items.length > 0 && wish.view === 'papan' && <Columns board={board} wish={wish} teams={await teamsOf(c, board)} />}
      {items.length > 0 && wish.view === 'tabel' && (await tableOf(c, board, wish, refused))}
      {items.length > 0 && wish.view === 'corong' && <FunnelView board={board} />}
      {board.isSecretariat && items.some(({ isOwn, category }) => isOwn && !category.isAnnounced) && <p class="redup kecil">{boardTexts.hidden}</p>}
      <Details summary={boardTexts.searchHelp}>
        <DefinitionList dense rows={boardTexts.searchWords} />
      </Details>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Nothing({ year, q }: { readonly year: number; readonly q: string }) {
  if (q === '') return <EmptyState title={boardTexts.emptyEdition(year)}>{boardTexts.empty}</EmptyState>;
  if (q === VERIFYING) return <EmptyState title={boardTexts.noneVerifying}>{boardTexts.noneVerifyingHint}</EmptyState>;
  return <EmptyState title={boardTexts.none}>{boardTexts.noneHint}</EmptyState>;
}

/** Who is of the teams of the entries that wait for a verifier: ties are found from here. */
async function teamsOf(c: Ctx, { items }: Pick<Board, 'items'>): Promise<ReadonlyMap<string, readonly string[]>> {
  const waiting = items.filter(waitsForVerifier).map(({ entryId }) => entryId);
  const rows = waiting.length === 0 ? [] : await listTeams(c.var.platform.db, c.var.region.regionId, waiting);
  const teams = new Map<string, string[]>();
  for (const { entryId, personId } of rows) teams.set(entryId, [...(teams.get(entryId) ?? []), personId]);
  return teams;
}

async function tableOf(c: Ctx, board: Board, wish: BoardWish, refused: RefusedWork | null) {
  const { year } = board.edition;
  const figures = await figuresOf(c, board);
  const perPage = wish.all ? MOST_ROWS : PAGE_ROWS;
  const pages = Math.ceil(board.items.length / perPage);
  const at = Math.min(wish.page, pages);
  const rows = ordered(board.items, wish.order).slice((at - 1) * perPage, at * perPage);
  const shows = wish.figures && figures !== null;
  const columns = shows ? figureColumns(figures) : workColumns(board, await teamsOf(c, { items: rows }));
  const to = (more: Partial<BoardWish>) => boardAddress(year, { ...wish, page: 1, ...more });
  return (
    <section class="tumpuk" aria-label={boardTexts.views.tabel}>
      <Chips
        label={boardTexts.orderBy}
        places={ORDERS.map((order) => ({ href: to({ order }), label: boardTexts.orders[order], current: order === wish.order }))}
      />
      {figures !== null && (
        <Chips
          label={boardTexts.figures}
          places={[
            { href: to({ figures: false }), label: boardTexts.work, current: !shows },
            { href: to({ figures: true }), label: boardTexts.figures, current: shows },
          ]}
        />
      )}
      {shows && <p class="redup">{boardTexts.figuresOf(figures.version)}</p>}
      <div>
        {board.isSecretariat && (
          <BulkBar c={c} board={board} wish={wish} csrf={signedIn(c).csrf} refusal={refused?.refusal ?? null} typed={refused?.form ?? null} />
        )}
        <LongTable
          label="Daftar usulan"
          columns={[...(board.isSecretariat ? [markColumn(new Set(refused?.form.lists.usulan))] : []), nameColumn(year), numberColumn, ...columns]}
          rows={rows}
        />
      </div>
      <div class="baris baris--jauh">
        <p class="redup">{boardTexts.rowsShown((at - 1) * perPage + 1, (at - 1) * perPage + rows.length, board.items.length)}</p>
        {board.items.length > PAGE_ROWS && <a href={to({ all: !wish.all })}>{wish.all ? boardTexts.perPage : boardTexts.allRows}</a>}
      </div>
      <Pagination label="Halaman tabel" current={at} total={pages} addressOf={(one) => boardAddress(year, { ...wish, page: one })} />
    </section>
  );
}

function FunnelView({ board }: { readonly board: Board }) {
  const ofAll = (items: Board['items']) => funnelOf(items.map((item) => ({ ...item, isNumbered: item.registrationNumber !== null })));
  const parts = board.chosen.length > 1 ? board.chosen : [];
  return (
    <div class="tumpuk">
      <FunnelOf counts={ofAll(board.items)} />
      {parts.map((category) => (
        <section key={category.code} class="tumpuk">
          <h2>{category.name}</h2>
          <FunnelOf counts={ofAll(board.items.filter((item) => item.categoryId === category.categoryId))} />
        </section>
      ))}
    </div>
  );
}

function FunnelOf({ counts }: { readonly counts: ReturnType<typeof funnelOf> }) {
  const steps = Object.entries(boardTexts.funnel) as [keyof typeof counts, string][];
  return (
    <Funnel
      steps={steps.map(([step, label], at) => ({
        count: formatWhole(counts[step]),
        share: counts.begun === 0 ? 0 : counts[step] / counts.begun,
        label,
        last: at === steps.length - 1,
      }))}
    />
  );
}
