// The form by which a result is signed or certified: with the signing key where there is one, else a statement through the account.

import type { ComponentChildren } from 'preact';
import { listKeys } from '../domain/proof/key-list.ts';
import { type ListedKey, type SigningAssertion, type SigningSubject, served, signingChallenge } from '../domain/proof/signature.ts';
import type { Outcome, Refusal } from '../domain/shared/outcome.ts';
import { ok, refuse } from '../domain/shared/outcome.ts';
import { assertionIn, requestOptions } from '../platform/passkey.ts';
import { signatureTools } from '../platform/signature.ts';
import { findSigningPlace, listOwnSigningKeys } from '../store/signing-key.read.ts';
import { formatList } from '../texts/id/format.ts';
import { signingTexts } from '../texts/id/signing.ts';
import type { Form as Posted } from './form.ts';
import { PasskeyPlace } from './passkey-place.tsx';
import { passkeySite } from './passkey-site.ts';
import { paths } from './paths.ts';
import { ProofField, provenWho } from './proof.tsx';
import { type Ctx, signedIn, who } from './request.ts';
import { Sure } from './sure.tsx';
import { Button } from './ui/button.tsx';
import { Form } from './ui/form.tsx';
import { Notice } from './ui/notice.tsx';
import { PasskeyForm } from './ui/passkey-form.tsx';

/** The visitor's own keys for a category: those that serve, and of them those of this address. */
export interface OwnKeys {
  readonly subject: SigningSubject;
  readonly serving: readonly ListedKey[];
  readonly here: readonly ListedKey[];
  /** A key made late that nobody has confirmed yet. */
  readonly waits: boolean;
}

export async function ownKeysFor(c: Ctx, about: Omit<SigningSubject, 'region' | 'edition'>): Promise<OwnKeys> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const [place, own] = await Promise.all([findSigningPlace(db, regionId, about.category), listOwnSigningKeys(db, regionId, signedIn(c).actor.personId)]);
  const keys = listKeys(
    own.map((key) => ({ ...key, capacity: about.capacity })),
    place?.opensAt ?? null,
  );
  const serving = keys.filter((key) => served(key, now()));
  const site = passkeySite(c);
  return {
    subject: { ...about, region: regionId, edition: place?.year ?? 0 },
    serving,
    here: serving.filter(({ origin, rpId }) => origin === site.origin && rpId === site.id),
    waits: keys.some((key) => key.afterOpening && key.confirmedAt === null && key.endedAt === null),
  };
}

interface AttestFormProps {
  readonly c: Ctx;
  readonly keys: OwnKeys;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly refusal: Refusal | null;
  /** Keeps several forms of one page apart. */
  readonly id?: string;
  readonly sure: { readonly sign: string; readonly state: string };
  readonly button: { readonly sign: string; readonly state: string };
  readonly children?: ComponentChildren;
}

export function AttestForm({ c, keys, action, hidden, refusal, id, sure, button, children }: AttestFormProps) {
  const { csrf } = signedIn(c);
  const tick = (label: string) => (id === undefined ? <Sure label={label} refusal={refusal} /> : <Sure label={label} refusal={refusal} id={`pasti-${id}`} />);
  if (keys.here.length > 0) {
    const ids = keys.here.map(({ credentialId }) => credentialId);
    const options = requestOptions(passkeySite(c), signingChallenge(keys.subject, signatureTools.sha256), ids);
    return (
      <>
        <PasskeyForm action={action} csrf={csrf} hidden={hidden} options={options} label={button.sign} kind="utama">
          {children}
          {tick(sure.sign)}
        </PasskeyForm>
        <noscript>
          <p>{signingTexts.needsScript}</p>
        </noscript>
      </>
    );
  }
  if (keys.serving.length > 0)
    return (
      <Notice kind="awas" level={3}>
        <p>
          {signingTexts.otherSite(formatList([...new Set(keys.serving.map(({ origin }) => origin))]))} <a href={paths.signingKeys}>Kunci tanda tangan</a>
        </p>
      </Notice>
    );
  return (
    <Form action={action} csrf={csrf} hidden={hidden}>
      {children}
      <Notice kind="sunyi" level={3}>
        <p>
          {keys.waits ? `${signingTexts.waitsForSecond} ` : ''}
          {signingTexts.noKey} <a href={paths.signingKeys}>{signingTexts.makeKey}</a>
        </p>
      </Notice>
      <PasskeyPlace c={c} />
      {tick(sure.state)}
      <ProofField c={c} refusal={refusal} id={id === undefined ? 'bukti' : `bukti-${id}`} />
      <p>
        <Button kind="juri">{button.state}</Button>
      </p>
    </Form>
  );
}

interface Attempt {
  readonly by: ReturnType<typeof who>;
  readonly assertion?: SigningAssertion;
}

/** Who acts and with what: the key's answer, else a fresh proof. Refuses `signature.malformed`, and `person.proof-needed` by the field `bukti`. */
export async function attemptIn(c: Ctx, form: Posted): Promise<Outcome<Attempt>> {
  const answer = form.text('jawaban');
  if (answer !== '') {
    const assertion = assertionIn(answer);
    return assertion === null ? refuse('signature.malformed') : ok({ by: who(c), assertion });
  }
  const by = await provenWho(c, form);
  return by.ok ? ok({ by: by.value }) : by;
}
