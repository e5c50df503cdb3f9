import type { ComponentChildren } from 'preact';
import { uiTexts } from '../../texts/id/ui.ts';
import { DefinitionList, type DefinitionRow } from './definition-list.tsx';
import { Icon } from './icon.tsx';

const PETALS = [0, 60, 120, 180, 240, 300];

/** Tampuk manggis, the outside that tells what is inside: the seal, and the mark of an empty place. */
export function Tampuk({ checked }: { readonly checked?: boolean }) {
  return (
    <svg class="tampuk" viewBox="0 0 64 64" aria-hidden="true">
      <circle class="tampuk__jahit" cx="32" cy="32" r="29" />
      {PETALS.map((turn) => (
        <path key={turn} d="M32 29c-7-5.5-7.5-13.5 0-20.5 7.5 7 7 15 0 20.5z" transform={`rotate(${turn} 32 32)`} />
      ))}
      <circle class="tampuk__inti" cx="32" cy="32" r="9.5" />
      {checked ? <path class="tampuk__cek" d="m27.3 32.2 3.3 3.3 6.3-6.7" /> : <circle cx="32" cy="32" r="3" />}
    </svg>
  );
}

/** What was verified, with the rule that was used. */
export function Seal({ title, note }: { readonly title: string; readonly note?: string }) {
  return (
    <div class="segel">
      <Tampuk checked />
      <p>
        <b>{title}</b>
        {note && <small>{note}</small>}
      </p>
    </div>
  );
}

interface SealCardProps {
  readonly title: string;
  /** Code under which anybody can check the document. */
  readonly code?: string;
  readonly digest?: string;
  readonly rows?: readonly DefinitionRow[];
  /** Violet and locked: closed until it is opened. */
  readonly locked?: boolean;
  readonly children?: ComponentChildren;
}

export function SealCard({ title, code, digest, rows, locked, children }: SealCardProps) {
  return (
    <section class={locked ? 'kartu segel-kartu segel-kartu--tertutup' : 'kartu segel-kartu'}>
      <div class="segel">
        {locked ? <Icon name="gembok" /> : <Tampuk checked />}
        <h2>{title}</h2>
      </div>
      {code && <p class="kode-galat">{code}</p>}
      {rows && <DefinitionList rows={rows} dense />}
      {digest && <p class="sidik">{digest}</p>}
      {children}
    </section>
  );
}

export interface Signer {
  readonly name: string;
  readonly role: string;
  /** What was done and when, as text; absent while it is awaited. */
  readonly done?: string;
  /** Signed with a key; otherwise a statement. */
  readonly byKey?: boolean;
}

/** Places to sign or to state: a full line where it is done, a broken one where it is awaited. */
export function Signatures({ signers }: { readonly signers: readonly Signer[] }) {
  return (
    <ul class="ttd">
      {signers.map(({ name, role, done, byKey }) => (
        <li key={name} class={done ? undefined : 'belum'}>
          <div class="ttd__ruang">
            {done ? <Icon name={byKey ? 'kunci' : 'cek'} /> : null}
            <span>{done ?? uiTexts.unsigned}</span>
          </div>
          <p class="ttd__nama">
            {name}
            <small>{role}</small>
          </p>
        </li>
      ))}
    </ul>
  );
}
