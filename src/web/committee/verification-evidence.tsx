// The evidence of one claim, open beside it.

import type { Indicator } from '../../domain/instrument/indicator.ts';
import type { FrozenEvidence, FrozenIndicator } from '../../store/assessment-verification.read.ts';
import { paths } from '../paths.ts';

export function EvidencePart({ indicator, frozen }: { readonly indicator: Indicator; readonly frozen: FrozenIndicator | undefined }) {
  const evidence = frozen?.evidence ?? [];
  return (
    <section class="sanding__bukti tumpuk" aria-labelledby="bukti">
      <h2 id="bukti">Bukti</h2>
      {evidence.length === 0 && <p>Tidak ada bukti yang dilampirkan.</p>}
      <ul class="tumpuk">
        {evidence.map((item, at) => (
          <li key={item.evidenceId ?? at}>
            <a href={item.link ?? paths.evidence(item.evidenceId ?? '')} target="_blank" rel="noopener noreferrer">
              {item.label || `Bukti ${at + 1}`}
            </a>{' '}
            <span class="redup">
              {item.link ? 'tautan' : (item.kind ?? 'berkas').toUpperCase()}
              {item.pages ? ` · halaman ${item.pages}` : ''} · terbuka di tab baru
            </span>
          </li>
        ))}
      </ul>
      {evidence.slice(0, SHOWN_BESIDE).map((item) => (
        <Beside key={item.evidenceId} item={item} />
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

/** How many pieces stand open beside the claim; the others are a link away. */
const SHOWN_BESIDE = 2;

/** The file itself, where a browser can show it; on a phone its link serves. */
function Beside({ item }: { readonly item: FrozenEvidence }) {
  if (item.link || item.evidenceId === undefined) return null;
  const address = paths.evidence(item.evidenceId);
  const label = item.label || 'Bukti';
  if (item.kind === 'pdf') return <iframe class="bukti-lembar lebar-saja" src={address} title={`Isi ${label}`} loading="lazy" />;
  // biome-ignore lint/a11y/useMediaCaption: evidence is what the innovator filmed; its captions are inside the film or not at all
  if (item.kind === 'mp4') return <video class="bukti-lembar" src={address} controls preload="none" aria-label={label} />;
  return <img class="bukti-lembar" src={address} alt={label} loading="lazy" />;
}
