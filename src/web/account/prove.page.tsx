// A fresh proof on a page of its own, for those who have no password to type into a form: by passkey, or by the office's sign-on.

import { proveByPasskey } from '../../actions/people/passkeys.ts';
import { perform } from '../../actions/perform.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { newChallenge, requestOptions } from '../../platform/passkey.ts';
import { findFactors } from '../../store/people-factor.read.ts';
import { findSsoSetting } from '../../store/people-sso.read.ts';
import { passkeyTexts } from '../../texts/id/passkey.ts';
import { page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { passkeySite } from '../passkey-site.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { PasskeyForm } from '../ui/passkey-form.tsx';
import { safePath } from './sign-in.page.tsx';

export function showProve(c: Ctx): Promise<Response> {
  return drawProve(c, safePath(c.req.query('ke') ?? '') || paths.account, null);
}

export async function proveHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const to = safePath(form.text('ke')) || paths.account;
  const by = await provenWho(c, form);
  return by.ok ? seeOther(c, to) : drawProve(c, to, by.refusal);
}

export async function proveWithPasskey(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const to = safePath(form.text('ke')) || paths.account;
  const answered = { site: passkeySite(c), answer: form.text('jawaban'), sessionId: signedIn(c).sessionId };
  const outcome = await perform(c.var.platform, who(c), (act) => proveByPasskey(act, c.var.platform.vault, answered));
  return outcome.ok ? seeOther(c, to) : drawProve(c, to, outcome.refusal);
}

/** The page itself, also after a proof that did not hold. */
export async function drawProve(c: Ctx, to: string, refusal: Refusal | null): Promise<Response> {
  const { actor, csrf } = signedIn(c);
  const { db, vault, now } = c.var.platform;
  const { regionId } = c.var.region;
  const [{ passkeys }, sso] = await Promise.all([findFactors(db, regionId, actor.personId), findSsoSetting(db, regionId)]);
  const proof = <ProofField c={c} refusal={refusal} />;
  const options = requestOptions(
    passkeySite(c),
    newChallenge(vault, { purpose: 'prove', personId: actor.personId }, now()),
    passkeys.map(({ credentialId }) => credentialId),
  );
  return page(
    c,
    { title: 'Pastikan ini Anda', back: { href: to, label: 'Kembali' }, error: refusal !== null, islands: ['passkey'] },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Pastikan ini Anda</h1>
      <p class="utama">Berlaku sepuluh menit, untuk perubahan yang menyangkut akun dan hak orang.</p>
      <Form action={paths.prove} csrf={csrf} hidden={{ ke: to }}>
        {proof}
        <Button kind="utama">Pastikan</Button>
      </Form>
      {passkeys.length > 0 && <PasskeyForm action={`${paths.prove}/kunci`} csrf={csrf} hidden={{ ke: to }} options={options} label={passkeyTexts.prove} />}
      {sso?.isOn && (
        <p>
          <ButtonLink href={`${paths.ssoLeave}?ke=${encodeURIComponent(to)}`}>{`Pastikan dengan ${sso.label}`}</ButtonLink>
        </p>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
