// The gallery: announced innovations, filtered by links that can be shared.

import { type GalleryFilter, listGallery, listGalleryFilters } from '../../store/gallery.read.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { galleryTexts, inOneLine, winnerWords } from '../../texts/id/publication.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Chips, Pagination, SearchBox, WorkCard } from '../ui/browsing.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Tag } from '../ui/tag.tsx';

const PER_PAGE = 12;

interface View {
  readonly words: string;
  readonly category: string;
  readonly year: number | null;
}

export async function showGallery(c: Ctx): Promise<Response> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const view = viewOf(c);
  const number = Math.min(Math.max(Number.parseInt(c.req.query('hal') ?? '1', 10) || 1, 1), 10_000);
  const [rows, filters] = await Promise.all([
    listGallery(db, { regionId, ...view, offset: (number - 1) * PER_PAGE, limit: PER_PAGE }),
    listGalleryFilters(db, regionId),
  ]);
  const total = rows[0]?.total ?? 0;
  const isNarrowed = view.words !== '' || view.category !== '' || view.year !== null;
  return page(
    c,
    { title: galleryTexts.title, current: paths.gallery, description: 'Inovasi layanan publik yang tampil di lomba.' },
    <div class="tumpuk">
      <h1>{galleryTexts.title}</h1>
      <SearchBox
        action={paths.gallery}
        name="cari"
        label="Cari inovasi atau kantor"
        value={view.words}
        hidden={Object.fromEntries([...queryOf({ ...view, words: '' })])}
        buttonLabel="Cari"
      />
      <Filters filters={filters} view={view} />
      <p class="redup">{formatWhole(total)} inovasi yang diumumkan sebagai finalis</p>
      {rows.length === 0 ? (
        <EmptyState title={isNarrowed ? galleryTexts.noMatch(view.words) : galleryTexts.none}>
          {isNarrowed ? (
            <p>
              <a href={paths.gallery}>{galleryTexts.clear}</a>
            </p>
          ) : (
            galleryTexts.noneLead
          )}
        </EmptyState>
      ) : (
        <div class="petak">
          {rows.map((row) => (
            <WorkCard key={row.id} name={row.name} href={paths.innovation(row.slug)} detail={`${row.agency} · ${row.categoryName} ${row.year}`} level={2}>
              {row.benefits !== null && row.benefits !== '' && <p>{inOneLine(row.benefits)}</p>}
              {row.rank !== null && (
                <p>
                  <Tag state="juara">{winnerWords(row.rank, row.categoryName, row.year)}</Tag>
                </p>
              )}
            </WorkCard>
          ))}
        </div>
      )}
      <Pagination label="Halaman inovasi" current={number} total={Math.ceil(total / PER_PAGE)} addressOf={(next) => addressOf(view, next)} />
    </div>,
  );
}

/** A year narrows the categories that are offered; one year or one category needs no choice. */
function Filters({ filters, view }: { readonly filters: readonly GalleryFilter[]; readonly view: View }) {
  const years = [...new Set(filters.map((filter) => filter.year))];
  const categories = new Map(filters.filter(({ year }) => view.year === null || year === view.year).map(({ code, name }) => [code, name]));
  const all = { label: galleryTexts.all };
  return (
    <>
      {categories.size > 1 && (
        <Chips
          label={galleryTexts.byCategory}
          places={[
            { ...all, href: addressOf({ ...view, category: '' }), current: view.category === '' },
            ...[...categories].map(([code, label]) => ({ href: addressOf({ ...view, category: code }), label, current: view.category === code })),
          ]}
        />
      )}
      {years.length > 1 && (
        <Chips
          label={galleryTexts.byYear}
          places={[
            { ...all, href: addressOf({ ...view, year: null }), current: view.year === null },
            ...years.map((year) => ({ href: addressOf({ ...view, year }), label: String(year), current: view.year === year })),
          ]}
        />
      )}
    </>
  );
}

function viewOf(c: Ctx): View {
  const year = Number(c.req.query('tahun'));
  return {
    words: (c.req.query('cari') ?? '').slice(0, 100).trim(),
    category: (c.req.query('kategori') ?? '').slice(0, 40),
    year: Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : null,
  };
}

function queryOf({ words, category, year }: View): URLSearchParams {
  const query = new URLSearchParams();
  if (words !== '') query.set('cari', words);
  if (category !== '') query.set('kategori', category);
  if (year !== null) query.set('tahun', String(year));
  return query;
}

function addressOf(view: View, number = 1): string {
  const query = queryOf(view);
  if (number > 1) query.set('hal', String(number));
  return query.size === 0 ? paths.gallery : `${paths.gallery}?${query}`;
}
