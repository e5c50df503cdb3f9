// Ties the ladder left open: each step with its figures, then the form of the panel's minuted decision.

import type { TieTrace } from '../../domain/result/tie-break.ts';
import type { ResultVersion } from '../../store/result.read.ts';
import { formatList } from '../../texts/id/format.ts';
import { plenaryTexts, stepName } from '../../texts/id/result.ts';
import type { Form as Typed } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { PlenaryData } from './plenary-data.ts';

interface OpenTiesProps {
  readonly data: PlenaryData;
  readonly result: ResultVersion;
  readonly csrf: string;
  /** A decision that was refused, to be kept as typed. */
  readonly typed: Typed | null;
}

export function OpenTies({ data, result, csrf, typed }: OpenTiesProps) {
  const names = new Map(data.finalists.map((finalist) => [finalist.registrationNumber, finalist.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const criteria = result.inputs.rubric.criteria;
  return (
    <>
      {result.body.trace.map((line) => (
        <section class="tumpuk" aria-labelledby={`seri-${line.tied[0]}-${line.step}`} key={`${line.tied.join()}-${line.step}`}>
          <h2 id={`seri-${line.tied[0]}-${line.step}`}>Seri: {formatList(line.tied.map(nameOf))}</h2>
          <p class="redup">
            Tangga seri: {result.body.formula.ladder.map((step) => stepName(step, criteria).toLowerCase()).join(', ')}. Tangga ditetapkan sebelum penilaian
            dibuka.
          </p>
          {line.waiting ? (
            <p>{stepName(line.step, criteria)} menentukan, dan belum ada. Langkah sebelumnya tetap seri.</p>
          ) : (
            <p>
              {stepName(line.step, criteria)} memutuskan: {line.groups.map((group) => formatList(group.map(nameOf))).join(', lalu ')}.
              {line.by ? ` Dasar: ${line.by}.` : ''}
            </p>
          )}
          {line.waiting && line.step === 'decision' && data.isChair && (
            <DecisionForm data={data} result={result} csrf={csrf} typed={typed} line={line} nameOf={nameOf} />
          )}
        </section>
      ))}
    </>
  );
}

function DecisionForm({ data, result, csrf, typed, line, nameOf }: OpenTiesProps & { readonly line: TieTrace; readonly nameOf: (id: string) => string }) {
  const places = line.tied.map((_, at) => ({ value: String(at + 1), label: `Urutan ${at + 1}` }));
  const first = line.tied[0] ?? '';
  const kept = typed?.has(`urutan-${first}`) ? typed : null;
  return (
    <Form action={paths.plenaryAct(data.edition.year, data.category.code, 'putusan')} csrf={csrf} hidden={{ hasil: result.resultId }}>
      {line.tied.map((id) => (
        <Field
          key={id}
          kind="select"
          name={`urutan-${id}`}
          label={nameOf(id)}
          hint="Angka yang sama berarti tetap seri."
          choices={places}
          placeholder="Pilih urutan"
          value={kept?.text(`urutan-${id}`)}
          short
        />
      ))}
      <Field name="berita-acara" id={`ba-${first}`} label="Nomor berita acara" maxLength={120} value={kept?.text('berita-acara')} />
      <Field
        kind="textarea"
        name="alasan"
        id={`alasan-${first}`}
        label="Alasan"
        hint="Wajib. Dibacakan dan dicetak di berita acara."
        rows={3}
        maxLength={2000}
        value={kept?.text('alasan')}
      />
      <p>
        <Button kind="utama">{plenaryTexts.decide}</Button>
      </p>
    </Form>
  );
}
