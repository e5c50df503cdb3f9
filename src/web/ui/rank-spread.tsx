import { widthClass } from './class-names.ts';

export interface SpreadRow {
  readonly name: string;
  readonly place: number;
  /** Best and worst place when the weights move. */
  readonly best: number;
  readonly worst: number;
  /** The same in words, for those who cannot see the dots. */
  readonly words: string;
}

/** How far each place could move: a dot where it stands, a band as wide as the doubt. */
export function RankSpread({ rows, places }: { readonly rows: readonly SpreadRow[]; readonly places: number }) {
  const along = (place: number) => (places > 1 ? (place - 1) / (places - 1) : 0);
  return (
    <ul class="rentang">
      {rows.map(({ name, place, best, worst, words }) => (
        <li key={name}>
          <span>{name}</span>
          <span class="sumbu">
            {worst > best && (
              <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect x={along(best) * 100} width={along(worst) * 100 - along(best) * 100} height="6" />
              </svg>
            )}
            <u class={widthClass(along(place))} />
            <span class="hanya-baca">{words}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
