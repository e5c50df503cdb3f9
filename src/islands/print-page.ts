// The button that prints the page that is open. Without this the page says how.

export {};

for (const place of document.querySelectorAll<HTMLElement>('[data-cetak]')) {
  place.hidden = false;
  place.addEventListener('click', () => window.print());
}
