// Passkeys need a script: it asks the browser, puts the answer into the form, and sends the form. Without it its parts of the page stay hidden.

import { passkeyTexts } from '../texts/id/passkey.ts';

if (window.PublicKeyCredential !== undefined && window.isSecureContext) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-kunci]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void answer(form);
    });
  }
}

async function answer(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector<HTMLElement>('[role="status"]');
  const field = form.querySelector<HTMLInputElement>('input[name="jawaban"]');
  const options = JSON.parse(form.dataset.kunci ?? '{}');
  try {
    const credential =
      'rp' in options ? await navigator.credentials.create({ publicKey: creation(options) }) : await navigator.credentials.get({ publicKey: request(options) });
    if (!(credential instanceof PublicKeyCredential) || field === null) return;
    field.value = JSON.stringify(written(credential));
    form.submit();
  } catch {
    if (status !== null) status.textContent = passkeyTexts.stopped;
  }
}

interface Listed {
  readonly id: string;
}

type Sent = { readonly challenge: string; readonly user: { readonly id: string }; readonly excludeCredentials: Listed[]; readonly allowCredentials: Listed[] };

function creation(options: Sent): PublicKeyCredentialCreationOptions {
  const user = { ...options.user, id: bytesOf(options.user.id) };
  return {
    ...options,
    user,
    challenge: bytesOf(options.challenge),
    excludeCredentials: listed(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function request(options: Sent): PublicKeyCredentialRequestOptions {
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: listed(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
}

const listed = (credentials: Listed[]) => credentials.map((one) => ({ ...one, id: bytesOf(one.id) }));

/** The credential as JSON, by hand: older browsers cannot do it themselves. */
function written({ id, rawId, type, response, authenticatorAttachment }: PublicKeyCredential): object {
  const common = { clientDataJSON: textOf(response.clientDataJSON) };
  const base = { id, rawId: textOf(rawId), type, authenticatorAttachment, clientExtensionResults: {} };
  if (response instanceof AuthenticatorAttestationResponse)
    return { ...base, response: { ...common, attestationObject: textOf(response.attestationObject), transports: response.getTransports?.() ?? [] } };
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  const handle = userHandle === null ? {} : { userHandle: textOf(userHandle) };
  return { ...base, response: { ...common, ...handle, authenticatorData: textOf(authenticatorData), signature: textOf(signature) } };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
