// Recomputes a bundle in the browser, with the same domain code as the command line. Nothing leaves the page.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type BundleVerdict, verifyBundle } from '../domain/proof/bundle-verify.ts';
import { bundleTexts, sayBundleFault, sayBundleHolds } from '../texts/id/bundle.ts';
import { bundlePageTexts } from '../texts/id/bundle-page.ts';

const MOST_FAULTS = 20;

const form = document.querySelector<HTMLFormElement>('#periksa');
const status = document.querySelector<HTMLElement>('#putusan');

if (form !== null && status !== null) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void check(form, status);
  });
}

async function check(from: HTMLFormElement, place: HTMLElement): Promise<void> {
  const file = from.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0];
  const digest = (from.querySelector<HTMLInputElement>('input[name="sidik"]')?.value ?? '').trim().toLowerCase();
  if (file === undefined) return tell(place, { kind: 'awas', title: bundlePageTexts.noFile });
  if (digest !== '' && !/^[0-9a-f]{64}$/.test(digest)) return tell(place, { kind: 'awas', title: bundlePageTexts.badDigest });
  tell(place, { kind: 'sunyi', title: bundlePageTexts.working });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return tell(place, { kind: 'galat', title: bundleTexts.unreadable });
  const verdict = verifyBundle(new Uint8Array(bytes), (text) => bytesToHex(sha256(utf8ToBytes(text))), digest === '' ? null : digest);
  tell(place, wordsOf(verdict, digest));
}

interface Words {
  readonly kind: 'sukses' | 'awas' | 'galat' | 'sunyi';
  readonly title: string;
  readonly lead?: string;
  readonly lines?: readonly string[];
}

/** Whole is not yet genuine: only the digest of the page of results tells a bundle from one that was made anew altogether. */
function wordsOf(verdict: BundleVerdict, digest: string): Words {
  if (verdict.state === 'not-a-bundle') return { kind: 'galat', title: bundleTexts.notABundle };
  const own = `${bundleTexts.digest}: ${verdict.digest}`;
  if (verdict.state === 'holds')
    return digest === ''
      ? { kind: 'awas', title: bundlePageTexts.holdsUncompared, lead: bundleTexts.compare, lines: [...sayBundleHolds(verdict), own] }
      : { kind: 'sukses', title: bundlePageTexts.holds, lead: bundleTexts.matches, lines: [...sayBundleHolds(verdict), own] };
  const { faults } = verdict;
  const more = faults.length > MOST_FAULTS ? [bundleTexts.more(faults.length - MOST_FAULTS)] : [];
  return { kind: 'galat', title: bundlePageTexts.broken, lines: [...faults.slice(0, MOST_FAULTS).map(sayBundleFault), ...more, own] };
}

function tell(place: HTMLElement, { kind, title, lead, lines = [] }: Words): void {
  const box = element('div', `catatan catatan--${kind}`);
  const inside = box.appendChild(element('div'));
  inside.append(element('h2', '', title));
  if (lead !== undefined) inside.append(element('p', '', lead));
  const list = element('ul');
  for (const line of lines) list.append(element('li', 'sidik', line));
  if (lines.length > 0) inside.append(list);
  place.replaceChildren(box);
  box.scrollIntoView({ block: 'nearest' });
}

function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(text);
  return made;
}
