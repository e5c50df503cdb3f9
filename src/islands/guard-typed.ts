// Warns before a page is left while its form holds what was not sent. The form itself works without this.

export {};

const form = document.querySelector<HTMLFormElement>('main form[method="post"][id]');
let isUnsent = false;

form?.addEventListener('input', () => {
  isUnsent = true;
});
document.addEventListener('submit', () => {
  isUnsent = false;
});
window.addEventListener('beforeunload', (event) => {
  if (isUnsent) event.preventDefault();
});
