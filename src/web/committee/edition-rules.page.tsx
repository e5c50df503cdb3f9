import { changeRules } from '../../actions/edition/change-rules.ts';
import { perform } from '../../actions/perform.ts';
import type { CategoryRules } from '../../domain/edition/category.ts';
import { criterionStep, ENTRANT_KINDS, FINAL_STEPS, type KnownCodes } from '../../domain/edition/rules-check.ts';
import { type RulesForm, readRulesForm, rulesAsForm } from '../../domain/edition/rules-form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { agencyKindWords, approverWords, cutWords, rulesLockWords, stepWords } from '../../texts/id/edition.ts';
import { editorTexts } from '../../texts/id/edition-editor.ts';
import { capitalised } from '../../texts/id/format.ts';
import { indicatorName } from '../../texts/id/instrument.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm, type Form as Sent } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { atField, DecreeField, LadderField, REASON_FIELDS, ReasonField, readLadder, reasonOr } from './edition-fields.tsx';
import { type CategorySettings, type EditionView, findSettings, readEdition } from './edition-view.ts';

interface Found {
  readonly view: EditionView;
  readonly category: CategorySettings;
  readonly rules: CategoryRules;
  readonly instrument: Instrument;
}

interface Typed {
  readonly form: RulesForm;
  readonly reason: string;
  readonly decree: string;
  readonly basedOn: string;
}

export async function showRules(c: Ctx): Promise<Response> {
  const found = await findRulesOf(c);
  if (found === null) return notFound(c);
  return draw(c, found, null, { form: rulesAsForm(found.rules), reason: '', decree: '', basedOn: String(found.category.rulesVersion) });
}

export async function changeRulesHere(c: Ctx): Promise<Response> {
  const found = await findRulesOf(c);
  if (found === null) return notFound(c);
  const sent = await readForm(c);
  const typed: Typed = { form: readTyped(sent), reason: sent.text('reason'), decree: sent.text('decree'), basedOn: sent.text('basedOn') };
  if (found.view.rulesLock === 'frozen') return draw(c, found, refuse('rules.frozen').refusal, typed);
  const body = readRulesForm(typed.form, knownOf(found));
  if (!body.ok) return draw(c, found, body.refusal, typed);
  const { decree } = typed;
  const reason = reasonOr(typed.reason, found.view.rulesLock);
  const change = { categoryId: found.category.categoryId, basedOn: Number(typed.basedOn), body: body.value, reason, decree };
  const outcome = await perform(c.var.platform, who(c), (act) => changeRules(act, change));
  if (!outcome.ok) return draw(c, found, atField(outcome.refusal, REASON_FIELDS), typed);
  return seeOther(c, paths.category(found.view.edition.year, found.category.code), 'rules');
}

export function readTyped(sent: Sent): RulesForm {
  const text = (name: keyof RulesForm) => sent.text(name);
  return {
    whoEnters: sent.lists.whoEnters ?? [],
    approver: text('approver'),
    floor: text('floor'),
    kind: text('kind'),
    bound: text('bound'),
    cut: text('cut'),
    deskLadder: readLadder(sent, 'deskLadder'),
    deskShare: text('deskShare'),
    juryShare: text('juryShare'),
    finalLadder: readLadder(sent, 'finalLadder'),
    winners: text('winners'),
    seed: text('seed'),
    source: text('source'),
    publicBundle: text('publicBundle') === 'ya',
  };
}

function knownOf({ instrument, category }: Found): KnownCodes {
  return { indicators: instrument.sid.map(({ code }) => code), criteria: category.rubric?.criteria.map(({ code }) => code) ?? [] };
}

async function findRulesOf(c: Ctx): Promise<Found | null> {
  const view = await readEdition(c);
  const category = findSettings(view, c.req.param('category'));
  if (view === null || category === null || category.rules === null) return null;
  return { view, category, rules: category.rules, instrument: view.instrument };
}

