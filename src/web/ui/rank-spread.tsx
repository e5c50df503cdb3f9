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
    <Spread
      ends={['Peringkat 1', String(places)]}
      rows={rows.map(({ name, place, best, worst, words }) => ({ name, at: along(place), from: along(best), until: along(worst), words }))}
    />
  );
}

export interface ShareRow {
  readonly name: string;
  /** Where the dot stands and the band reaches, 0..1. */
  readonly at: number;
  readonly from: number;
  readonly until: number;
  readonly words: string;
}

/** A dot on a line from 0 to 1 and the band around it. */
export function Spread({ rows, ends }: { readonly rows: readonly ShareRow[]; readonly ends: readonly [string, string] }) {
  return (
    <ul class="rentang">
      <li aria-hidden="true">
        <span />
        <span class="baris baris--jauh redup">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </span>
      </li>
      {rows.map(({ name, at, from, until, words }) => (
        <li key={name}>
          <span>{name}</span>
          <span class="sumbu">
            {until > from && (
              <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect x={from * 100} width={until * 100 - from * 100} height="6" />
              </svg>
            )}
            <u class={widthClass(at)} />
            <span class="hanya-baca">{words}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
