// The fields of a rubric: its criteria one by one, the sum of their weights, and how sheets become one value.

import { criteriaAsTable } from '../../domain/instrument/criteria-table.ts';
import { type Criterion, type Rubric, type Scale, scaled } from '../../domain/instrument/rubric.ts';
import { type CriterionForm, criterionField, EMPTY_CRITERION, type RubricForm } from '../../domain/instrument/rubric-form.ts';
import { parseWeight } from '../../domain/instrument/weights.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { div, HUNDRED, mul, parseDecimal, type Rational, roundHalfUp, sum, toText, ZERO } from '../../domain/shared/rational.ts';
import { formatDecimal, formatScore } from '../../texts/id/format.ts';
import { aggregateWords, rankOnWords, rubricTexts, scaleChoiceWords, scaleHints } from '../../texts/id/rubric.ts';
import { errorOf } from '../answer.tsx';
import type { Form as Sent } from '../form.ts';
import { Button } from '../ui/button.tsx';
import { type Choice, Field } from '../ui/field.tsx';
import { Table } from '../ui/table.tsx';

interface Props {
  readonly typed: RubricForm;
  readonly refusal: Refusal | null;
}

const FIELDS = ['code', 'name', 'weight', 'entry', 'min', 'max', 'step', 'levels', 'hint'] as const;
const MOST_ROWS = 40;

/** The rubric a form sent; a criterion marked for removal is left out. */
export function readRubricFields(sent: Sent): RubricForm {
  const rows = Array.from({ length: MOST_ROWS }, (_, at) => at).filter((at) => sent.has(criterionField('name', at)) && sent.text(`hapus-${at}`) !== 'ya');
  const criterion = (at: number) => Object.fromEntries(FIELDS.map((field) => [field, sent.text(criterionField(field, at))])) as unknown as CriterionForm;
  return {
    criteria: rows.map(criterion),
    scale: sent.text('scale'),
    minJurors: sent.text('minJurors'),
    decimals: sent.text('decimals'),
    rankOn: sent.text('rankOn'),
    percent: sent.text('percent') === 'ya',
    aggregate: sent.text('aggregate'),
    trim: sent.text('trim') || '0',
  };
}

/** One more criterion, entered as the last one is. */
export function withOneMore(form: RubricForm): RubricForm {
  return { ...form, criteria: [...form.criteria, { ...(form.criteria.at(-1) ?? EMPTY_CRITERION), code: '', name: '', weight: '', hint: '' }] };
}

/** All criteria as one list, to be written or pasted anew. */
export function CriteriaList({ list, typed, refusal }: Props & { readonly list: string | null }) {
  return (
    <details class="rinci" open={list !== null}>
      <summary>{rubricTexts.asList}</summary>
      <div class="tumpuk">
        <input type="hidden" name="shown" value={criteriaAsTable(typed.criteria)} />
        <Field
          name="list"
          kind="textarea"
          rows={typed.criteria.length + 2}
          label={rubricTexts.list}
          hint={rubricTexts.listHint}
          value={list ?? criteriaAsTable(typed.criteria)}
          maxLength={20_000}
          error={errorOf(refusal, 'list')}
        />
        <p>
          <Button kind="netral" name="act" value="list">
            {rubricTexts.useList}
          </Button>
        </p>
      </div>
    </details>
  );
}

/** The weights as they are typed, their sum, and each one's share of it. */
export function WeightTable({ typed }: { readonly typed: RubricForm }) {
  const rows = typed.criteria.filter(({ name, weight }) => name !== '' || weight !== '').map((one) => ({ ...one, value: parseWeight(one.weight.trim()) }));
  const total = sum(rows.map(({ value }) => value ?? ZERO));
  if (rows.length === 0) return null;
  return (
    <Table
      label={rubricTexts.weights}
      dense
      columns={[
        { key: 'name', label: rubricTexts.criterion, heading: true },
        { key: 'weight', label: rubricTexts.weight, numeric: true },
        { key: 'share', label: rubricTexts.share, numeric: true },
      ]}
      rows={[
        ...rows.map(({ name, weight, value }) => ({
          cells: {
            name: name || rubricTexts.unnamed,
            weight: value === null ? '–' : formatDecimal(weight.trim().replace(',', '.')),
            share: value === null || total.n <= 0n ? '–' : `${formatScore(roundHalfUp(mul(div(value, total), HUNDRED), 2))}%`,
          },
        })),
        { id: 'jumlah', cells: { name: rubricTexts.sum, weight: <b>{formatDecimal(toText(total))}</b>, share: total.n <= 0n ? rubricTexts.sumZero : '100%' } },
      ]}
    />
  );
}

export function CriteriaFields({ typed, refusal }: Props) {
  return (
    <>
      {typed.criteria.map((criterion, at) => (
        <CriterionFields key={at} criterion={criterion} at={at} refusal={refusal} />
      ))}
      <p class="baris">
        <Button kind="netral" name="act" value="add">
          {rubricTexts.addCriterion}
        </Button>
        <Button kind="netral" name="act" value="count">
          {rubricTexts.countAgain}
        </Button>
      </p>
    </>
  );
}

interface CriterionProps {
  readonly criterion: CriterionForm;
  readonly at: number;
  readonly refusal: Refusal | null;
}

