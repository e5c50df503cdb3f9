import { findPublicInnovation, type PublicInnovation } from '../../store/gallery.read.ts';
import { formatPlainDate } from '../../texts/id/format.ts';
import { winnerWords } from '../../texts/id/publication.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
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
    <article class="dua">
      <div class="tumpuk">
        {found.rank !== null && (
          <p>
            <Tag state="juara">{winnerWords(found.rank, found.categoryName, found.year)}</Tag>
          </p>
        )}
        <h1>{found.name}</h1>
        <p class="utama">{found.agency}</p>
        {parts.map(([title, text]) =>
          text === null || text === '' ? null : (
            <section class="baca tumpuk" key={title}>
              <h2>{title}</h2>
              {text.split(/\n+/).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          ),
        )}
      </div>
      <aside class="kartu kartu--kain tumpuk" aria-label="Sekilas">
        <DefinitionList rows={factsOf(found)} dense />
        {found.rank !== null && (
          <p>
            <a href={paths.result(found.year, found.categoryCode)}>Lihat hasil</a>
          </p>
        )}
        <p>
          <ButtonLink href={share}>Bagikan ke WhatsApp</ButtonLink>
        </p>
      </aside>
    </article>,
  );
}

function factsOf(found: PublicInnovation) {
  return [
    { term: 'Kategori', value: `${found.categoryName} ${found.year}` },
    { term: 'Capaian', value: found.rank === null ? 'Finalis' : `Juara ${found.rank}` },
    ...(found.implementedOn ? [{ term: 'Diterapkan sejak', value: formatPlainDate(found.implementedOn) }] : []),
  ];
}
