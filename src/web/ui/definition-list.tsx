import type { ComponentChildren } from 'preact';
import { uiTexts } from '../../texts/id/ui.ts';

export interface DefinitionRow {
  readonly term: string;
  /** Left out or empty: shown as still to be filled. */
  readonly value?: ComponentChildren;
  readonly change?: { readonly href: string; readonly label?: string };
}

/** Named pairs. Where an answer can be changed, the link says which answer. */
export function DefinitionList({ rows, dense }: { readonly rows: readonly DefinitionRow[]; readonly dense?: boolean }) {
  return (
    <dl class={dense ? 'data data--rapat' : 'data'}>
      {rows.map(({ term, value, change }) => {
        const isEmpty = value === undefined || value === null || value === '';
        return (
          <div key={term}>
            <dt>{term}</dt>
            <dd class={isEmpty ? 'kosong-isi' : undefined}>{isEmpty ? uiTexts.empty : value}</dd>
            {change && (
              <dd class="ubah">
                <a href={change.href}>
                  {change.label ?? (isEmpty ? uiTexts.fill : uiTexts.change)}
                  <span class="hanya-baca"> {term}</span>
                </a>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
