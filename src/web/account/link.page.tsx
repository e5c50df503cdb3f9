import { signOut } from '../../actions/people/sign-in.ts';
import { enterByLink } from '../../actions/people/use-link.ts';
import { perform } from '../../actions/perform.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { findLink, type LinkRow } from '../../store/people.read.ts';
import { passwordTexts } from '../../texts/id/access.ts';
import { fullStop } from '../../texts/id/format.ts';
import { accountWords, linkTexts } from '../../texts/id/people-invite.ts';
import { errorOf, notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import type { Ctx, Visitor } from '../request.ts';
import { keepSaid } from '../said.ts';
import { clearSessionCookie, deviceMark, setAccountCookie } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Contact } from '../ui/contact.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { visitorDevice } from '../visitor-address.ts';
import { goOn } from './sign-in.page.tsx';

export async function showLink(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export async function acceptLink(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const password = form.text('password');
  if (password !== form.text('again')) return draw(c, refuse('password.invalid', {}, { again: fault('password.differs') }).refusal);
  const { platform, region } = c.var;
  const link = await linkOf(c);
  const outcome = await enterByLink(platform, {
    regionId: region.regionId,
    token: c.req.param('code') ?? '',
    password,
    device: visitorDevice(c),
    mark: deviceMark(c),
  });
  if (!outcome.ok) return draw(c, outcome.refusal);
  const other = link && otherHere(c, link);
  if (other) await perform(platform, { regionId: region.regionId, actor: other.actor }, (act) => signOut(act, { sessionId: other.sessionId }));
  if (outcome.value.kind === 'session' && link) keepSaid(c, ['password-set', link.personName]);
  else if (c.var.visitor !== null) clearSessionCookie(c);
  if (outcome.value.kind !== 'kept') return goOn(c, outcome.value, '');
  setAccountCookie(c, outcome.value.account);
  return seeOther(c, paths.signIn(), null);
}

function linkOf(c: Ctx): Promise<LinkRow | null> {
  return findLink(c.var.platform.db, c.var.region.regionId, sha256Bytes(c.req.param('code') ?? ''), c.var.platform.now());
}

/** Somebody else who is signed in in this browser. */
function otherHere(c: Ctx, link: LinkRow): Visitor | null {
  return c.var.visitor?.actor.personId === link.personId ? null : c.var.visitor;
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const code = c.req.param('code') ?? '';
  if (code.length !== 43) return notFound(c);
  const link = await linkOf(c);
  if (link === null) {
    return page(
      c,
      { title: 'Tautan tidak berlaku' },
      <div class="baca tumpuk">
        <h1>Tautan tidak berlaku</h1>
        <Notice kind="awas">Tautan ini sudah dipakai atau sudah lewat masanya. Minta tautan baru kepada admin.</Notice>
        <Contact text={c.var.region.contact} />
        <p>
          <a href="/masuk">Masuk</a>
        </p>
      </div>,
      404,
    );
  }
  const other = otherHere(c, link);
  return page(
    c,
    { title: 'Buat kata sandi', error: refusal !== null, hiddenFromSearch: true, isForOther: other !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Buat kata sandi</h1>
      <p class="utama">{fullStop(`Untuk ${link.personName}`)} Tautan ini hanya dapat dipakai satu kali.</p>
      {other && <Notice kind="awas">{linkTexts.otherHere(other.actor.name, link)}</Notice>}
      <p>
        Selanjutnya Anda masuk dengan <b>{accountWords(link.account)}</b> dan kata sandi ini.
      </p>
      <Form action={paths.link(code)} csrf={c.var.visitor?.csrf}>
        <Field
          name="password"
          kind="password"
          label="Kata sandi baru"
          hint={passwordTexts.hint}
          autocomplete="new-password"
          error={errorOf(refusal, 'password')}
        />
        <Field name="again" kind="password" label="Ketik sekali lagi" autocomplete="new-password" error={errorOf(refusal, 'again')} />
        <Button kind="utama">Simpan kata sandi</Button>
      </Form>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
