import { listGallery } from '../../store/gallery.read.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Pagination, SearchBox, WorkCard } from '../ui/browsing.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Tag } from '../ui/tag.tsx';

const PER_PAGE = 12;

export async function showGallery(c: Ctx): Promise<Response> {
  const words = (c.req.query('cari') ?? '').slice(0, 100).trim();
  const category = (c.req.query('kategori') ?? '').slice(0, 40);
  const number = Math.min(Math.max(Number.parseInt(c.req.query('hal') ?? '1', 10) || 1, 1), 10_000);
  const asked = { regionId: c.var.region.regionId, words, category, offset: (number - 1) * PER_PAGE, limit: PER_PAGE };
  const rows = await listGallery(c.var.platform.db, asked);
  const total = rows[0]?.total ?? 0;
  return page(
    c,
    { title: 'Inovasi', current: paths.gallery, description: 'Inovasi layanan publik yang tampil di lomba.' },
    <div class="tumpuk">
      <h1>Inovasi</h1>
      <SearchBox
        action={paths.gallery}
        name="cari"
        label="Cari inovasi atau kantor"
        value={words}
        hidden={category === '' ? {} : { kategori: category }}
        buttonLabel="Cari"
      />
      <p class="redup">{formatWhole(total)} inovasi yang diumumkan sebagai finalis</p>
      {rows.length === 0 ? (
        <EmptyState title={words === '' ? 'Belum ada inovasi yang diumumkan' : `Belum ada inovasi yang cocok dengan "${words}"`}>
          {words === '' ? 'Inovasi tampil di sini sejak lima besar diumumkan.' : 'Hapus saringan atau coba kata lain.'}
        </EmptyState>
      ) : (
        <div class="petak">
          {rows.map((row) => (
            <WorkCard key={row.id} name={row.name} href={paths.innovation(row.slug)} detail={`${row.agency} · ${row.categoryName} ${row.year}`} level={2}>
              {row.rank !== null && row.rank <= 3 && (
                <p>
                  <Tag state="juara">{`Juara ${row.rank}`}</Tag>
                </p>
              )}
            </WorkCard>
          ))}
        </div>
      )}
      <Pagination label="Halaman inovasi" current={number} total={Math.ceil(total / PER_PAGE)} addressOf={(next) => addressOf(words, category, next)} />
    </div>,
  );
}

function addressOf(words: string, category: string, number: number): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('cari', words);
  if (category !== '') query.set('kategori', category);
  if (number > 1) query.set('hal', String(number));
  return query.size === 0 ? paths.gallery : `${paths.gallery}?${query}`;
}
