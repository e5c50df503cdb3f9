import { startEntry } from '../../actions/innovation/start.ts';
import { perform } from '../../actions/perform.ts';
import { agenciesOf } from '../../domain/innovation/editing.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { listCategorySettings } from '../../store/edition.read.ts';
import { listAgencies } from '../../store/people.read.ts';
import { fieldHints } from '../../texts/id/profile.ts';
import { say } from '../../texts/id/say.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { type Choice, Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { idIn } from './entry-view.ts';
import { registrationHere } from './registration-here.ts';

interface Typed {
  readonly entryId: string;
  readonly innovationId: string;
  readonly name: string;
  readonly agencyId: string;
  readonly categoryId: string;
}

export async function showStart(c: Ctx): Promise<Response> {
  const { newId } = c.var.platform;
  return draw(c, null, { entryId: newId(), innovationId: newId(), name: '', agencyId: '', categoryId: '' });
}

export async function startHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const typed = {
    entryId: form.text('entryId'),
    innovationId: form.text('innovationId'),
    name: form.text('name'),
    agencyId: form.text('agencyId'),
    categoryId: form.text('categoryId'),
  };
  const [only, ...more] = agenciesOf(signedIn(c).actor, 'innovator');
  const agencyId = typed.agencyId === '' && more.length === 0 ? (only ?? '') : typed.agencyId;
  const missing = {
    ...(typed.name === '' ? { name: fault('profile.name-missing') } : {}),
    ...(typed.categoryId === '' ? { categoryId: fault('entry.category-missing') } : {}),
  };
  if (Object.keys(missing).length > 0) return draw(c, refuse('profile.invalid', {}, missing).refusal, typed);
  const input = {
    entryId: idIn(typed.entryId),
    innovationId: idIn(typed.innovationId),
    agencyId: idIn(agencyId),
    categoryId: idIn(typed.categoryId),
    name: typed.name,
  };
  const outcome = await perform(c.var.platform, who(c), (act) => startEntry(act, input));
  return outcome.ok ? seeOther(c, paths.entry(outcome.value.entryId)) : draw(c, outcome.refusal, typed);
}

async function choicesOf(c: Ctx) {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const own = agenciesOf(signedIn(c).actor, 'innovator');
  const agencies = (await listAgencies(db, regionId)).filter((agency) => own.includes(agency.agencyId));
  const { edition, closed } = await registrationHere(c);
  if (edition === null) return { agencies, categories: [], closed };
  const settings = await listCategorySettings(db, regionId, edition.editionId);
  const categories = settings.filter(({ rules }) => agencies.some((agency) => rules?.whoEnters.includes(agency.kind)));
  return { agencies, categories, closed };
}

async function draw(c: Ctx, refusal: Refusal | null, typed: Typed): Promise<Response> {
  const { agencies, categories, closed } = await choicesOf(c);
  return page(
    c,
    { title: 'Mulai usulan baru', current: paths.entries, back: { href: paths.entries, label: 'Usulan kantor Anda' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Mulai usulan baru</h1>
      {closed ? (
        <Notice kind="awas" title="Usulan baru belum dapat dimulai">
          {say(closed).replace(' Tidak ada yang disimpan.', '')}
        </Notice>
      ) : categories.length === 0 ? (
        <Notice kind="awas">Tidak ada kategori untuk jenis kantor Anda pada edisi ini. Tanyakan kepada sekretariat.</Notice>
      ) : (
        <StartForm
          csrf={signedIn(c).csrf}
          typed={typed}
          refusal={refusal}
          agencies={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
          categories={categories.map(({ categoryId, name }) => ({ value: categoryId, label: name }))}
        />
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface StartFormProps {
  readonly csrf: string;
  readonly typed: Typed;
  readonly refusal: Refusal | null;
  readonly agencies: readonly Choice[];
  readonly categories: readonly Choice[];
}

function StartForm({ csrf, typed, refusal, agencies, categories }: StartFormProps) {
  const only = categories.length === 1 ? categories[0]?.value : undefined;
  return (
    <Form action={paths.startEntry} csrf={csrf} hidden={{ entryId: typed.entryId, innovationId: typed.innovationId }}>
      <Field name="name" label="Nama inovasi" hint={fieldHints.name} value={typed.name} maxLength={200} error={errorOf(refusal, 'name')} />
      {agencies.length > 1 && (
        <Field name="agencyId" kind="radios" label="Kantor" value={typed.agencyId} choices={agencies} error={errorOf(refusal, 'agencyId')} />
      )}
      <Field name="categoryId" kind="radios" label="Kategori" value={typed.categoryId || only} choices={categories} error={errorOf(refusal, 'categoryId')} />
      <p>
        <Button kind="utama">Mulai mengisi</Button>
      </p>
    </Form>
  );
}