function CriterionFields({ criterion, at, refusal }: CriterionProps) {
  const name = (field: keyof CriterionForm) => criterionField(field, at);
  const error = (field: keyof CriterionForm) => errorOf(refusal, name(field));
  return (
    <fieldset class="kartu tumpuk tumpuk--lega cara-nilai">
      <legend class="label">{rubricTexts.numbered(at + 1)}</legend>
      <input type="hidden" name={name('code')} value={criterion.code} />
      <div class="dua-medan">
        <Field name={name('name')} label={rubricTexts.name} value={criterion.name} maxLength={200} error={error('name')} />
        <Field name={name('weight')} label={rubricTexts.weight} inputMode="decimal" value={criterion.weight} error={error('weight')} />
      </div>
      <Field name={name('hint')} kind="textarea" rows={2} label={rubricTexts.hint} optional value={criterion.hint} maxLength={1000} />
      <EntryFields criterion={criterion} at={at} refusal={refusal} />
      <Field name={`hapus-${at}`} kind="checkbox" label={rubricTexts.remove} value="ya" />
    </fieldset>
  );
}

/** How jurors enter it: usually alike for all, so it is folded and its line says what it holds. */
function EntryFields({ criterion, at, refusal }: CriterionProps) {
  const name = (field: keyof CriterionForm) => criterionField(field, at);
  const error = (field: keyof CriterionForm) => errorOf(refusal, name(field));
  const isFaulty = (['levels', 'min', 'max', 'step'] as const).some((field) => error(field) !== undefined);
  return (
    <details class="rinci" open={isFaulty}>
      <summary>{rubricTexts.entryNow(enteredAs(criterion))}</summary>
      <div class="tumpuk">
        <Field
          name={name('entry')}
          kind="radios"
          label={rubricTexts.entry}
          value={criterion.entry === 'number' ? 'number' : 'levels'}
          choices={[
            { value: 'levels', label: rubricTexts.byLevels },
            { value: 'number', label: rubricTexts.byNumber },
          ]}
        />
        <div class="bila-level">
          <Field
            name={name('levels')}
            kind="textarea"
            rows={Math.max(3, criterion.levels.split('\n').length + 1)}
            label={rubricTexts.levels}
            hint={rubricTexts.levelsHint}
            value={criterion.levels}
            error={error('levels')}
          />
        </div>
        <div class="bila-angka tiga-medan">
          <Field name={name('min')} label={rubricTexts.min} inputMode="decimal" value={criterion.min} error={error('min')} />
          <Field name={name('max')} label={rubricTexts.max} inputMode="decimal" value={criterion.max} error={error('max')} />
          <Field name={name('step')} label={rubricTexts.step} inputMode="decimal" value={criterion.step} error={error('step')} />
        </div>
      </div>
    </details>
  );
}

function enteredAs({ entry, min, max, step, levels }: CriterionForm): string {
  return entry === 'number' ? rubricTexts.numbers(min, max, step) : levels.split('\n').filter(Boolean).join(', ');
}

/** How sheets become the jury's value; beside each scale what it makes of the lowest and the highest points. */
export function ScaleFields({ typed, refusal, rubric }: Props & { readonly rubric: Rubric }) {
  const text = (name: 'minJurors' | 'decimals' | 'trim', label: string, hint?: string) => (
    <Field name={name} label={label} hint={hint} inputMode="numeric" short value={typed[name]} error={errorOf(refusal, name)} />
  );
  const isFaulty = (['minJurors', 'decimals', 'trim'] as const).some((name) => errorOf(refusal, name) !== undefined);
  return (
    <details class="rinci" open={isFaulty || Boolean(refusal?.facts?.best)}>
      <summary>{rubricTexts.valueNow(scaleChoiceWords[scaleOf(typed)], typed.minJurors)}</summary>
      <div class="tumpuk">
        <Field
          name="scale"
          kind="radios"
          label={rubricTexts.scale}
          value={typed.scale}
          choices={(['raw', 'max', 'minmax'] as const).map((value) => ({
            value,
            label: scaleChoiceWords[value],
            detail: `${scaleHints[value]}${effectOf(value, exampleOf(rubric))}`,
          }))}
        />
        <Field name="percent" kind="checkbox" label={rubricTexts.percent} value="ya" checked={typed.percent} />
        {text('minJurors', rubricTexts.minJurors)}
        <Field name="aggregate" kind="radios" label={rubricTexts.aggregate} value={typed.aggregate} choices={choicesOf(aggregateWords)} />
        {text('trim', rubricTexts.trim, rubricTexts.trimHint)}
        {text('decimals', rubricTexts.decimals)}
        <Field name="rankOn" kind="radios" label={rubricTexts.rankOn} value={typed.rankOn} choices={choicesOf(rankOnWords)} />
      </div>
    </details>
  );
}

/** In the order of the words. */
function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

function scaleOf({ scale }: RubricForm): Scale {
  return scale === 'max' || scale === 'minmax' ? scale : 'raw';
}

/** The criterion that shows best what a scale does: the first whose points are not 0 to 100. */
function exampleOf({ criteria }: Rubric): Criterion | undefined {
  return criteria.find(({ min, max }) => min !== '0' || max !== '100') ?? criteria[0];
}

/** ` Contoh Kebaruan: 1 bernilai 20,00; 5 bernilai 100,00.`; nothing where the scale cannot hold it. */
function effectOf(scale: Scale, criterion: Criterion | undefined): string {
  const [least, most] = [parseDecimal(criterion?.min ?? ''), parseDecimal(criterion?.max ?? '')];
  if (criterion === undefined || least === null || most === null || most.n <= 0n) return '';
  const worth = (points: Rational) => formatScore(roundHalfUp(scaled(criterion, scale, points), 2));
  return ` ${rubricTexts.scaleExample(criterion.name, formatDecimal(criterion.min), worth(least), formatDecimal(criterion.max), worth(most))}`;
}
