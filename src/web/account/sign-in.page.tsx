import { type SignedIn, signIn, signOut } from '../../actions/people/sign-in.ts';
import { perform } from '../../actions/perform.ts';
import { decides } from '../../domain/access/request.ts';
import { rolesOf } from '../../domain/people/role.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { DAY, millisecondsBetween } from '../../domain/shared/time.ts';
import { listAlone } from '../../store/access-request.read.ts';
import { newestRestore } from '../../store/backup.read.ts';
import { findActor } from '../../store/people.read.ts';
import { findSsoSetting } from '../../store/people-sso.read.ts';
import { restoredTexts } from '../../texts/id/backup-key.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { passkeyTexts } from '../../texts/id/passkey.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { yearHere } from '../committee/committee-view.ts';
import { readForm } from '../form.ts';
import { landingOf } from '../landing.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { deviceMark, keepDeviceMark, setSessionCookie, setStepCookie, takeAccountCookie } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Contact } from '../ui/contact.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Door } from '../ui/panels.tsx';
import { addressOf, visitorDevice } from '../visitor-address.ts';

export async function showSignIn(c: Ctx): Promise<Response> {
  if (c.var.visitor !== null) return seeOther(c, paths.mine);
  const account = takeAccountCookie(c);
  return drawSignIn(c, { account, to: safePath(c.req.query('ke') ?? ''), isNewPassword: account !== '' }, null);
}

export async function signInHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const typed = { account: form.text('akun'), to: safePath(form.text('ke')) };
  const password = form.text('sandi');
  if (typed.account.trim() === '' || password === '') return drawSignIn(c, typed, nothingTyped(typed.account, password));
  const outcome = await signIn(c.var.platform, {
    regionId: c.var.region.regionId,
    account: typed.account,
    password,
    address: addressOf(c),
    device: visitorDevice(c),
    mark: deviceMark(c),
  });
  return outcome.ok ? goOn(c, outcome.value, typed.to) : drawSignIn(c, typed, outcome.refusal);
}

/** Into the session, or on to the second step. */
export async function goOn(c: Ctx, { kind, token, personId }: SignedIn, to: string): Promise<Response> {
  if (kind === 'session') return comeIn(c, token, personId, to);
  setStepCookie(c, token);
  return seeOther(c, to === '' ? paths.signInCode : `${paths.signInCode}?ke=${encodeURIComponent(to)}`, null);
}

/** An empty field is named before anything is looked up: it tells nothing of accounts and is no try. */
function nothingTyped(account: string, password: string): Refusal {
  return refuse(
    'person.sign-in-empty',
    {},
    {
      ...(account.trim() === '' ? { akun: fault('person.account-missing') } : {}),
      ...(password === '' ? { sandi: fault('person.password-missing') } : {}),
    },
  ).refusal;
}

/** Gives the browser its session and leads to what waits about them, to a list set up alone that they are the first to see, to where they wanted to go, or to their work. */
export async function comeIn(c: Ctx, token: string, personId: string, to: string): Promise<Response> {
  const other = c.var.visitor;
  // Of two people on one device the first is out; the same person's other tab goes on.
  if (other !== null && other.actor.personId !== personId)
    await perform(c.var.platform, { regionId: c.var.region.regionId, actor: other.actor }, (act) => signOut(act, { sessionId: other.sessionId }));
  keepDeviceMark(c);
  setSessionCookie(c, token);
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const actor = await findActor(db, regionId, personId, now());
  if (actor?.waiting !== undefined) return seeOther(c, paths.waiting, null);
  const looksFirst = actor !== null && decides(actor) && (await listAlone(db, regionId)).some(({ askedBy }) => askedBy !== personId);
  if (looksFirst) return seeOther(c, paths.access, null);
  if (to !== '') return seeOther(c, to, null);
  return seeOther(c, landingOf(actor === null ? [] : rolesOf(actor), await yearHere(c, actor)), null);
}

interface Typed {
  readonly account: string;
  readonly to: string;
  /** Comes from a link by which the password was just set. */
  readonly isNewPassword?: boolean;
}

/** How long the door says that data came back from a backup. */
const SAID_DAYS = 7;

/** The page itself, also after a way in that did not open. */
export async function drawSignIn(c: Ctx, typed: Typed, refusal: Refusal | null): Promise<Response> {
  const sso = await findSsoSetting(c.var.platform.db, c.var.region.regionId);
  const restored = await newestRestore(c.var.platform.db);
  const isRecent = restored !== null && millisecondsBetween(restored.finishedAt, c.var.platform.now()) < SAID_DAYS * DAY;
  const onward = typed.to === '' ? '' : `?ke=${encodeURIComponent(typed.to)}`;
  return page(
    c,
    { title: 'Masuk', current: paths.signIn(), error: refusal !== null, layout: 'penuh' },
    <Door motto="Dijahit, dicelup, lalu dibuka: nilai terlihat setelah semua selesai.">
      <div class="tumpuk ruang-5">
        {refusal && <ErrorSummary problems={problemsOf(refusal)} title="Belum dapat masuk" />}
        {typed.isNewPassword && (
          <Notice kind="sukses" title="Kata sandi tersimpan" live>
            Masuk dengan kata sandi yang baru.
          </Notice>
        )}
        <h1>Masuk</h1>
        {isRecent && <Notice title={restoredTexts.title}>{restoredTexts.note(formatDateTime(restored.finishedAt, zoneOf(c.var.region.zone)))}</Notice>}
        <Form action="/masuk" hidden={typed.to === '' ? {} : { ke: typed.to }}>
          <Field name="akun" label="NIP atau surel" value={typed.account} autocomplete="username" error={errorOf(refusal, 'akun')} />
          <Field name="sandi" kind="password" label="Kata sandi" autocomplete="current-password" error={errorOf(refusal, 'sandi')} />
          <Button kind="utama">Masuk</Button>
        </Form>
        {sso?.isOn && (
          <p>
            <ButtonLink href={`${paths.ssoLeave}${onward}`}>{`Masuk dengan ${sso.label}`}</ButtonLink>
          </p>
        )}
        <p>
          <a href={paths.forgotten}>Lupa kata sandi</a>
        </p>
        <div>
          <p class="redup">Satu orang satu akun. Belum punya akun? Minta undangan kepada admin.</p>
          <Contact text={c.var.region.contact} />
        </div>
        <p>
          <a href={`${paths.passkeySignIn}${onward}`}>{passkeyTexts.enter}</a>
          <br />
          <small class="redup">{passkeyTexts.enterNote}</small>
        </p>
      </div>
    </Door>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** Only a path of this site; anything else leads home. */
export function safePath(path: string): string {
  return /^\/(?![/\\])[\w\-./%?=&]*$/.test(path) ? path : '';
}
