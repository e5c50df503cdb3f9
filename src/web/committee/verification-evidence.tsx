// The evidence of one claim, open beside it.

import { isOpenToOthers } from '../../domain/evidence/check.ts';
import type { Indicator } from '../../domain/instrument/indicator.ts';
import type { FrozenEvidence, FrozenIndicator } from '../../store/assessment-verification.read.ts';
import { checkTexts, fileWords } from '../../texts/id/evidence.ts';
import { paths } from '../paths.ts';

interface EvidencePartProps {
  readonly indicator: Indicator;
  readonly frozen: FrozenIndicator | undefined;
  /** Whether a scanner looks at files, so that one it has not seen is not opened yet. */
  readonly isScanned: boolean;
}

export function EvidencePart({ indicator, frozen, isScanned }: EvidencePartProps) {
  const evidence = frozen?.evidence ?? [];
  return (
    <section class="sanding__bukti tumpuk" aria-labelledby="bukti">
      <h2 id="bukti">Bukti</h2>
      {evidence.length === 0 && <p>Tidak ada bukti yang dilampirkan.</p>}
      <ul class="tumpuk">
        {evidence.map((item, at) => (
          <li key={item.evidenceId ?? at}>
            <EvidenceLine item={item} name={item.label || `Bukti ${at + 1}`} />
          </li>
        ))}
      </ul>
      {evidence.slice(0, SHOWN_BESIDE).map((item) => (
        <Beside key={item.evidenceId} item={item} isScanned={isScanned} />
      ))}
      {frozen?.note && (
        <div>
          <h3>Catatan inovator</h3>
          <p>{frozen.note}</p>
        </div>
      )}
      <p class="kecil redup">Yang diminta: {indicator.evidence}</p>
    </section>
  );
}

function EvidenceLine({ item, name }: { readonly item: FrozenEvidence; readonly name: string }) {
  if (item.file?.checkState === 'quarantined')
    return (
      <>
        {name} <span class="redup">{checkTexts.quarantined}</span>
      </>
    );
  return (
    <>
      <a href={item.link ?? paths.evidence(item.evidenceId ?? '')} target="_blank" rel="noopener noreferrer">
        {name}
      </a>{' '}
      <span class="redup">
        {item.link ? 'tautan' : item.file ? fileWords(item.file) : (item.kind ?? 'berkas').toUpperCase()}
        {item.pages ? ` · dipakai: halaman ${item.pages}` : ''} · terbuka di tab baru
      </span>
    </>
  );
}

/** How many pieces stand open beside the claim; the others are a link away. */
const SHOWN_BESIDE = 2;

/** The file itself, where a browser can show it; on a phone its link serves. */
function Beside({ item, isScanned }: { readonly item: FrozenEvidence; readonly isScanned: boolean }) {
  if (item.link || item.evidenceId === undefined) return null;
  const state = item.file?.checkState ?? 'unchecked';
  if (state === 'quarantined') return null;
  if (!isOpenToOthers(state, isScanned)) return <p class="redup">{checkTexts.waitingBeside}</p>;
  const address = paths.evidence(item.evidenceId);
  const label = item.label || 'Bukti';
  if (item.kind === 'pdf') return <iframe class="bukti-lembar lebar-saja" src={address} title={`Isi ${label}`} loading="lazy" />;
  // biome-ignore lint/a11y/useMediaCaption: evidence is what the innovator filmed; its captions are inside the film or not at all
  if (item.kind === 'mp4') return <video class="bukti-lembar" src={address} controls preload="none" aria-label={label} />;
  return <img class="bukti-lembar" src={address} alt={label} loading="lazy" />;
}
