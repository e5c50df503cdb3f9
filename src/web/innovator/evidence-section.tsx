// The evidence of an indicator: what is attached, and three ways to attach more.

import type { Indicator } from '../../domain/instrument/indicator.ts';
import { positionOf } from '../../domain/instrument/points.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import type { AttachedEvidence, KnownFile } from '../../store/innovation-draft.read.ts';
import { attachedWords, checkTexts, formatsWords } from '../../texts/id/evidence.ts';
import { formatFileSize, formatList } from '../../texts/id/format.ts';
import { errorOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { FileField, FileList } from '../ui/files.tsx';
import { Details } from '../ui/panels.tsx';
import type { EntryView } from './entry-view.ts';

interface EvidenceProps {
  readonly view: EntryView;
  readonly indicator: Indicator;
  readonly known: readonly KnownFile[];
  readonly readOnly: boolean;
  readonly refusal: Refusal | null;
  readonly typed?: Readonly<Record<string, string>>;
}

const ACCEPTED = 'application/pdf,image/jpeg,image/png,image/webp,video/mp4';

export function EvidenceSection(props: EvidenceProps) {
  const { view, indicator, known, readOnly } = props;
  const items = view.draft.evidence.filter((item) => item.indicator === indicator.code);
  const reusable = known.filter((file) => !items.some((item) => item.sha256 === file.sha256));
  return (
    <section class="tumpuk" aria-labelledby="bukti">
      <h2 id="bukti">Bukti</h2>
      <p class="redup">
        {indicator.evidence}
        {indicator.formats !== '' && `. Berupa ${formatsWords(indicator.formats)}.`}
      </p>
      {items.length === 0 ? <p>Belum ada bukti. Foto dari ponsel pun boleh.</p> : <FileList files={items.map((item) => fileOf(props, item))} />}
      {!readOnly && (
        <>
          <UploadPart {...props} />
          {reusable.length > 0 && <ReusePart {...props} known={reusable} />}
          <LinkPart {...props} />
        </>
      )}
    </section>
  );
}

function fileOf({ view, readOnly }: EvidenceProps, item: AttachedEvidence) {
  const also = [
    ...new Set(
      view.draft.evidence
        .filter((other) => other.sha256 !== null && other.sha256 === item.sha256 && other.indicator !== item.indicator)
        .map((other) => positionOf(view.instrument, other.indicator)),
    ),
  ];
  const isGone = item.checkState === 'quarantined';
  const detail = [
    item.kind === 'link' ? 'Tautan' : attachedWords(item),
    item.pages !== '' && `dipakai: halaman ${item.pages}`,
    also.length > 0 && `dipakai juga di indikator ${formatList(also.map(String))}`,
  ];
  return {
    name: item.label,
    href: isGone ? undefined : (item.link ?? paths.evidence(item.evidenceId)),
    detail: isGone ? checkTexts.replace : detail.filter(Boolean).join(' · '),
    state: isGone ? ('gagal' as const) : item.kind === 'link' ? ('tautan' as const) : ('siap' as const),
    actions: readOnly ? undefined : (
      <Button kind="polos" size="kecil" form="lepas" formAction={paths.detach(view.entry.entryId, item.evidenceId)}>
        Lepas<span class="hanya-baca"> {item.label}</span>
      </Button>
    ),
  };
}

/** All three ways stand in the indicator's own form: whichever button is pressed, the level that was chosen goes along. */
function UploadPart({ view, indicator, refusal, typed }: EvidenceProps) {
  return (
    <div class="tumpuk">
      <FileField
        name="file"
        label="Berkas dari perangkat ini"
        hint="PDF, JPG, PNG, atau WebP sampai 20 MB; video MP4 sampai 100 MB. Boleh beberapa sekaligus, sampai 10."
        accept={ACCEPTED}
        multiple
        error={errorOf(refusal, 'file')}
      />
      <Field name="pages" label="Halaman yang dipakai" optional hint="Misalnya 2-3 atau 2-3, 7." value={typed?.pages} short error={errorOf(refusal, 'pages')} />
      <p>
        <AttachButton view={view} indicator={indicator} kind="file" icon="unggah">
          Unggah berkas
        </AttachButton>
      </p>
    </div>
  );
}

interface AttachButtonProps extends Pick<EvidenceProps, 'view' | 'indicator'> {
  readonly kind: 'file' | 'reuse' | 'link';
  readonly icon?: 'unggah';
  readonly children: string;
}

function AttachButton({ view, indicator, kind, icon, children }: AttachButtonProps) {
  return (
    <Button name="kind" value={kind} formAction={paths.attach(view.entry.entryId, indicator.code)} icon={icon}>
      {children}
    </Button>
  );
}

function ReusePart({ view, indicator, known, refusal, typed }: EvidenceProps) {
  const choices = known.map((file) => ({
    value: file.sha256,
    label: file.label,
    detail: `${file.kind.toUpperCase()} · ${formatFileSize(file.bytes)} · dipakai di indikator ${formatList(file.usedAt.map((code) => String(positionOf(view.instrument, code))))}`,
  }));
  return (
    <Details summary={`Pakai berkas yang sudah ada (${known.length})`} open={typed?.kind === 'reuse'}>
      <div class="tumpuk ruang-5">
        <Field name="reuse" kind="radios" label="Berkas kantor Anda" choices={choices} value={typed?.reuse} error={errorOf(refusal, 'reuse')} />
        <p>
          <AttachButton view={view} indicator={indicator} kind="reuse">
            Pakai berkas ini
          </AttachButton>
        </p>
      </div>
    </Details>
  );
}

function LinkPart({ view, indicator, refusal, typed }: EvidenceProps) {
  return (
    <Details summary="Lampirkan tautan" open={typed?.kind === 'link'}>
      <div class="tumpuk ruang-5">
        <Field
          name="link"
          kind="url"
          label="Alamat"
          hint="Diawali https://, misalnya video di kanal resmi."
          value={typed?.link}
          error={errorOf(refusal, 'link')}
        />
        <Field name="label" label="Nama tautan" optional value={typed?.label} />
        <p>
          <AttachButton view={view} indicator={indicator} kind="link">
            Simpan tautan
          </AttachButton>
        </p>
      </div>
    </Details>
  );
}
