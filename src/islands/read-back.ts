// What the server understood of a field is hidden once something else is typed: it would speak of the old answer. The form itself works without this.

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const words = document.getElementById(`${target.id}-baca`);
  if (words !== null) words.hidden = target.value !== target.defaultValue;
});
