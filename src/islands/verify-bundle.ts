// Recomputes a bundle in the browser, with the same domain code as the command line. Nothing leaves the page.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type BundleVerdict, verifyBundle } from '../domain/audit/bundle-verify.ts';
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
  if (file === undefined) return tell(place, bundlePageTexts.noFile, []);
  if (digest !== '' && !/^[0-9a-f]{64}$/.test(digest)) return tell(place, bundlePageTexts.badDigest, []);
  tell(place, bundlePageTexts.working, []);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return tell(place, bundleTexts.unreadable, []);
  const verdict = verifyBundle(new Uint8Array(bytes), (text) => bytesToHex(sha256(utf8ToBytes(text))), digest === '' ? null : digest);
  tell(place, titleOf(verdict), linesOf(verdict, digest));
}

function titleOf({ state }: BundleVerdict): string {
  if (state === 'not-a-bundle') return bundleTexts.notABundle;
  return state === 'holds' ? bundlePageTexts.holds : bundlePageTexts.broken;
}

function linesOf(verdict: BundleVerdict, digest: string): readonly string[] {
  if (verdict.state === 'not-a-bundle') return [];
  const own = `${bundleTexts.digest}: ${verdict.digest}`;
  if (verdict.state === 'holds') return [...sayBundleHolds(verdict), own, digest === '' ? bundleTexts.compare : bundleTexts.matches];
  const { faults } = verdict;
  const more = faults.length > MOST_FAULTS ? [bundleTexts.more(faults.length - MOST_FAULTS)] : [];
  return [...faults.slice(0, MOST_FAULTS).map(sayBundleFault), ...more, own];
}

function tell(place: HTMLElement, title: string, lines: readonly string[]): void {
  const head = document.createElement('p');
  head.append(document.createElement('b'));
  head.firstElementChild?.append(title);
  const list = document.createElement('ul');
  for (const line of lines) {
    const item = document.createElement('li');
    item.className = 'sidik';
    item.append(line);
    list.append(item);
  }
  place.replaceChildren(head, ...(lines.length > 0 ? [list] : []));
}
