import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

/** `sah`: holds. `diganti`: there is a newer one. `dicabut`: does not hold. `asing`: nobody knows it. `tercatat`: sealed, and closed for now. */
export type VerdictTone = 'sah' | 'diganti' | 'dicabut' | 'asing' | 'tercatat';

const ICONS: Readonly<Record<VerdictTone, IconName>> = { sah: 'cek', diganti: 'putar', dicabut: 'silang', asing: 'tanya', tercatat: 'gembok' };

interface VerdictProps {
  readonly tone: VerdictTone;
  readonly title: string;
  readonly lead: string;
  readonly children?: ComponentChildren;
}

/** The answer to one question, in a word that is read across a hall. */
export function Verdict({ tone, title, lead, children }: VerdictProps) {
  return (
    <div class={classNames('putusan', tone !== 'sah' && `putusan--${tone}`)} role="status">
      <div class="putusan__kepala">
        <Icon name={ICONS[tone]} />
        <div>
          <h2>{title}</h2>
          <p>{lead}</p>
        </div>
      </div>
      <div class="tumpuk">{children}</div>
    </div>
  );
}
