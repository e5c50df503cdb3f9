import { shippedCatalogues } from '../../platform/catalogues.ts';
import { listEditions } from '../../store/edition.read.ts';
import { catalogueTexts } from '../../texts/id/catalogue.ts';
import { formatDayMonthYear, formatList, zoneOf } from '../../texts/id/format.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import { StateNote } from '../ui/tag.tsx';
import { type CatalogueView, listCatalogueViews } from './catalogue-view.ts';
import { yearOf } from './edition-view.ts';

/** Every catalogue the region can see, and which edition uses which. */
export async function showCatalogues(c: Ctx): Promise<Response> {
  const year = yearOf(c) ?? 0;
  const views = await listCatalogueViews(c);
  const editions = (await listEditions(c.var.platform.db, c.var.region.regionId)).filter(({ kind }) => kind === 'live');
  const mayKeep = signedIn(c).roles.some((role) => role === 'secretariat' || role === 'admin');
  const zone = zoneOf(c.var.region.zone);
  return page(
    c,
    { title: catalogueTexts.title, current: paths.edition(year), year, back: { href: paths.edition(year), label: `Edisi ${year}` } },
    <div class="tumpuk">
      <h1>{catalogueTexts.title}</h1>
      <p class="utama baca">{catalogueTexts.lead}</p>
      <Table
        label={catalogueTexts.list}
        columns={[
          { key: 'name', label: catalogueTexts.name, heading: true },
          { key: 'year', label: catalogueTexts.year, numeric: true },
          { key: 'state', label: catalogueTexts.state },
          { key: 'source', label: catalogueTexts.source },
        ]}
        rows={views.map((view) => ({
          cells: {
            name: <a href={paths.catalogue(year, view.code)}>{catalogueTexts.nameOf(view.code)}</a>,
            year: view.document.year,
            state: <State view={view} used={editions.filter(({ instrument }) => instrument === view.code).map((one) => `edisi ${one.year}`)} />,
            source: view.kept === null ? catalogueTexts.shipped : catalogueTexts.broughtBy(view.kept.byName, formatDayMonthYear(view.kept.importedAt, zone)),
          },
        }))}
      />
      {mayKeep && (
        <p>
          <ButtonLink href={paths.newCatalogue(year)}>{catalogueTexts.add}</ButtonLink>
        </p>
      )}
    </div>,
  );
}

function State({ view, used }: { readonly view: CatalogueView; readonly used: readonly string[] }) {
  if (used.length > 0) return <StateNote state="selesai">{catalogueTexts.usedBy(formatList(used))}</StateNote>;
  if (view.kept !== null) {
    const isAdopted = view.kept.adoptedAt !== null;
    return <StateNote state={isAdopted ? 'selesai' : 'proses'}>{isAdopted ? catalogueTexts.adopted : catalogueTexts.draft}</StateNote>;
  }
  return shippedCatalogues().get(view.code)?.instrument.ok === true ? null : <StateNote state="belum">{catalogueTexts.incomplete}</StateNote>;
}
