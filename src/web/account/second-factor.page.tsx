// The second factor of one's own account: set up with a QR code, recovery codes shown once, taken off.

import { makeCard } from '../../actions/access/make-card.ts';
import { addPasskey, dropPasskey } from '../../actions/people/passkeys.ts';
import { beginTimeCode, confirmTimeCodes, endSecondFactor, renewRecoveryCodes } from '../../actions/people/second-factor.ts';
import { type Act, perform } from '../../actions/perform.ts';
import { writeRecoveryCode } from '../../domain/people/second-factor.ts';
import type { Outcome, Refusal } from '../../domain/shared/outcome.ts';
import { creationOptions, newChallenge } from '../../platform/passkey.ts';
import { drawQr } from '../../platform/qr.ts';
import { timeCodeAddress, timeSecretText } from '../../platform/time-code.ts';
import { findAccount } from '../../store/people.read.ts';
import { type FactorState, findFactors, findTimeCode } from '../../store/people-factor.read.ts';
import { cardTexts } from '../../texts/id/access.ts';
import { formatDayMonthYear, formatWhole } from '../../texts/id/format.ts';
import { factorTexts } from '../../texts/id/people.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { passkeySite } from '../passkey-site.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { CardPart, Receipt } from './card-part.tsx';
import { Passkeys } from './passkeys-part.tsx';

const BACK = { href: paths.account, label: 'Akun saya' };

export function showSecondFactor(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export function beginHere(c: Ctx): Promise<Response> {
  return proven(c, (act) => beginTimeCode(act, c.var.platform.vault));
}

export function endHere(c: Ctx): Promise<Response> {
  return proven(c, endSecondFactor);
}

async function proven(c: Ctx, make: (act: Act) => Promise<Outcome<unknown>>): Promise<Response> {
  const by = await provenWho(c, await readForm(c));
  const outcome = by.ok ? await perform(c.var.platform, by.value, make) : by;
  return outcome.ok ? seeOther(c, paths.secondFactor) : draw(c, outcome.refusal);
}

/** The answer shows the recovery codes, which are not shown again. */
export async function confirmHere(c: Ctx): Promise<Response> {
  const form: Posted = await readForm(c);
  const input = { code: form.text('kode'), sessionId: signedIn(c).sessionId };
  const outcome = await perform(c.var.platform, who(c), (act) => confirmTimeCodes(act, c.var.platform.vault, input));
  return outcome.ok ? codesPage(c, outcome.value.codes) : draw(c, outcome.refusal);
}

export async function renewCodesHere(c: Ctx): Promise<Response> {
  const by = await provenWho(c, await readForm(c));
  const outcome = by.ok ? await perform(c.var.platform, by.value, renewRecoveryCodes) : by;
  return outcome.ok ? codesPage(c, outcome.value.codes) : draw(c, outcome.refusal);
}

/** The first one shows recovery codes. */
export async function addPasskeyHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const by = await provenWho(c, form);
  const input = { site: passkeySite(c), name: form.text('nama'), answer: form.text('jawaban'), sessionId: signedIn(c).sessionId };
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => addPasskey(act, c.var.platform.vault, input)) : by;
  if (!outcome.ok) return draw(c, outcome.refusal);
  return outcome.value.codes.length > 0 ? codesPage(c, outcome.value.codes) : seeOther(c, paths.secondFactor);
}

export async function dropPasskeyHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => dropPasskey(act, { credentialId: form.text('kunci') })) : by;
  return outcome.ok ? seeOther(c, paths.secondFactor) : draw(c, outcome.refusal);
}

/** Ten codes on a card of their own. */
export async function makeCardHere(c: Ctx): Promise<Response> {
  const by = await provenWho(c, await readForm(c));
  const { sessionId } = signedIn(c);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => makeCard(act, { sessionId })) : by;
  return outcome.ok ? codesPage(c, outcome.value.codes, cardTexts.title) : draw(c, outcome.refusal);
}

function codesPage(c: Ctx, codes: readonly string[], title: string = factorTexts.codesTitle): Response {
  return page(
    c,
    { title, back: BACK, islands: ['hand-out'] },
    <div class="baca tumpuk">
      <h1>{title}</h1>
      <Notice kind="awas" title="Cetak atau salin sekarang">
        {factorTexts.codesOnce}
      </Notice>
      <ol class="kolom2">
        {codes.map((code) => (
          <li key={code}>
            <code>{writeRecoveryCode(code)}</code>
          </li>
        ))}
      </ol>
      {title === cardTexts.title && <Receipt name={signedIn(c).actor.name} />}
      <p data-cetak />
      <p class="jangan-cetak">
        <ButtonLink kind="utama" href={paths.mine}>
          Sudah saya simpan
        </ButtonLink>
      </p>
    </div>,
  );
}

