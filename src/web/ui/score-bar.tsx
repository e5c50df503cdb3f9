import type { ComponentChildren } from 'preact';
import { uiTexts } from '../../texts/id/ui.ts';
import { classNames, widthClass } from './class-names.ts';

export type ScorePartKind = 'terverifikasi' | 'berbukti' | 'klaim' | 'simulasi';

const PART_WORDS: Readonly<Record<ScorePartKind, string>> = {
  terverifikasi: uiTexts.verified,
  berbukti: uiTexts.evidenced,
  klaim: uiTexts.claimed,
  simulasi: uiTexts.simulated,
};

export interface ScorePart {
  readonly kind: ScorePartKind;
  /** Part of the maximum, 0 to 1; only for drawing. */
  readonly share: number;
  readonly text: string;
  /** Another word than the usual one for this kind. */
  readonly word?: string;
}

export interface ScoreBarProps {
  readonly parts: readonly ScorePart[];
  /** Points nobody has filled yet, as text. */
  readonly rest?: string;
  readonly figure?: string;
  readonly figureNote?: string;
  readonly change?: string;
  /** `word` stands after the number where there is width for it. */
  readonly thresholds?: readonly { readonly share: number; readonly text: string; readonly word?: string }[];
  readonly thin?: boolean;
  readonly withoutKey?: boolean;
  /** A link beside the figure, such as its origin. */
  readonly aside?: ComponentChildren;
}

/** Hatched is claimed, solid is evidenced, solid with a stitch is verified, dashed blue is a simulation. */
export function ScoreBar(props: ScoreBarProps) {
  const { parts, rest, thresholds = [] } = props;
  const words = parts.map((part) => `${part.text} ${part.word ?? PART_WORDS[part.kind]}`);
  const spoken = [...words, rest && `${rest} ${uiTexts.unfilled}`, ...thresholds.map(({ text, word }) => (word ? `${text} ${word}` : text))];
  return (
    <div class="skor">
      {props.figure && <ScoreFigure {...props} />}
      <div
        class={classNames('batang', props.thin && 'batang--tipis', thresholds.length > 0 && 'batang--ambang')}
        role="img"
        aria-label={spoken.filter(Boolean).join(', ')}
      >
        {parts.map(({ kind, share }) => (
          <i key={kind} class={`${kind} ${widthClass(share)}`} />
        ))}
        {thresholds.map(({ share, text, word }) => (
          <span key={text} class={`batang__ambang ${widthClass(share)}`}>
            <span>
              {text}
              {word && <span class="lebar-saja"> {word}</span>}
            </span>
          </span>
        ))}
      </div>
      {!props.withoutKey && <ScoreKey parts={parts} rest={rest} />}
    </div>
  );
}

function ScoreFigure({ figure, figureNote, change, aside }: ScoreBarProps) {
  return (
    <div class="skor__kepala">
      <p>
        <span class="skor__angka">
          {figure} {figureNote && <small>{figureNote}</small>}
        </span>
        {change && <span class="skor__naik"> {change}</span>}
      </p>
      {aside}
    </div>
  );
}

function ScoreKey({ parts, rest }: { readonly parts: readonly ScorePart[]; readonly rest?: string }) {
  return (
    <ul class="kunci">
      {parts.map(({ kind, text, word }) => (
        <li key={kind} class={kind}>
          <span>
            <b>{text}</b> {word ?? PART_WORDS[kind]}
          </span>
        </li>
      ))}
      {rest && (
        <li>
          <span>
            <b>{rest}</b> {uiTexts.unfilled}
          </span>
        </li>
      )}
    </ul>
  );
}
