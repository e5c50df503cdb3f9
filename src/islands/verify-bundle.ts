// Recomputes a bundle in the browser, with the same domain code as the command line, and says the same. Nothing leaves the page.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { readAnchors } from '../domain/proof/anchor.ts';
import { type BundleVerdict, type Given, verifyBundle } from '../domain/proof/bundle-verify.ts';
import { bundleTexts, sayAnchorFault, sayBundleFault, sayFound } from '../texts/id/bundle.ts';
import { bundlePageTexts } from '../texts/id/bundle-page.ts';
import { withSignatures } from './proof/web-signatures.ts';

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
  const file = fileIn(from, 'bundel');
  if (file === undefined) return tell(place, { kind: 'awas', title: bundlePageTexts.noFile });
  tell(place, { kind: 'sunyi', title: bundlePageTexts.working });
  const given = await readGiven(from);
  if ('kind' in given) return tell(place, given);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return tell(place, { kind: 'galat', title: bundleTexts.unreadable });
  const tools = { hash: (text: string) => bytesToHex(sha256(utf8ToBytes(text))), sha256 };
  const { value, unchecked } = await withSignatures((holds) => verifyBundle(new Uint8Array(bytes), { ...tools, holds }, given));
  tell(place, unchecked > 0 ? { kind: 'awas', title: bundlePageTexts.uncheckedHere(unchecked) } : wordsOf(value));
}

function fileIn(from: HTMLFormElement, name: string): File | undefined {
  return from.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.files?.[0];
}

/** What the reader has from elsewhere, or what is wrong with it. */
async function readGiven(from: HTMLFormElement): Promise<Given | Words> {
  const typed = (name: string) => (from.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '').trim().toLowerCase();
  const [digest, keyList] = [typed('sidik'), typed('daftar')];
  for (const one of [digest, keyList]) if (one !== '' && !/^[0-9a-f]{64}$/.test(one)) return { kind: 'awas', title: bundlePageTexts.badDigest };
  const file = fileIn(from, 'jangkar');
  const reading = file === undefined ? null : readAnchors(await file.text().catch(() => ''));
  if (reading?.ok === false) return { kind: 'galat', title: `${file?.name}: ${sayAnchorFault(reading.line, reading.what)}` };
  if (reading?.ok === true && reading.anchors.length === 0) return { kind: 'awas', title: `${file?.name}: ${bundleTexts.noAnchors}` };
  return { digest: digest || null, keyList: keyList || null, anchors: reading?.anchors ?? null };
}

interface Words {
  readonly kind: 'sukses' | 'awas' | 'galat' | 'sunyi';
  readonly title: string;
  readonly lead?: string;
  readonly lines?: readonly string[];
}

/** Consistent is not yet genuine: only what comes from outside the file tells a bundle from one that was made anew altogether. */
function wordsOf(verdict: BundleVerdict): Words {
  if (verdict.state === 'not-a-bundle') return { kind: 'galat', title: bundleTexts.notABundle };
  const own = `${bundleTexts.digest}: ${verdict.digest}`;
  if (verdict.state === 'holds') {
    const lines = [...sayFound(verdict), own];
    return verdict.found.boundBy.length > 0
      ? { kind: 'sukses', title: bundlePageTexts.holds, lead: bundleTexts.matches, lines }
      : { kind: 'awas', title: bundlePageTexts.holdsUncompared, lead: bundlePageTexts.uncompared, lines };
  }
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
