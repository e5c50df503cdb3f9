import { appointJuror } from '../../actions/jury/appoint-juror.ts';
import { rememberOutOfTurn } from '../../actions/out-of-turn.ts';
import { perform } from '../../actions/perform.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findCategories, findCategoryByCode, findEditionByYear } from '../../store/edition.read.ts';
import { findPanel } from '../../store/jury.read.ts';
import { listPeople } from '../../store/people.read.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { SearchBox, Tabs } from '../ui/browsing.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { Table } from '../ui/table.tsx';

const SHOWN = 30;

/** The first category's panel, for the address without one. */
export async function showPanels(c: Ctx): Promise<Response> {
  const edition = await findEditionByYear(c.var.platform.db, c.var.region.regionId, Number(c.req.param('year')));
  const [first] = edition === null ? [] : await findCategories(c.var.platform.db, c.var.region.regionId, edition.editionId);
  return edition === null || first === undefined ? notFound(c) : seeOther(c, paths.panel(edition.year, first.code));
}

export function showPanel(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export async function appointHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const year = Number(c.req.param('year'));
  const category = await findCategoryByCode(c.var.platform.db, c.var.region.regionId, year, c.req.param('category') ?? '');
  if (category === null) return notFound(c);
  const personId = form.text('orang');
  if (!isId(personId)) return draw(c, refuse('panel.invalid', {}, { orang: fault('panel.person-missing') }).refusal);
  const wish = { categoryId: category.categoryId, personId, isChair: form.text('ketua') === 'ya' };
  const outcome = await perform(c.var.platform, who(c), (act) => appointJuror(act, wish), rememberOutOfTurn(wish.categoryId));
  return outcome.ok ? seeOther(c, paths.panel(year, category.code), 'juror') : draw(c, outcome.refusal);
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const year = Number(c.req.param('year'));
  const category = await findCategoryByCode(db, regionId, year, c.req.param('category') ?? '');
  if (category === null) return notFound(c);
  const words = (c.req.query('cari') ?? '').slice(0, 100).trim();
  const [categories, panel, people] = await Promise.all([
    findCategories(db, regionId, category.editionId),
    findPanel(db, regionId, category.categoryId),
    listPeople(db, { regionId, now: now(), words, offset: 0, limit: SHOWN }),
  ]);
  const here = paths.panel(year, category.code);
  const isFree = (personId: string) => !panel.some((juror) => juror.personId === personId);
  return page(
    c,
    { title: `Dewan juri ${category.name}`, current: paths.panels(year), year, error: refusal !== null },
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Dewan juri {category.name}</h1>
      <Tabs label="Kategori" places={categories.map(({ code, name }) => ({ href: paths.panel(year, code), label: name, current: code === category.code }))} />
      {panel.length === 0 ? (
        <EmptyState title="Belum ada juri">Tunjuk juri dari daftar orang; satu di antaranya ketua.</EmptyState>
      ) : (
        <Table
          label="Dewan juri"
          columns={[
            { key: 'code', label: 'Kode' },
            { key: 'name', label: 'Nama', heading: true },
            { key: 'seat', label: 'Sebagai' },
          ]}
          rows={panel.map((juror) => ({ id: juror.code, cells: { code: juror.code, name: juror.name, seat: juror.isChair ? 'Ketua juri' : 'Juri' } }))}
        />
      )}
      <section class="baca tumpuk">
        <h2>Tunjuk juri</h2>
        <SearchBox action={here} name="cari" label="Cari nama, NIP, atau surel" value={words} buttonLabel="Cari" />
        <Form action={here} csrf={signedIn(c).csrf}>
          <Field
            name="orang"
            kind="select"
            label="Orang"
            hint={`Menampilkan paling banyak ${SHOWN} nama; persempit dengan pencarian.`}
            choices={people
              .filter(({ personId }) => isFree(personId))
              .map(({ personId, name, email, nip }) => ({ value: personId, label: `${name} (${email ?? nip ?? ''})` }))}
            placeholder="Pilih"
            error={errorOf(refusal, 'orang')}
          />
          <Field name="ketua" kind="checkbox" label="Sebagai ketua juri" value="ya" />
          <Button kind="utama">Tunjuk juri</Button>
        </Form>
      </section>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
