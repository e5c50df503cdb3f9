/** Joins class names, leaving out what is absent. */
export function classNames(...names: readonly (string | 0 | 0n | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** The class that gives a bar its length: whole percents, so that no style attribute is needed. */
export function widthClass(share: number): string {
  const percent = Number.isFinite(share) ? Math.round(share * 100) : 0;
  return `l-${Math.min(100, Math.max(0, percent))}`;
}
