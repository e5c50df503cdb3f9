// A piece of frozen evidence in one line: its name leads to it while it may be opened, with what it is.

import type { FileState } from '../domain/evidence/check.ts';
import { checkTexts, fileWords } from '../texts/id/evidence.ts';

interface ProofLinkProps {
  /** How the file stands now; undefined of a link. */
  readonly file: FileState | undefined;
  readonly href: string;
  readonly label: string;
}

export function ProofLink({ file, href, label }: ProofLinkProps) {
  const isGone = file?.checkState === 'quarantined';
  const words = file === undefined ? '' : isGone ? checkTexts.quarantined : fileWords(file);
  return (
    <>
      {isGone ? label : <a href={href}>{label}</a>}
      {words !== '' && <small class="redup"> {words}</small>}
    </>
  );
}
