// One's own signing keys: made on a page of their own, so that nobody takes them for a way in.

import { perform } from '../../actions/perform.ts';
import { endKey, enrolSigningKey } from '../../actions/proof/signing-keys.ts';
import { isAfterOpening } from '../../domain/proof/key-list.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { creationOptions, newChallenge } from '../../platform/passkey.ts';
import { findAccount } from '../../store/people.read.ts';
import { listOwnSigningKeys, listSigningDuties, type SigningDuty, type SigningKey } from '../../store/signing-key.read.ts';
import { formatDayMonthYear, zoneOf } from '../../texts/id/format.ts';
import { signingKeyTexts } from '../../texts/id/signing.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { keyCode, keyState } from '../key-words.ts';
import { PasskeyPlace, takesPasskeys } from '../passkey-place.tsx';
import { passkeySite } from '../passkey-site.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasskeyForm } from '../ui/passkey-form.tsx';

export function showSigningKeys(c: Ctx): Promise<Response> {
  return draw(c, null);
}

export async function enrolHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const by = await provenWho(c, form);
  const input = { site: passkeySite(c), name: form.text('nama'), answer: form.text('jawaban') };
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => enrolSigningKey(act, c.var.platform.vault, input)) : by;
  return outcome.ok ? seeOther(c, paths.signingKeys, outcome.value.waits ? 'key-waits' : 'key-enrolled') : draw(c, outcome.refusal);
}

export async function endKeyHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const by = await provenWho(c, form);
  const input = { credentialId: form.text('kunci'), reason: form.text('alasan') };
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => endKey(act, input)) : by;
  return outcome.ok ? seeOther(c, paths.signingKeys, 'key-ended') : draw(c, outcome.refusal, form);
}

async function draw(c: Ctx, refusal: Refusal | null, ending: Posted | null = null): Promise<Response> {
  const { actor, csrf } = signedIn(c);
  const { db, vault, now } = c.var.platform;
  const { regionId } = c.var.region;
  const [keys, duties, account] = await Promise.all([
    listOwnSigningKeys(db, regionId, actor.personId),
    listSigningDuties(db, regionId, actor.personId, now()),
    findAccount(db, regionId, actor.personId),
  ]);
  const challenge = newChallenge(vault, { purpose: 'enrol-signing', personId: actor.personId }, now());
  const open = keys.filter(({ endedAt }) => endedAt === null).map(({ credentialId }) => credentialId);
  // Another handle than the one for signing in: an authenticator keeps one key for each, and would put this in that one's place.
  const owner = { personId: `tanda-tangan:${actor.personId}`, account: `${account} (tanda tangan)`, name: `${actor.name} (tanda tangan)` };
  const options = creationOptions(passkeySite(c), owner, challenge, open, false);
  const isLate = duties.some(({ opensAt }) => isAfterOpening(now(), opensAt));
  const added = ending === null ? refusal : null;
  return page(
    c,
    { title: signingKeyTexts.title, back: { href: paths.account, label: 'Akun saya' }, error: refusal !== null, islands: ['passkey'] },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{signingKeyTexts.title}</h1>
      <p class="utama">{signingKeyTexts.lead}</p>
      <p>{signingKeyTexts.why}</p>
      {keys.length === 0 && <p class="redup">{signingKeyTexts.none}</p>}
      {keys.map((key) => (
        <Key key={key.credentialId} c={c} signingKey={key} duties={duties} refused={ending?.text('kunci') === key.credentialId ? refusal : null} />
      ))}
      <section class="tumpuk" aria-labelledby="daftarkan">
        <h2 id="daftarkan">{signingKeyTexts.add}</h2>
        <PasskeyPlace c={c} />
        {isLate && <Notice kind="awas">{signingKeyTexts.late}</Notice>}
        {takesPasskeys(c) && (
          <PasskeyForm action={paths.signingKeys} csrf={csrf} options={options} label={signingKeyTexts.add} kind="utama">
            <Field name="nama" label={signingKeyTexts.name} hint={signingKeyTexts.nameHint} maxLength={60} error={errorOf(added, 'nama')} />
            <ProofField c={c} refusal={added} id="bukti" />
          </PasskeyForm>
        )}
        <noscript>
          <p class="redup">Mendaftarkan kunci memerlukan JavaScript.</p>
        </noscript>
      </section>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface KeyProps {
  readonly c: Ctx;
  readonly signingKey: SigningKey;
  readonly duties: readonly SigningDuty[];
  readonly refused: Refusal | null;
}

function Key({ c, signingKey, duties, refused }: KeyProps) {
  const { credentialId, name, enrolledAt, endedAt, origin } = signingKey;
  const id = `kunci-${keyCode(credentialId)}`;
  const isLate = duties.some(({ opensAt }) => isAfterOpening(enrolledAt, opensAt));
  return (
    <section class="kartu tumpuk" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p>
        Kode <b class="angka">{keyCode(credentialId)}</b>, sejak {formatDayMonthYear(enrolledAt, zoneOf(c.var.region.zone))}: {keyState(signingKey, isLate)}.
        <br />
        <small class="redup">
          {signingKeyTexts.site} {origin}
        </small>
      </p>
      {endedAt === null && (
        <details class="rinci" open={refused !== null}>
          <summary>{signingKeyTexts.end}</summary>
          <Form action={`${paths.signingKeys}/akhiri`} csrf={signedIn(c).csrf} hidden={{ kunci: credentialId }} label={`${signingKeyTexts.end} ${name}`}>
            <Field
              name="alasan"
              id={`alasan-${keyCode(credentialId)}`}
              label={signingKeyTexts.endReason}
              hint={signingKeyTexts.endHint}
              maxLength={500}
              error={errorOf(refused, 'alasan')}
            />
            <ProofField c={c} refusal={refused} id={`bukti-${keyCode(credentialId)}`} />
            <p>
              <Button kind="bahaya">{signingKeyTexts.end}</Button>
            </p>
          </Form>
        </details>
      )}
    </section>
  );
}
