import { type DiffPart, diffWords } from './diff-words.ts';

interface DiffProps {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** What a person changed, word by word. */
export function Diff({ title, before, after }: DiffProps) {
  return (
    <div class="beda">
      <p class="beda__jdl">{title}</p>
      <p>
        {diffWords(before, after).map((part) => (
          <Change part={part} />
        ))}
      </p>
    </div>
  );
}

function Change({ part }: { readonly part: DiffPart }) {
  const Mark = part.kind === 'dihapus' ? 'del' : 'ins';
  if (part.kind === 'sama') return <>{part.text}</>;
  return (
    <>
      <Mark>{part.text.trimEnd()}</Mark>{' '}
    </>
  );
}
