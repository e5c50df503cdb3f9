// Signatures in a browser, by its own cryptography, which answers later: a check runs once to hear what it asks, and again with the answers.

import type { AskedSignature } from '../../domain/proof/signature.ts';

interface Checked<T> {
  readonly value: T;
  /** Signatures that this browser cannot check: an algorithm it lacks, or an address without HTTPS. They count as not holding. */
  readonly unchecked: number;
}

/** The value of the check; `holds` gives the same answer whenever it is asked the same. */
export async function withSignatures<T>(check: (holds: (asked: AskedSignature) => boolean) => T): Promise<Checked<T>> {
  const asked = new Map<string, AskedSignature>();
  check((one) => {
    asked.set(nameOf(one), one);
    return true;
  });
  const answers = new Map<string, boolean | null>();
  for (const [name, one] of asked) answers.set(name, await holds(one));
  return { value: check((one) => answers.get(nameOf(one)) === true), unchecked: [...answers.values()].filter((answer) => answer === null).length };
}

function nameOf({ key, message, signature }: AskedSignature): string {
  return [JSON.stringify(key.jwk), message.join(' '), signature.join(' ')].join('\n');
}

const HOW = {
  '-7': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  '-8': { name: 'Ed25519' },
  '-257': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const;

async function holds({ key, message, signature }: AskedSignature): Promise<boolean | null> {
  const how = HOW[`${key.algorithm}`];
  try {
    const imported = await crypto.subtle.importKey('jwk', { ...key.jwk }, how, false, ['verify']);
    return await crypto.subtle.verify(how, imported, signature, message);
  } catch {
    return null;
  }
}
