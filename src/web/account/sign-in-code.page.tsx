// The second step of a sign-in: a code of the authenticator, or a recovery code.

import { finishSignIn } from '../../actions/people/prove.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { findStep } from '../../store/people-factor.read.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { clearStepCookie, deviceMark, stepCookieOf } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Contact } from '../ui/contact.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Details, Door } from '../ui/panels.tsx';
import { addressOf, visitorDevice } from '../visitor-address.ts';
import { comeIn, safePath } from './sign-in.page.tsx';

export async function showSignInCode(c: Ctx): Promise<Response> {
  const step = await findStep(c.var.platform.db, c.var.region.regionId, sha256Bytes(stepCookieOf(c)), c.var.platform.now());
  const to = safePath(c.req.query('ke') ?? '');
  return step === null ? seeOther(c, paths.signIn(to || undefined)) : draw(c, to, null);
}

export async function signInWithCode(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const to = safePath(form.text('ke'));
  const outcome = await finishSignIn(c.var.platform, {
    regionId: c.var.region.regionId,
    step: stepCookieOf(c),
    code: form.text('kode'),
    address: addressOf(c),
    device: visitorDevice(c),
    mark: deviceMark(c),
  });
  if (outcome.ok) {
    clearStepCookie(c);
    return comeIn(c, outcome.value.token, outcome.value.personId, to);
  }
  if (outcome.refusal.code === 'person.step-over') return seeOther(c, paths.signIn(to || undefined));
  return draw(c, to, outcome.refusal);
}

function draw(c: Ctx, to: string, refusal: Refusal | null): Response {
  return page(
    c,
    { title: 'Kode masuk', error: refusal !== null, layout: 'penuh' },
    <Door motto="Satu langkah lagi: kode yang hanya ada di tangan Anda.">
      <div class="tumpuk ruang-5">
        {refusal && <ErrorSummary problems={problemsOf(refusal)} title="Belum dapat masuk" />}
        <h1>Kode masuk</h1>
        <Form action={paths.signInCode} hidden={to === '' ? {} : { ke: to }}>
          <Field
            name="kode"
            label="Enam angka dari aplikasi autentikator"
            hint="Atau satu kode pemulihan Anda."
            autocomplete="one-time-code"
            error={errorOf(refusal, 'kode')}
          />
          <Button kind="utama">Masuk</Button>
        </Form>
        <Details summary="Ponsel hilang atau diganti">
          <p>Pakai satu kode pemulihan yang Anda simpan. Bila tidak ada, minta admin melepas pengaman kedua Anda; itu selesai dalam satu menit.</p>
          <Contact text={c.var.region.contact} />
        </Details>
        <p>
          <a href={to === '' ? paths.passkeySignIn : `${paths.passkeySignIn}?ke=${encodeURIComponent(to)}`}>Pakai kunci sandi</a>
        </p>
        <p>
          <a href={paths.signIn()}>Masuk dengan akun lain</a>
        </p>
      </div>
    </Door>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
