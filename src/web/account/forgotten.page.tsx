// A forgotten password: by mail when the office has a mail server, by a person otherwise. The answer is the same whether the account exists or not.

import { askReset } from '../../actions/people/ask-reset.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findMailSetting } from '../../store/mail.read.ts';
import { page, problemsOf, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { Contact } from '../ui/contact.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { addressOf } from '../visitor-address.ts';

const FRAME = { title: 'Lupa kata sandi', back: { href: '/masuk', label: 'Masuk' } } as const;

export async function showForgotten(c: Ctx): Promise<Response> {
  return draw(c, '', null);
}

export async function askResetHere(c: Ctx): Promise<Response> {
  const account = (await readForm(c)).text('akun').slice(0, 300);
  const { regionId } = c.var.region;
  if (account === '' || !(await hasMail(c))) return draw(c, '', null);
  const outcome = await askReset(c.var.platform, { regionId, account, address: addressOf(c) });
  if (!outcome.ok) return draw(c, account, outcome.refusal);
  return page(
    c,
    FRAME,
    <div class="baca tumpuk">
      <h1>Periksa surel Anda</h1>
      <Notice kind="sukses" live>
        Bila akun itu ada dan mempunyai surel, tautan sekali pakai sudah dikirim ke sana. Tautan berlaku 15 menit.
      </Notice>
      <p>Belum tiba dalam lima menit? Lihat folder spam, lalu coba lagi.</p>
      <ByPerson c={c} />
    </div>,
  );
}

async function draw(c: Ctx, account: string, refusal: Refusal | null): Promise<Response> {
  const byMail = await hasMail(c);
  return page(
    c,
    { ...FRAME, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Lupa kata sandi</h1>
      {byMail && (
        <>
          <p class="utama">Tautan sekali pakai dikirim ke surel yang tercatat pada akun Anda.</p>
          <Form action={paths.forgotten} csrf={c.var.visitor?.csrf}>
            <Field name="akun" label="NIP atau surel" value={account} autocomplete="username" />
            <Button kind="utama">Kirim tautan</Button>
          </Form>
          <h2>Tidak punya surel?</h2>
        </>
      )}
      <ByPerson c={c} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function ByPerson({ c }: { readonly c: Ctx }) {
  return (
    <>
      <p>Mintalah tautan sekali pakai kepada admin. Tautan dapat dikirim lewat WhatsApp atau dicetak.</p>
      <p>Sebutkan nama, jabatan, dan kantor Anda. Isian Anda yang tersimpan tetap aman.</p>
      <Contact text={c.var.region.contact} />
    </>
  );
}

async function hasMail(c: Ctx): Promise<boolean> {
  return (await findMailSetting(c.var.platform.db, c.var.region.regionId))?.isOn === true;
}
