import { changeRules } from '../../actions/edition/change-rules.ts';
import { perform } from '../../actions/perform.ts';
import type { CategoryRules } from '../../domain/edition/category.ts';
import { type RulesForm, readRulesForm } from '../../domain/edition/rules-form.ts';
import { fault, type Refusal } from '../../domain/shared/outcome.ts';
import { rulesLockWords } from '../../texts/id/edition.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm, type Form as Sent } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { type CategorySettings, type EditionView, readEdition } from './edition-view.ts';

interface Found {
  readonly view: EditionView;
  readonly category: CategorySettings;
  readonly rules: CategoryRules;
}

type Typed = RulesForm & { readonly reason: string; readonly decree: string; readonly basedOn: string };

export async function showRules(c: Ctx): Promise<Response> {
  const found = await findRulesOf(c);
  return found === null ? notFound(c) : draw(c, found, null, typedOf(found));
}

export async function changeRulesHere(c: Ctx): Promise<Response> {
  const found = await findRulesOf(c);
  if (found === null) return notFound(c);
  const typed = readTyped(await readForm(c));
  const body = readRulesForm(found.rules, typed);
  if (!body.ok) return draw(c, found, body.refusal, typed);
  const change = {
    categoryId: found.category.categoryId,
    basedOn: Number(typed.basedOn),
    body: body.value,
    reason: typed.reason,
    decree: typed.decree,
  };
  const outcome = await perform(c.var.platform, who(c), (act) => changeRules(act, change));
  return outcome.ok ? seeOther(c, paths.edition(found.view.edition.year)) : draw(c, found, atField(outcome.refusal), typed);
}

function readTyped(form: Sent): Typed {
  const [floor, kind, bound] = [form.text('floor'), form.text('kind') === 'threshold' ? 'threshold' : 'top', form.text('bound')] as const;
  const rest = {
    deskShare: form.text('deskShare'),
    juryShare: form.text('juryShare'),
    winners: form.text('winners'),
    publicBundle: form.text('publicBundle') === 'ya',
  };
  return { floor, kind, bound, ...rest, reason: form.text('reason'), decree: form.text('decree'), basedOn: form.text('basedOn') };
}

function typedOf({ rules, category }: Found): Typed {
  const { shortlist } = rules;
  return {
    floor: rules.floor ?? '',
    kind: shortlist.kind,
    bound: shortlist.kind === 'top' ? String(shortlist.n) : shortlist.above,
    deskShare: rules.deskShare,
    juryShare: rules.juryShare,
    winners: String(rules.winners),
    publicBundle: rules.publicBundle === true,
    reason: '',
    decree: '',
    basedOn: String(category.rulesVersion),
  };
}

async function findRulesOf(c: Ctx): Promise<Found | null> {
  const view = await readEdition(c);
  const category = view?.categories.find((one) => one.code === c.req.param('category'));
  return view === null || category === undefined || category.rules === null ? null : { view, category, rules: category.rules };
}

const FIELD_OF: Readonly<Record<string, string>> = { 'rules.needs-reason': 'reason', 'rules.needs-decree': 'decree' };

function atField(refusal: Refusal): Refusal {
  const field = FIELD_OF[refusal.code];
  return field === undefined ? refusal : { ...refusal, fields: { [field]: fault(refusal.code, refusal.facts) } };
}

function draw(c: Ctx, { view, category }: Found, refusal: Refusal | null, typed: Typed): Response {
  const { year } = view.edition;
  const title = `Ketentuan ${category.name}`;
  return page(
    c,
    { title, current: paths.edition(year), year, back: { href: paths.edition(year), label: `Edisi ${year}` }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{title}</h1>
      <Notice kind={view.rulesLock === 'frozen' ? 'segel' : 'info'}>{rulesLockWords[view.rulesLock]}</Notice>
      {view.rulesLock !== 'frozen' && (
        <Form action={paths.rules(year, category.code)} csrf={signedIn(c).csrf} hidden={{ basedOn: typed.basedOn }}>
          <Settings typed={typed} refusal={refusal} />
          <Field name="reason" kind="textarea" rows={3} label="Alasan perubahan" value={typed.reason} maxLength={1000} error={errorOf(refusal, 'reason')} />
          <Field
            name="decree"
            label="Nomor keputusan"
            optional={view.rulesLock === 'free'}
            value={typed.decree}
            maxLength={200}
            error={errorOf(refusal, 'decree')}
          />
          <Button kind="utama">Simpan versi baru</Button>
        </Form>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Settings({ typed, refusal }: { readonly typed: Typed; readonly refusal: Refusal | null }) {
  const number = (name: 'floor' | 'bound' | 'deskShare' | 'juryShare' | 'winners', label: string, hint?: string) => (
    <Field name={name} label={label} hint={hint} inputMode="decimal" short value={typed[name].replace('.', ',')} error={errorOf(refusal, name)} />
  );
  return (
    <>
      {number('floor', 'Ambang poin terverifikasi', 'Kosongkan bila tidak ada ambang. Nilai yang sama dengan ambang lolos.')}
      <Field
        name="kind"
        kind="radios"
        label="Cara memilih finalis"
        value={typed.kind}
        choices={[
          { value: 'top', label: 'Sejumlah nilai tertinggi' },
          { value: 'threshold', label: 'Semua yang di atas suatu nilai' },
        ]}
      />
      {number('bound', 'Jumlah finalis, atau nilai yang harus dilampaui')}
      {number('deskShare', 'Bobot nilai meja (%)')}
      {number('juryShare', 'Bobot nilai juri (%)', 'Kedua bobot berjumlah 100.')}
      {number('winners', 'Jumlah pemenang')}
      <Field
        name="publicBundle"
        kind="checkbox"
        label="Bundel hitung ulang terbuka bagi umum"
        hint="Bundel memuat semua lembar juri tanpa nama. Bila tidak terbuka, hanya peserta kategori, juri, sekretariat, dan pimpinan yang dapat mengunduhnya."
        value="ya"
        checked={typed.publicBundle}
      />
    </>
  );
}
