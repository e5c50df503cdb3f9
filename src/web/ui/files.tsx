import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { FieldError } from './field.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type FileState = 'siap' | 'proses' | 'antre' | 'gagal' | 'tautan';

const FILE_LOOKS: Readonly<Record<FileState, { readonly icon: IconName; readonly look?: string }>> = {
  siap: { icon: 'cek', look: 'ok' },
  proses: { icon: 'berkas' },
  antre: { icon: 'jam', look: 'antre' },
  gagal: { icon: 'awas', look: 'gagal' },
  tautan: { icon: 'tautan' },
};

export interface FileEntry {
  readonly name: string;
  readonly href?: string;
  readonly detail?: string;
  readonly state?: FileState;
  /** Percent of the upload. */
  readonly progress?: number;
  /** Links and small forms of the file. */
  readonly actions?: ComponentChildren;
}

export function FileList({ files }: { readonly files: readonly FileEntry[] }) {
  return (
    <ul class="berkas">
      {files.map((file) => (
        <FileRow key={file.name} {...file} />
      ))}
    </ul>
  );
}

function FileRow({ name, href, detail, state = 'siap', progress, actions }: FileEntry) {
  const { icon, look } = FILE_LOOKS[state];
  return (
    <li class={look}>
      <Icon name={icon} />
      <div>
        <p class="berkas__nama">{href ? <a href={href}>{name}</a> : name}</p>
        {progress !== undefined && <progress class="maju" max={100} value={progress} aria-label={name} />}
        {detail && <p class="berkas__ket">{detail}</p>}
      </div>
      {actions && <div class="berkas__aksi">{actions}</div>}
    </li>
  );
}

interface FileFieldProps {
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  /** Types and limits, said before anything is chosen. */
  readonly hint: string;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly error?: string;
  /** Way to a file that was uploaded before. */
  readonly reuse?: { readonly href: string; readonly label: string };
}

export function FileField({ name, id = name, label, hint, accept, multiple, error, reuse }: FileFieldProps) {
  return (
    <div class={classNames('medan', error && 'medan--galat')}>
      <label for={id}>{label}</label>
      <p class="medan__petunjuk" id={`${id}-petunjuk`}>
        {hint}
      </p>
      {error && <FieldError id={`${id}-galat`} text={error} />}
      <input
        class="isian"
        type="file"
        id={id}
        name={name}
        accept={accept}
        multiple={multiple}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={classNames(`${id}-petunjuk`, error && `${id}-galat`)}
      />
      {reuse && (
        <a class="tombol-teks" href={reuse.href}>
          <Icon name="tautan" />
          {reuse.label}
        </a>
      )}
    </div>
  );
}
