// Eases work on many entries: how many rows are marked, a range by Shift, the seconds left to take it back, and Ctrl+Z for it.

import { bulkTexts } from '../texts/id/bulk.ts';

const marks = [...document.querySelectorAll<HTMLInputElement>('input.pilih-baris')];
const count = document.querySelector<HTMLOutputElement>('#terpilih');
const undo = document.querySelector<HTMLFormElement>('form#batalkan');
let last: HTMLInputElement | null = null;

for (const mark of marks) {
  mark.addEventListener('click', (event) => {
    if (event.shiftKey && last !== null) markBetween(last, mark);
    last = mark;
    tell();
  });
}
tell();

function markBetween(from: HTMLInputElement, to: HTMLInputElement): void {
  const [first, end] = [marks.indexOf(from), marks.indexOf(to)].sort((a, b) => a - b);
  for (const mark of marks.slice(first, (end ?? 0) + 1)) mark.checked = to.checked;
}

function tell(): void {
  if (count === null) return;
  const marked = marks.filter(({ checked }) => checked).length;
  count.hidden = marked === 0;
  count.textContent = bulkTexts.marked(marked);
}

if (undo !== null) countDown(undo);

function countDown(form: HTMLFormElement): void {
  const button = form.querySelector('button');
  let seconds = Number(form.dataset.detik);
  const clock = setInterval(() => {
    seconds -= 1;
    if (button !== null) button.textContent = bulkTexts.undo(seconds);
    if (seconds > 0) return;
    clearInterval(clock);
    form.remove();
  }, 1000);
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type="checkbox"])');
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping || !form.isConnected) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
