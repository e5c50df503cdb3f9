import { BrandMark } from './brand.tsx';

interface LetterheadProps {
  readonly regionName: string;
  /** What the paper belongs to: the edition. */
  readonly edition: string;
}

/** The head of a printed paper; a screen has its own. */
export function Letterhead({ regionName, edition }: LetterheadProps) {
  return (
    <div class="kop kop--cetak">
      <BrandMark />
      <p>
        <b>BAILANG</b>
        {regionName}
        <br />
        {edition}
      </p>
    </div>
  );
}
