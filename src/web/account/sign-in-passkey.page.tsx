// Coming in with a passkey: a page of its own, because it alone needs a script.

import { signInByPasskey } from '../../actions/people/passkeys.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { newChallenge, requestOptions } from '../../platform/passkey.ts';
import { passkeyTexts } from '../../texts/id/passkey.ts';
import { page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { PasskeyPlace } from '../passkey-place.tsx';
import { passkeySite } from '../passkey-site.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { clearStepCookie, deviceMark } from '../session.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Door } from '../ui/panels.tsx';
import { PasskeyForm } from '../ui/passkey-form.tsx';
import { visitorDevice } from '../visitor-address.ts';
import { comeIn, safePath } from './sign-in.page.tsx';

export function showPasskeySignIn(c: Ctx): Response {
  if (c.var.visitor !== null) return seeOther(c, paths.mine);
  return draw(c, safePath(c.req.query('ke') ?? ''), null);
}

export async function signInWithPasskey(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const to = safePath(form.text('ke'));
  const answered = { regionId: c.var.region.regionId, site: passkeySite(c), answer: form.text('jawaban'), device: visitorDevice(c), mark: deviceMark(c) };
  const outcome = await signInByPasskey(c.var.platform, answered);
  if (!outcome.ok) return draw(c, to, outcome.refusal);
  clearStepCookie(c);
  return comeIn(c, outcome.value.token, outcome.value.personId, to);
}

function draw(c: Ctx, to: string, refusal: Refusal | null): Response {
  const { vault, now } = c.var.platform;
  const options = requestOptions(passkeySite(c), newChallenge(vault, { purpose: 'enter', personId: '' }, now()));
  return page(
    c,
    { title: passkeyTexts.enter, error: refusal !== null, layout: 'penuh', islands: ['passkey'] },
    <Door motto="Kuncinya ada di tangan Anda, bukan di ingatan.">
      <div class="tumpuk ruang-5">
        {refusal && <ErrorSummary problems={problemsOf(refusal)} title="Belum dapat masuk" />}
        <h1>{passkeyTexts.enter}</h1>
        <p>{passkeyTexts.lead}</p>
        <PasskeyPlace c={c} />
        <PasskeyForm action={paths.passkeySignIn} hidden={to === '' ? {} : { ke: to }} options={options} label={passkeyTexts.enter} kind="utama" />
        <noscript>
          <p>{passkeyTexts.needsScript}</p>
        </noscript>
        <p>
          <a href={paths.signIn(to || undefined)}>Masuk dengan kata sandi</a>
        </p>
      </div>
    </Door>,
    refusal === null ? 200 : statusOf(refusal),
  );
}
