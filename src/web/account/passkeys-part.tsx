// Passkeys on the page of the second factor: those there are, and one more.

import type { Refusal } from '../../domain/shared/outcome.ts';
import type { PasskeyRow } from '../../store/people-factor.read.ts';
import { formatDayMonthYear } from '../../texts/id/format.ts';
import { passkeyTexts } from '../../texts/id/passkey.ts';
import { errorOf } from '../answer.tsx';
import { PasskeyPlace } from '../passkey-place.tsx';
import { paths } from '../paths.ts';
import { ProofField } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { PasskeyForm } from '../ui/passkey-form.tsx';

interface PasskeysProps {
  readonly c: Ctx;
  readonly passkeys: readonly PasskeyRow[];
  /** What the browser is asked when one is added. */
  readonly options: string;
  readonly refusal: Refusal | null;
}

export function Passkeys({ c, passkeys, options, refusal }: PasskeysProps) {
  const { csrf } = signedIn(c);
  return (
    <section class="tumpuk" aria-labelledby="kunci">
      <h2 id="kunci">{passkeyTexts.title}</h2>
      <p>{passkeyTexts.lead}</p>
      {passkeys.length > 0 && (
        <ul class="tumpuk">
          {passkeys.map(({ credentialId, name, createdAt, usedAt }) => (
            <li key={credentialId}>
              <b>{name}</b>, sejak {formatDayMonthYear(createdAt)}
              {usedAt !== null && `, terakhir dipakai ${formatDayMonthYear(usedAt)}`}
              <Form action={`${paths.passkeys}/hapus`} csrf={csrf} hidden={{ kunci: credentialId }} label={`Hapus kunci ${name}`}>
                <ProofField c={c} refusal={refusal} id={`bukti-${credentialId.slice(0, 12)}`} />
                <Button kind="netral" size="kecil">
                  Hapus kunci
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <PasskeyPlace c={c} />
      <PasskeyForm action={paths.passkeys} csrf={csrf} options={options} label={passkeyTexts.add}>
        <Field name="nama" label={passkeyTexts.name} hint={passkeyTexts.nameHint} maxLength={60} error={errorOf(refusal, 'nama')} />
        <ProofField c={c} refusal={refusal} id="bukti-kunci" />
      </PasskeyForm>
      <noscript>
        <p class="redup">{passkeyTexts.needsScript}</p>
      </noscript>
    </section>
  );
}