async function draw(c: Ctx, refusal: Refusal | null): Promise<Response> {
  const { actor, lacksFactor } = signedIn(c);
  const { db, vault } = c.var.platform;
  const { regionId } = c.var.region;
  const [factors, held] = await Promise.all([findFactors(db, regionId, actor.personId), findTimeCode(db, regionId, actor.personId)]);
  const isOn = factors.timeCodeSince !== null;
  const account = await findAccount(db, regionId, actor.personId);
  const challenge = newChallenge(vault, { purpose: 'register', personId: actor.personId }, c.var.platform.now());
  const existing = factors.passkeys.map(({ credentialId }) => credentialId);
  const options = creationOptions(passkeySite(c), { personId: actor.personId, account, name: actor.name }, challenge, existing);
  const secret = held !== null && !isOn ? vault.open(held.sealedSecret, actor.personId) : null;
  return page(
    c,
    { title: factorTexts.title, back: BACK, error: refusal !== null, islands: ['passkey'] },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      {lacksFactor && refusal === null && (
        <Notice kind="awas" title={factorTexts.neededTitle}>
          {factorTexts.needed}
        </Notice>
      )}
      <h1>{factorTexts.title}</h1>
      <p class="utama">{factorTexts.lead}</p>
      <h2>Kode autentikator</h2>
      {isOn && <Standing c={c} factors={factors} refusal={refusal} />}
      {!isOn && secret !== null && <SetUp c={c} secret={secret} account={account} refusal={refusal} />}
      {!isOn && secret === null && <Begin c={c} refusal={refusal} />}
      <CardPart c={c} factors={factors} refusal={refusal} />
      <Passkeys c={c} passkeys={factors.passkeys} options={options} refusal={refusal} />
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface Part {
  readonly c: Ctx;
  readonly refusal: Refusal | null;
}

function Begin({ c, refusal }: Part) {
  return (
    <Form action={`${paths.secondFactor}/mulai`} csrf={signedIn(c).csrf}>
      <ProofField c={c} refusal={refusal} />
      <Button kind="utama">{factorTexts.begin}</Button>
    </Form>
  );
}

function SetUp({ c, secret, account, refusal }: Part & { readonly secret: Buffer; readonly account: string }) {
  const address = timeCodeAddress(secret, { issuer: `BAILANG ${c.var.region.name}`, account });
  const { csrf } = signedIn(c);
  return (
    <>
      <ol>
        <li>{factorTexts.install}</li>
        <li>
          {factorTexts.scan}
          <QrCode drawing={drawQr(address)} label="Kode QR untuk aplikasi autentikator" />
          <p class="kecil">
            {factorTexts.byHand} <code>{timeSecretText(secret).replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </li>
        <li>{factorTexts.type}</li>
      </ol>
      <Form action={`${paths.secondFactor}/pasang`} csrf={csrf}>
        <Field name="kode" short label="Enam angka" inputMode="numeric" autocomplete="one-time-code" error={errorOf(refusal, 'kode')} />
        <Button kind="utama">Pasang pengaman kedua</Button>
      </Form>
    </>
  );
}

function Standing({ c, factors, refusal }: Part & { readonly factors: FactorState }) {
  const { csrf } = signedIn(c);
  const { timeCodeSince, codesLeft } = factors;
  return (
    <>
      <Notice kind="sukses" title="Terpasang">
        {`Kode dari aplikasi autentikator sejak ${formatDayMonthYear(timeCodeSince ?? '')}. Sisa kode pemulihan: ${formatWhole(codesLeft)}.`}
      </Notice>
      <Form action={paths.recoveryCodes} csrf={csrf} label="Kode pemulihan">
        <ProofField c={c} refusal={refusal} />
        <p class="baris">
          <Button>Buat kode pemulihan baru</Button>
          <Button kind="bahaya" formAction={`${paths.secondFactor}/lepas`}>
            Lepas pengaman kedua
          </Button>
        </p>
      </Form>
    </>
  );
}
