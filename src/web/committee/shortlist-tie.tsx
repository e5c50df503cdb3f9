// The decision on a tie at the line: an order for each, the number of the minutes, the reason.

import type { Refusal } from '../../domain/shared/outcome.ts';
import type { ShortlistVersion } from '../../store/result-desk.read.ts';
import { errorOf } from '../answer.tsx';
import type { Form as Typed } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { ShortlistView } from './shortlist.page.tsx';

interface CutFormProps {
  readonly c: Ctx;
  readonly view: ShortlistView;
  readonly shortlist: ShortlistVersion;
  readonly refusal: Refusal | null;
  readonly typed: Typed | null;
}

export function CutForm({ c, view, shortlist, refusal, typed }: CutFormProps) {
  const tied = shortlist.body.unresolvedAtCut;
  const places = tied.map((_, at) => ({ value: String(at + 1), label: `Tempat ${at + 1}` }));
  const orderFault = errorOf(refusal, 'order');
  return (
    <section class="kartu kartu--garis" aria-labelledby="seri">
      <h2 id="seri">Putuskan seri di garis</h2>
      <p>
        {tied.length} usulan seri untuk {shortlist.body.placesLeft} tempat. Rapat memutus menurut tangga yang sudah diumumkan; sistem tidak pernah memotong
        menurut nama atau waktu.
      </p>
      <Form
        action={`${paths.shortlist(view.edition.year, view.category.code)}/putusan`}
        csrf={signedIn(c).csrf}
        hidden={{ id: c.var.platform.newId(), daftar: shortlist.shortlistId }}
      >
        {tied.map((id, at) => (
          <Field
            key={id}
            kind="select"
            id={at === 0 ? 'order' : `order-${id}`}
            name={`order-${id}`}
            label={`${view.names.get(id)?.innovationName ?? id} (${id})`}
            placeholder="Pilih tempat"
            short
            choices={places}
            value={typed?.text(`order-${id}`)}
            error={at === 0 ? orderFault : undefined}
          />
        ))}
        <Field name="act" label="Nomor berita acara" short value={typed?.text('act')} error={errorOf(refusal, 'act')} />
        <Field kind="textarea" rows={3} name="reason" label="Alasan" value={typed?.text('reason')} error={errorOf(refusal, 'reason')} />
        <Button kind="utama">Simpan putusan</Button>
      </Form>
    </section>
  );
}

/** The chosen places as groups, best first; entries left without a place are missing and refused by the rule. */
export function orderFrom(form: Typed, tied: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<number, string[]>();
  for (const id of tied) {
    const place = Number(form.text(`order-${id}`));
    if (Number.isInteger(place) && place > 0) groups.set(place, [...(groups.get(place) ?? []), id]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, ids]) => ids);
}
