import { uiTexts } from '../../texts/id/ui.ts';
import { Icon } from './icon.tsx';

export interface Problem {
  /** Id of the field to go to; absent when the problem belongs to no field. */
  readonly field?: string;
  /** Another page where it is put right. */
  readonly href?: string;
  readonly text: string;
}

/** What stands between the person and the next page, in the same words as beside each field. */
// It has the focus as the page opens, also without a script (GOV.UK): whoever listens or types starts at the reasons.
export function ErrorSummary({ problems, title }: { readonly problems: readonly Problem[]; readonly title?: string }) {
  if (problems.length === 0) return null;
  return (
    <div class="galat-ringkas" role="alert" tabIndex={-1} autofocus id="galat" aria-labelledby="galat-judul">
      <h2 id="galat-judul">
        <Icon name="awas" />
        {title ?? uiTexts.problems(problems.length)}
      </h2>
      <ul>
        {problems.map(({ field, href = field && `#${field}`, text }) => (
          <li>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}
