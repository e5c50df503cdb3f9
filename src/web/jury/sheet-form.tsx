// The sheet as a form while it is a draft, and as a record once it is sealed.

import type { Scores } from '../../domain/assessment/sheet.ts';
import type { Criterion } from '../../domain/instrument/rubric.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import type { WorkingSheet } from '../../store/assessment-sheet.read.ts';
import { receiptTexts } from '../../texts/id/check.ts';
import { formatDecimal } from '../../texts/id/format.ts';
import { juryTexts } from '../../texts/id/jury.ts';
import { say } from '../../texts/id/say.ts';
import { totalWords } from '../../texts/id/sheet-total.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { ScoreScale } from '../ui/score-scale.tsx';
import { SealCard } from '../ui/seal.tsx';

/** The form's id: the save button stands outside it, in the bar at the thumb. */
export const SHEET_FORM = 'lembar';

interface SheetFormProps {
  readonly sheet: WorkingSheet;
  readonly typed: Scores;
  readonly comment: string;
  readonly csrf: string;
  readonly refusal: Refusal | null;
}

export function SheetForm({ sheet, typed, comment, csrf, refusal }: SheetFormProps) {
  const missing = refusal?.code === 'sheet.incomplete' && Array.isArray(refusal.facts.missing) ? refusal.facts.missing : [];
  const errorFor = (code: string) => {
    const one = refusal?.fields?.[code];
    if (one !== undefined) return say(one);
    return missing.includes(code) ? 'Belum dinilai.' : undefined;
  };
  return (
    <>
      <Form id={SHEET_FORM} action={paths.sheet(sheet.sheetId)} csrf={csrf} hidden={{ revisi: String(sheet.revision) }}>
        {sheet.rubric.criteria.map((criterion) => (
          <CriterionInput key={criterion.code} criterion={criterion} value={typed[criterion.code]} error={errorFor(criterion.code)} />
        ))}
        <Field
          kind="textarea"
          name="catatan"
          label={juryTexts.comment}
          hint={juryTexts.commentHint}
          optional
          value={comment}
          rows={4}
          maxLength={10_000}
          error={errorFor('catatan')}
        />
        <p class="baris">
          <Button kind="juri" name="tindakan" value="kunci">
            {juryTexts.saveAndSeal}
          </Button>
        </p>
      </Form>
      <p class="redup">{juryTexts.othersClosed}</p>
      <LateConflict sheetId={sheet.sheetId} csrf={csrf} />
    </>
  );
}

/** One criterion as a juror gives it. */
export function CriterionInput({
  criterion,
  value,
  error,
}: {
  readonly criterion: Criterion;
  readonly value: string | undefined;
  readonly error: string | undefined;
}) {
  const common = { name: `nilai-${criterion.code}`, label: criterion.name, weight: formatDecimal(criterion.weight), guide: criterion.hint, error };
  if (criterion.entry === 'levels') {
    const levels = (criterion.levels ?? []).map((level) => ({ value: level.points, label: level.points.replace('.', ','), anchor: level.label }));
    return <ScoreScale {...common} value={value} levels={levels} />;
  }
  // A keypad without a comma where only whole numbers lie on the scale; one with a comma where it may be needed.
  const isWhole = [criterion.min, criterion.step].every((text) => /^-?\d+(\.0*)?$/.test(text));
  const range = { minimum: formatDecimal(criterion.min), maximum: formatDecimal(criterion.max), wholeNumbers: isWhole };
  return <ScoreScale {...common} value={value?.replace('.', ',')} {...range} />;
}

function LateConflict({ sheetId, csrf }: { readonly sheetId: string; readonly csrf: string }) {
  return (
    <details class="rinci">
      <summary>{juryTexts.lateConflict}</summary>
      <Form action={`${paths.sheet(sheetId)}/benturan`} csrf={csrf}>
        <p>{juryTexts.lateConflictEffect}</p>
        <Field name="alasan" label={juryTexts.reason} hint={juryTexts.reasonHint} maxLength={1000} />
        <p>
          <Button kind="bahaya">{juryTexts.lateConflict}</Button>
        </p>
      </Form>
    </details>
  );
}

export function SheetRead({ sheet }: { readonly sheet: WorkingSheet }) {
  const rows = sheet.rubric.criteria.map(({ code, name }) => ({ term: name, value: (sheet.scores[code] ?? '').replace('.', ',') }));
  return (
    <SealCard
      title={sheet.state === 'sealed' ? juryTexts.sealed : juryTexts.states.absent}
      digest={sheet.digest ?? undefined}
      locked={sheet.state === 'sealed'}
    >
      {sheet.state === 'sealed' && <p class="nilai-besar">{totalWords(sheet.rubric, sheet.scores)}</p>}
      <DefinitionList rows={[...rows, { term: juryTexts.comment, value: sheet.comment }]} dense />
      {sheet.state === 'sealed' && (
        <p>
          <a href={paths.sheetReceipt(sheet.sheetId)}>{receiptTexts.toReceipt}</a>
        </p>
      )}
    </SealCard>
  );
}
