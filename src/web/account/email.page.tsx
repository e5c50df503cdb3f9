import { changeEmail } from '../../actions/people/change-account.ts';
import { perform } from '../../actions/perform.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findPerson } from '../../store/people.read.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

export async function showEmail(c: Ctx): Promise<Response> {
  const person = await findPerson(c.var.platform.db, c.var.region.regionId, signedIn(c).actor.personId);
  return draw(c, person?.email ?? '', null);
}

export async function changeEmailHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const email = form.text('email');
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => changeEmail(act, { email })) : by;
  return outcome.ok ? seeOther(c, `${paths.account}?surel=baru`) : draw(c, email, outcome.refusal);
}

function draw(c: Ctx, email: string, refusal: Refusal | null): Response {
  return page(
    c,
    { title: 'Ganti surel', back: { href: paths.account, label: 'Akun saya' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Ganti surel</h1>
      <p class="utama">Surel dipakai untuk masuk dan menerima kabar.</p>
      <Form action={paths.email} csrf={signedIn(c).csrf}>
        <Field name="email" label="Surel baru" value={email} inputMode="email" autocomplete="email" error={errorOf(refusal, 'email')} />
        <ProofField c={c} refusal={refusal} />
        <Button kind="utama">Simpan surel</Button>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
