// Says when something typed is not saved yet, and warns before the page is left with it. The form itself works without this.

import { uiTexts } from '../texts/id/ui.ts';

const form = document.querySelector<HTMLFormElement>('main form[method="post"][id]');
const note = document.querySelector<HTMLElement>('#keadaan-simpan');
let isUnsent = false;

form?.addEventListener('input', () => {
  if (isUnsent) return;
  isUnsent = true;
  if (note === null) return;
  note.className = 'simpan simpan--tunda';
  note.textContent = uiTexts.notSaved;
});
document.addEventListener('submit', () => {
  isUnsent = false;
});
window.addEventListener('beforeunload', (event) => {
  if (isUnsent) event.preventDefault();
});
