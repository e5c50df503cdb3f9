import { uiTexts } from '../../texts/id/ui.ts';
import { documentAssets } from './document.tsx';
import type { PageProps } from './page.tsx';

/** What the browser, search engines and a shared link read. */
export function PageHead({ page }: { readonly page: PageProps }) {
  const { stylesheet, favicon, islands } = documentAssets();
  const title = `${page.error ? uiTexts.errorTitlePrefix : ''}${page.title} · BAILANG`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {(page.region.sampleBand || page.hiddenFromSearch || page.role) && <meta name="robots" content="noindex" />}
      {page.description && <meta name="description" content={page.description} />}
      {page.description && <meta property="og:title" content={page.title} />}
      {page.description && <meta property="og:description" content={page.description} />}
      {page.image && <meta property="og:image" content={page.image} />}
      <link rel="stylesheet" href={stylesheet} />
      <link rel="icon" href={favicon} type="image/svg+xml" />
      {page.islands?.map((name) => islands.has(name) && <script key={name} type="module" src={islands.get(name)} />)}
    </head>
  );
}
