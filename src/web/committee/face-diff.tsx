import { historyTexts } from '../../texts/id/edition-editor.ts';
import type { FaceChange } from '../../texts/id/edition-faces.ts';
import { Diff } from '../ui/diff.tsx';

/** What differs between two versions, line by line and word by word. */
export function FaceDiff({ changes }: { readonly changes: readonly FaceChange[] }) {
  return (
    <>
      {changes.map(({ label, before, after }) =>
        before === '' || after === '' ? (
          <p key={label}>
            <b>{label}</b>: {after === '' ? <del>{before}</del> : <ins>{after}</ins>} {after === '' ? historyTexts.gone : historyTexts.fresh}
          </p>
        ) : (
          <Diff key={label} title={label} before={before} after={after} />
        ),
      )}
    </>
  );
}