function draw(c: Ctx, found: Found, refusal: Refusal | null, typed: Typed): Response {
  const { view, category } = found;
  const { year } = view.edition;
  const back = paths.category(year, category.code);
  const title = `Ketentuan ${category.name}`;
  return page(
    c,
    { title, current: paths.edition(year), year, back: { href: back, label: category.name }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{title}</h1>
      <Notice kind={view.rulesLock === 'frozen' ? 'segel' : 'info'}>{rulesLockWords[view.rulesLock]}</Notice>
      {view.rulesLock !== 'frozen' && (
        <>
          <p class="baris">
            <a href="#meja">Nilai meja dan finalis</a>
            <a href="#akhir">Nilai akhir</a>
          </p>
          <Form action={paths.rules(year, category.code)} csrf={signedIn(c).csrf} hidden={{ basedOn: typed.basedOn }}>
            <Entrants typed={typed.form} refusal={refusal} />
            <Desk typed={typed.form} refusal={refusal} instrument={found.instrument} />
            <Final typed={typed.form} refusal={refusal} criteria={category.rubric?.criteria ?? []} />
            <ReasonField reason={typed.reason} refusal={refusal} optional={view.rulesLock === 'free'} />
            <DecreeField lock={view.rulesLock} decree={typed.decree} refusal={refusal} />
            <p class="baris">
              <Button kind="utama">Simpan ketentuan</Button>
              <ButtonLink kind="netral" href={back}>
                Batal
              </ButtonLink>
            </p>
          </Form>
        </>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface PartProps {
  readonly typed: RulesForm;
  readonly refusal: Refusal | null;
}

function Entrants({ typed, refusal }: PartProps) {
  return (
    <>
      <Field
        name="whoEnters"
        kind="checks"
        label="Siapa yang boleh ikut"
        values={typed.whoEnters}
        choices={ENTRANT_KINDS.map((kind) => ({ value: kind, label: capitalised(agencyKindWords[kind]) }))}
        error={errorOf(refusal, 'whoEnters')}
      />
      <Field
        name="approver"
        kind="radios"
        label="Siapa yang menyetujui usulan"
        value={typed.approver}
        choices={(['head', 'nobody'] as const).map((value) => ({ value, label: approverWords[value] }))}
      />
    </>
  );
}

function NumberField({ name, label, hint, typed, refusal }: PartProps & { readonly name: keyof RulesForm; readonly label: string; readonly hint?: string }) {
  return <Field name={name} label={label} hint={hint} inputMode="decimal" short value={String(typed[name])} error={errorOf(refusal, name)} />;
}

function Desk({ instrument, ...part }: PartProps & { readonly instrument: Instrument }) {
  const { typed, refusal } = part;
  const indicators = instrument.sid.map(({ code }) => ({ value: code, label: `${indicatorName(instrument, code)} (${code})` }));
  const ends = (['decision', 'lot'] as const).map((value) => ({ value, label: capitalised(stepWords[value]) }));
  return (
    <>
      <h2 id="meja">Nilai meja dan finalis</h2>
      <NumberField
        {...part}
        name="floor"
        label="Ambang poin terverifikasi"
        hint="Poin di bawah ini gugur; poin yang sama lolos. Kosongkan bila tidak ada ambang."
      />
      <Field
        name="kind"
        kind="radios"
        label="Cara memilih finalis"
        value={typed.kind === 'threshold' ? 'threshold' : 'top'}
        choices={[
          { value: 'top', label: 'Sejumlah nilai tertinggi' },
          { value: 'threshold', label: 'Semua yang di atas suatu poin' },
        ]}
      />
      <NumberField {...part} name="bound" label="Jumlah finalis, atau poin yang harus dilampaui" />
      <LadderField
        name="deskLadder"
        label="Urutan seri nilai meja, bila seri di batas finalis"
        hint={editorTexts.deskLadderHint}
        steps={typed.deskLadder}
        choices={[...indicators, ...ends]}
        error={errorOf(refusal, 'deskLadder')}
      />
      <Field
        name="cut"
        kind="radios"
        label="Bila sesudah semua langkah tetap seri"
        value={typed.cut === '' ? 'unresolved' : typed.cut}
        choices={(['unresolved', 'include', 'exclude'] as const).map((value) => ({ value, label: cutWords[value] }))}
      />
    </>
  );
}

function Final({ criteria, ...part }: PartProps & { readonly criteria: readonly { readonly code: string; readonly name: string }[] }) {
  const { typed, refusal } = part;
  const plain = FINAL_STEPS.map((step) => ({ value: step as string, label: capitalised(stepWords[step]) }));
  const named = criteria.map(({ code, name }) => ({ value: criterionStep(code), label: `Kriteria ${name}` }));
  return (
    <>
      <h2 id="akhir">Nilai akhir</h2>
      <NumberField {...part} name="deskShare" label="Bobot nilai meja (%)" />
      <NumberField {...part} name="juryShare" label="Bobot nilai juri (%)" hint="Kedua bobot berjumlah 100." />
      <LadderField
        name="finalLadder"
        label="Urutan seri nilai akhir"
        hint={editorTexts.finalLadderHint}
        steps={typed.finalLadder}
        choices={[...plain.slice(0, 1), ...named, ...plain.slice(1)]}
        error={errorOf(refusal, 'finalLadder')}
      />
      <NumberField {...part} name="winners" label="Jumlah pemenang" />
      <Field
        name="publicBundle"
        kind="checkbox"
        label="Bundel hitung ulang terbuka bagi umum"
        hint="Bundel memuat semua lembar juri tanpa nama. Bila tidak terbuka, hanya peserta kategori, juri, sekretariat, dan pimpinan yang dapat mengunduhnya."
        value="ya"
        checked={typed.publicBundle}
      />
      <details class="rinci" open={typed.seed !== '' || typed.source !== ''}>
        <summary>Undian dengan benih</summary>
        <div class="tumpuk">
          <Field
            name="seed"
            label="Benih undian"
            optional
            hint="Angka atau kata yang diumumkan sebelum hasil dihitung, agar siapa pun dapat mengulang undiannya."
            value={typed.seed}
            maxLength={200}
            error={errorOf(refusal, 'seed')}
          />
          <Field name="source" label="Sumber benih" optional value={typed.source} maxLength={200} />
        </div>
      </details>
    </>
  );
}
