import { classNames } from './class-names.ts';

export interface RankEntry {
  /** Equal entries carry the same place: 2, 2, 4. */
  readonly place: number | string;
  readonly name: string;
  readonly href?: string;
  readonly detail?: string;
  readonly value: string;
  readonly valueNote?: string;
}

interface RankListProps {
  readonly entries: readonly RankEntry[];
  /** The line that decides, drawn after so many entries, with its margin in words. */
  readonly cut?: { readonly after: number; readonly label: string };
}

export function RankList({ entries, cut }: RankListProps) {
  return (
    <ol class="urut">
      {entries.map((entry, position) => (
        <>
          {cut && position === cut.after && <CutLine label={cut.label} />}
          <RankRow entry={entry} isOutside={cut !== undefined && position >= cut.after} />
        </>
      ))}
      {cut && cut.after >= entries.length && <CutLine label={cut.label} />}
    </ol>
  );
}

function RankRow({ entry, isOutside }: { readonly entry: RankEntry; readonly isOutside: boolean }) {
  return (
    <li class={classNames(isOutside && 'luar') || undefined}>
      <b>{entry.place}</b>
      <span>
        <strong>{entry.href ? <a href={entry.href}>{entry.name}</a> : entry.name}</strong>
        {entry.detail && <small>{entry.detail}</small>}
      </span>
      <span class="nilai">
        {entry.value}
        {entry.valueNote && <small>{entry.valueNote}</small>}
      </span>
    </li>
  );
}

/** The stitched line between those who are in and those who are not. */
export function CutLine({ label }: { readonly label: string }) {
  return (
    <li class="potong">
      <span>{label}</span>
    </li>
  );
}
