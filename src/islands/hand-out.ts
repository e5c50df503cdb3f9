// Puts a button where the page has a place for it: one copies what stands in a field, one prints. The page can do without.

import { handOutTexts } from '../texts/id/hand-out.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-salin]')) {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${place.dataset.salin ?? ''}`);
  if (field !== null) putButton(place, handOutTexts.copy, (button) => copy(field, button));
}
for (const place of document.querySelectorAll<HTMLElement>('[data-cetak]')) putButton(place, handOutTexts.print, () => window.print());

function putButton(place: HTMLElement, words: string, press: (button: HTMLButtonElement) => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'tombol tombol--utama';
  button.textContent = words;
  button.addEventListener('click', () => press(button));
  place.replaceWith(button);
}

/** The clipboard is closed to pages without encryption; there the words are marked and the old command takes them. */
async function copy(field: HTMLInputElement | HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    document.execCommand('copy');
  }
  button.textContent = handOutTexts.copied;
}
