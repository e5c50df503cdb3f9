// Whether deciding roles need a second factor in the whole region: from when, and how it is taken off or put back.

import type { Refusal } from '../../domain/shared/outcome.ts';
import type { AccessSetting } from '../../store/access-setting.read.ts';
import { ruleTexts } from '../../texts/id/access.ts';
import { formatDayMonthYear, zoneOf } from '../../texts/id/format.ts';
import { errorOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { ProofField } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

export function FactorRule({ c, setting, refusal }: { readonly c: Ctx; readonly setting: AccessSetting | null; readonly refusal: Refusal | null }) {
  const from = setting?.secondFactorFrom ?? null;
  const day = from === null ? '' : formatDayMonthYear(from, zoneOf(c.var.region.zone));
  return (
    <section class="baca tumpuk" aria-labelledby="peran-penentu">
      <h2 id="peran-penentu">{ruleTexts.title}</h2>
      <p>{from === null ? `${ruleTexts.off} ${setting?.reason ?? ''}` : from <= c.var.platform.now() ? ruleTexts.on(day) : ruleTexts.ahead(day)}</p>
      <Form action={`${paths.security}/${from === null ? 'wajib' : 'cabut'}`} csrf={signedIn(c).csrf} label={ruleTexts.title}>
        {from !== null && <Field name="alasan" kind="textarea" rows={2} label={ruleTexts.reason} error={errorOf(refusal, 'alasan')} />}
        <ProofField c={c} refusal={refusal} id="bukti-penentu" />
        {from === null ? <Button>{ruleTexts.begin}</Button> : <Button kind="bahaya">{ruleTexts.end}</Button>}
      </Form>
    </section>
  );
}
