// Which sheets are sealed, open, absent or recused: states only. The chair reopens or records an absence here.

import { pairKey } from '../../domain/jury/panel.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { juryTexts } from '../../texts/id/jury.ts';
import { plenaryTexts } from '../../texts/id/result.ts';
import { errorOf } from '../answer.tsx';
import type { Form as Typed } from '../form.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { type LongColumn, LongTable } from '../ui/long-table.tsx';
import type { PlenaryData } from './plenary-data.ts';

/** A refused form of the chair: where it was sent, and what was typed. */
export interface RefusedForm {
  readonly act: string;
  readonly typed: Typed;
  readonly refusal: Refusal | null;
}

interface SheetStatesProps {
  readonly data: PlenaryData;
  readonly csrf: string;
  readonly refused: RefusedForm | null;
}

type State = 'draft' | 'sealed' | 'absent' | 'recused' | 'none';
const WORDS: Readonly<Record<State, string>> = { ...juryTexts.states, recused: 'Benturan kepentingan', none: 'Belum menyatakan benturan' };

export function SheetStates({ data, csrf, refused }: SheetStatesProps) {
  const sheets = new Map(data.standings.map((sheet) => [pairKey(sheet.jurorId, sheet.entryId), sheet]));
  const stateOf = (jurorId: string, entryId: string): State => {
    const key = pairKey(jurorId, entryId);
    return data.recused.has(key) ? 'recused' : (sheets.get(key)?.state ?? 'none');
  };
  const columns: readonly LongColumn<PlenaryData['finalists'][number]>[] = [
    { key: 'usulan', label: 'Usulan', heading: true, cell: ({ name }) => name },
    ...data.panel.map(({ code, personId }) => ({
      key: code,
      label: code,
      phoneLabel: code,
      cell: ({ entryId }: PlenaryData['finalists'][number]) => WORDS[stateOf(personId, entryId)],
    })),
  ];
  return (
    <section class="tumpuk" aria-labelledby="lembar">
      <h2 id="lembar">Lembar juri</h2>
      <LongTable label="Status lembar juri" columns={columns} rows={data.finalists} />
      <p class="kecil redup">{data.panel.map((juror) => `${juror.code} ${juror.name}`).join(' · ')}</p>
      {data.isChair && <ChairForms data={data} csrf={csrf} refused={refused} stateOf={stateOf} />}
    </section>
  );
}

function ChairForms({ data, csrf, refused, stateOf }: SheetStatesProps & { readonly stateOf: (jurorId: string, entryId: string) => State }) {
  const pairs = data.panel.flatMap((juror) => data.finalists.map((finalist) => ({ juror, finalist, state: stateOf(juror.personId, finalist.entryId) })));
  const choice = ({ juror, finalist }: (typeof pairs)[number]) => ({
    value: `${juror.personId} ${finalist.entryId}`,
    label: `${juror.code} ${juror.name}: ${finalist.name}`,
  });
  const open = pairs.filter(({ state }) => state === 'draft' || state === 'none').map(choice);
  const closed = pairs.filter(({ state }) => state === 'sealed' || state === 'absent').map(choice);
  const address = (act: string) => paths.plenaryAct(data.edition.year, data.category.code, act);
  const common = { csrf, refused };
  const isSigned = (data.result?.signatures.length ?? 0) > 0;
  return (
    <>
      {open.length > 0 && <ChairForm id="absen" title={plenaryTexts.absent} action={address('absen')} choices={open} {...common} />}
      {closed.length > 0 && !isSigned && <ChairForm id="buka" title={plenaryTexts.reopen} action={address('buka')} choices={closed} {...common} />}
    </>
  );
}

interface ChairFormProps {
  readonly id: string;
  readonly title: string;
  readonly action: string;
  readonly csrf: string;
  readonly refused: RefusedForm | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function ChairForm({ id, title, action, csrf, refused, choices }: ChairFormProps) {
  const typed = refused?.act === id ? refused.typed : null;
  return (
    <details class="rinci" open={typed !== null}>
      <summary>{title}</summary>
      <Form action={action} csrf={csrf}>
        <Field
          kind="select"
          name="pasangan"
          id={`${id}-pasangan`}
          label="Juri dan usulan"
          value={typed?.text('pasangan')}
          choices={choices}
          placeholder="Pilih lembar"
          error={errorOf(typed === null ? null : (refused?.refusal ?? null), `${id}-pasangan`)}
        />
        <Field name="alasan" id={`${id}-alasan`} label={juryTexts.reason} value={typed?.text('alasan')} hint="Wajib. Tercatat dalam jejak." maxLength={1000} />
        <p>
          <Button kind="bahaya">{title}</Button>
        </p>
      </Form>
    </details>
  );
}
