// The total follows what is typed, by the same code that the server runs. Until it is saved the word says so.

import type { Rubric } from '../domain/instrument/rubric.ts';
import { sheetProgress } from '../texts/id/sheet-total.ts';
import { uiTexts } from '../texts/id/ui.ts';

const PREFIX = 'nilai-';
const place = document.querySelector<HTMLElement>('#total-lembar');
const form = document.querySelector<HTMLFormElement>('#lembar');

if (place !== null && form !== null) {
  const rubric = JSON.parse(place.dataset.rubrik ?? '') as Rubric;
  const show = () => {
    const typed = [...new FormData(form)].filter(([name]) => name.startsWith(PREFIX));
    const scores = Object.fromEntries(typed.map(([name, value]) => [name.slice(PREFIX.length), String(value)]));
    place.textContent = `${sheetProgress(rubric, scores)} ${uiTexts.notSaved}`;
  };
  form.addEventListener('input', show);
}
