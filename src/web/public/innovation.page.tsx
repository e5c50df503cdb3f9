import { findPublicInnovation } from '../../store/gallery.read.ts';
import { formatPlainDate } from '../../texts/id/format.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';

export async function showInnovation(c: Ctx): Promise<Response> {
  const found = await findPublicInnovation(c.var.platform.db, c.var.region.regionId, c.req.param('slug') ?? '');
  if (found === null) return notFound(c);
  const share = `https://wa.me/?text=${encodeURIComponent(`${found.name}, ${found.agency}: ${new URL(c.req.url).origin}${paths.innovation(found.slug)}`)}`;
  const parts = [
    ['Tujuan', found.aims],
    ['Manfaat', found.benefits],
    ['Hasil', found.results],
  ] as const;
  return page(
    c,
    { title: found.name, current: paths.gallery, back: { href: paths.gallery, label: 'Semua inovasi' }, description: `${found.name}, ${found.agency}` },
    <article class="baca tumpuk">
      {found.rank !== null && found.rank <= 3 && (
        <p>
          <Tag state="juara">{`Juara ${found.rank} ${found.categoryName} ${found.year}`}</Tag>{' '}
          <a href={paths.result(found.year, found.categoryCode)}>Lihat hasil</a>
        </p>
      )}
      <h1>{found.name}</h1>
      <p class="utama">
        {found.agency} · Finalis {found.categoryName} {found.year}
        {found.implementedOn !== null && found.implementedOn !== '' && ` · diterapkan sejak ${formatPlainDate(found.implementedOn)}`}
      </p>
      {parts.map(([title, text]) =>
        text === null || text === '' ? null : (
          <section class="tumpuk" key={title}>
            <h2>{title}</h2>
            {text.split(/\n+/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ),
      )}
      <p>
        <ButtonLink href={share}>Bagikan ke WhatsApp</ButtonLink>
      </p>
    </article>,
  );
}
