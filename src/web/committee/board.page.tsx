// The board: where every entry is, who holds it, what is overdue.

import { needsOutsideVerifier } from '../../domain/assessment/verification.ts';
import type { EntryState } from '../../domain/innovation/entry.ts';
import { findVerifiers, type Verifier } from '../../store/assessment-verification.read.ts';
import { type BoardRow, countStates, pageBoard } from '../../store/board.read.ts';
import { findCategories } from '../../store/edition.read.ts';
import { boardTexts, verificationTexts } from '../../texts/id/assessment.ts';
import { entryStateWords } from '../../texts/id/innovation.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Pagination, SearchBox } from '../ui/browsing.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';
import { StateNote } from '../ui/tag.tsx';
import { editionHere, PAGE_ROWS, pageAsked } from './committee-view.ts';
import { editionYears } from './edition-years.tsx';

const ORDER = Object.keys(entryStateWords) as readonly EntryState[];
const WAITING: readonly EntryState[] = ['approved', 'in-verification'];

export async function showBoard(c: Ctx): Promise<Response> {
  const edition = await editionHere(c);
  if (edition === null) return notFound(c);
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const [words, asked, category, at] = [(c.req.query('q') ?? '').slice(0, 100), c.req.query('tahap') ?? '', c.req.query('kategori') ?? '', pageAsked(c)];
  const state = ORDER.find((one) => one === asked) ?? '';
  const query = { regionId, editionId: edition.editionId, words, state, category, limit: PAGE_ROWS, offset: (at - 1) * PAGE_ROWS };
  const [rows, counts, categories, verifiers] = [
    await pageBoard(db, query),
    await countStates(db, regionId, edition.editionId),
    await findCategories(db, regionId, edition.editionId),
    await findVerifiers(db, regionId, edition.editionId, now()),
  ];
  const total = rows[0]?.total ?? 0;
  const address = (more: Readonly<Record<string, string>>) =>
    `${paths.board(edition.year)}?${new URLSearchParams({ q: words, tahap: state, kategori: category, ...more })}`;
  const isVerifying = state === 'in-verification' && signedIn(c).role === 'secretariat';
  const current = isVerifying ? paths.verifications(edition.year) : paths.board(edition.year);
  const all = counts.reduce((sum, one) => sum + one.n, 0);
  return page(
    c,
    { title: `Papan ${edition.year}`, year: edition.year, current },
    <div class="tumpuk ruang-5">
      <h1>{total === all ? `${all} usulan` : `${total} dari ${all} usulan`}</h1>
      {await editionYears(c, edition.year, paths.board)}
      <SearchBox
        action={paths.board(edition.year)}
        name="q"
        label="Cari nomor, inovasi, kantor"
        value={words}
        hidden={{ tahap: state, kategori: category }}
        buttonLabel="Cari"
      />
      <nav class="saring" aria-label="Keadaan">
        <a class="keping" href={address({ tahap: '' })} aria-current={state === '' ? 'true' : undefined}>
          Semua {all}
        </a>
        {ORDER.map((one) => {
          const n = counts.find((count) => count.state === one)?.n ?? 0;
          if (n === 0 && one !== state) return null;
          return (
            <a class="keping" key={one} href={address({ tahap: one })} aria-current={state === one ? 'true' : undefined}>
              {entryStateWords[one]} {n}
            </a>
          );
        })}
      </nav>
      <nav class="saring" aria-label="Kategori">
        {[{ code: '', name: 'Semua kategori' }, ...categories].map((one) => (
          <a class="keping" key={one.code} href={address({ kategori: one.code })} aria-current={category === one.code ? 'true' : undefined}>
            {one.name}
          </a>
        ))}
      </nav>
      {all === 0 ? (
        <EmptyState title={`Belum ada usulan pada edisi ${edition.year}`}>{boardTexts.empty}</EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState title="Belum ada usulan yang cocok">Hapus saringan atau coba kata lain.</EmptyState>
      ) : (
        <Rows c={c} year={edition.year} rows={rows} verifiers={verifiers} />
      )}
      <Pagination label="Halaman papan" current={at} total={Math.ceil(total / PAGE_ROWS)} addressOf={(one) => address({ hal: String(one) })} />
    </div>,
  );
}

function Rows({
  c,
  year,
  rows,
  verifiers,
}: {
  readonly c: Ctx;
  readonly year: number;
  readonly rows: readonly BoardRow[];
  readonly verifiers: readonly Verifier[];
}) {
  return (
    <Table
      label="Daftar usulan"
      dense
      columns={[
        { key: 'name', label: 'Usulan', heading: true },
        { key: 'number', label: 'Nomor' },
        { key: 'category', label: 'Kategori' },
        { key: 'state', label: 'Keadaan' },
        { key: 'verifier', label: 'Verifikator' },
      ]}
      rows={rows.map((row) => ({
        cells: {
          name: (
            <>
              <a href={paths.deskEntry(year, row.entryId)}>{row.innovationName}</a>
              <small>{row.agencyName}</small>
            </>
          ),
          number: row.registrationNumber ?? 'belum bernomor',
          category: row.categoryName,
          state: <State row={row} now={c.var.platform.now()} />,
          verifier: <Holder row={row} verifiers={verifiers} now={c.var.platform.now()} />,
        },
      }))}
    />
  );
}

function State({ row, now }: { readonly row: BoardRow; readonly now: string }) {
  const isLate = row.state === 'returned-for-repair' && row.repairUntil !== null && row.repairUntil <= now;
  return isLate ? <StateNote state="lewat">Perbaikan lewat batas</StateNote> : <>{entryStateWords[row.state]}</>;
}

function Holder({ row, verifiers, now }: { readonly row: BoardRow; readonly verifiers: readonly Verifier[]; readonly now: string }) {
  if (row.verifierCount > 0) return <>{row.verifiers.join(', ')}</>;
  if (!WAITING.includes(row.state)) return <>–</>;
  const isOutside = needsOutsideVerifier(verifiers, row, now);
  return <StateNote state={isOutside ? 'perbaikan' : 'bukti'}>{isOutside ? verificationTexts.needsOutside : verificationTexts.noVerifier}</StateNote>;
}
