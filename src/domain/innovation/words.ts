// Words of a long text, counted the same way on every page and in every check.

const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** How many words: runs without space that hold a letter or a digit, so that "anak-anak" is one and a lone dash is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((run) => HAS_LETTER_OR_DIGIT.test(run)).length;
}

/** The name as part of an address: lower-case letters and digits joined by dashes, never empty. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug === '' ? 'inovasi' : slug;
}

/** The slug, or the slug with the lowest free number after it. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  if (!taken.includes(slug)) return slug;
  let number = 2;
  while (taken.includes(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** Whether two names are the same to a reader: letters and digits alike, whatever case, space and marks. */
export function isSameName(a: string, b: string): boolean {
  return slugOf(a) === slugOf(b);
}
