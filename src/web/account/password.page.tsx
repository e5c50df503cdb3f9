import { changePassword } from '../../actions/people/change-password.ts';
import { perform } from '../../actions/perform.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { passwordTexts } from '../../texts/id/access.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

export function showPassword(c: Ctx): Response {
  return draw(c, null);
}

export async function changePasswordHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const password = form.text('password');
  if (password !== form.text('again')) return draw(c, refuse('password.invalid', {}, { again: fault('password.differs') }).refusal);
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => changePassword(act, { password, sessionId: signedIn(c).sessionId })) : by;
  return outcome.ok ? seeOther(c, `${paths.account}?sandi=baru`) : draw(c, outcome.refusal);
}

function draw(c: Ctx, refusal: Refusal | null): Response {
  return page(
    c,
    { title: 'Ganti kata sandi', back: { href: paths.account, label: 'Akun saya' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Ganti kata sandi</h1>
      <p class="utama">Sesi Anda di perangkat lain berakhir.</p>
      <Form action={paths.password} csrf={signedIn(c).csrf}>
        <Field
          name="password"
          kind="password"
          label="Kata sandi baru"
          hint={passwordTexts.hint}
          autocomplete="new-password"
          error={errorOf(refusal, 'password')}
        />
        <Field name="again" kind="password" label="Ketik sekali lagi" autocomplete="new-password" error={errorOf(refusal, 'again')} />
        <ProofField c={c} refusal={refusal} />
        <Button kind="utama">Simpan kata sandi</Button>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
