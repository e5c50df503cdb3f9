import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

/** What a state means, each with its own colour and drawing; the word is given by the page. */
export type StateKind =
  | 'belum'
  | 'proses'
  | 'bukti'
  | 'perbaikan'
  | 'lewat'
  | 'menunggu'
  | 'selesai'
  | 'terverifikasi'
  | 'terkunci'
  | 'digantikan'
  | 'juara'
  | 'netral';

interface StateLook {
  readonly colour: 'daun' | 'janar' | 'mengkudu' | 'sungai' | 'ramania' | 'uar' | 'juara' | null;
  readonly icon: IconName;
}

const LOOKS: Readonly<Record<StateKind, StateLook>> = {
  belum: { colour: null, icon: 'kosong' },
  proses: { colour: 'sungai', icon: 'pena' },
  bukti: { colour: 'janar', icon: 'unggah' },
  perbaikan: { colour: 'mengkudu', icon: 'awas' },
  lewat: { colour: 'mengkudu', icon: 'jam' },
  menunggu: { colour: 'janar', icon: 'jam' },
  selesai: { colour: 'daun', icon: 'cek' },
  terverifikasi: { colour: 'daun', icon: 'perisai' },
  terkunci: { colour: 'ramania', icon: 'gembok' },
  digantikan: { colour: 'uar', icon: 'berkas' },
  juara: { colour: 'juara', icon: 'bintang' },
  netral: { colour: null, icon: 'titik' },
};

interface StateProps {
  readonly state: StateKind;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

/** A state in a pill: colour, drawing and word. */
export function Tag({ state, icon, children }: StateProps) {
  const look = LOOKS[state];
  return (
    <span class={classNames('tanda', look.colour && `tanda--${look.colour}`)}>
      <Icon name={icon ?? look.icon} />
      {children}
    </span>
  );
}

/** The same state inside a line or a table cell, without the pill. */
export function StateNote({ state, icon, children }: StateProps) {
  const look = LOOKS[state];
  const colour = look.colour === null || look.colour === 'juara' ? 'redup' : look.colour;
  return (
    <span class={`status status--${colour}`}>
      <Icon name={icon ?? look.icon} />
      {children}
    </span>
  );
}
