import { getConnInfo } from '@hono/node-server/conninfo';
import { signIn } from '../../actions/people/sign-in.ts';
import { rolesOf } from '../../domain/people/role.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findActor } from '../../store/people.read.ts';
import { page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { yearHere } from '../committee/committee-view.ts';
import { readForm } from '../form.ts';
import { landingOf } from '../landing.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { setSessionCookie } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Door } from '../ui/panels.tsx';

export function showSignIn(c: Ctx): Response {
  if (c.var.visitor !== null) return seeOther(c, paths.mine);
  return draw(c, { account: '', to: safePath(c.req.query('ke') ?? '') }, null);
}

export async function signInHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const typed = { account: form.text('akun'), to: safePath(form.text('ke')) };
  const outcome = await signIn(c.var.platform, {
    regionId: c.var.region.regionId,
    account: typed.account,
    password: form.text('sandi'),
    address: addressOf(c),
  });
  if (!outcome.ok) return draw(c, typed, outcome.refusal);
  setSessionCookie(c, outcome.value.token);
  return seeOther(c, typed.to === '' ? await landing(c, outcome.value.personId) : typed.to);
}

async function landing(c: Ctx, personId: string): Promise<string> {
  const { db, now } = c.var.platform;
  const actor = await findActor(db, c.var.region.regionId, personId, now());
  return landingOf(actor === null ? [] : rolesOf(actor), await yearHere(c));
}

function draw(c: Ctx, typed: { readonly account: string; readonly to: string }, refusal: Refusal | null): Response {
  return page(
    c,
    { title: 'Masuk', error: refusal !== null, layout: 'penuh' },
    <Door motto="Dijahit, dicelup, lalu dibuka: nilai terlihat setelah semua selesai.">
      <div class="tumpuk ruang-5">
        {refusal && <ErrorSummary problems={problemsOf(refusal)} title="Belum dapat masuk" />}
        <h1>Masuk</h1>
        <Form action="/masuk" hidden={typed.to === '' ? {} : { ke: typed.to }}>
          <Field name="akun" label="NIP atau surel" value={typed.account} autocomplete="username" />
          <Field name="sandi" kind="password" label="Kata sandi" autocomplete="current-password" />
          <Button kind="utama">Masuk</Button>
        </Form>
        <p>
          <a href={paths.forgotten}>Lupa kata sandi</a>
        </p>
        <p class="redup">Satu orang satu akun. Belum punya akun? Minta undangan kepada sekretariat.</p>
      </div>
    </Door>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** Only a path of this site; anything else leads home. */
function safePath(path: string): string {
  return /^\/(?![/\\])[\w\-./%?=&]*$/.test(path) ? path : '';
}

/** The socket's address; a forwarding header counts only when a trusted proxy stands in front. */
function addressOf(c: Ctx): string {
  if (c.var.platform.trustedProxy) {
    const last = (c.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim();
    if (last) return last;
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
