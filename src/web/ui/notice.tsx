import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type NoticeKind = 'info' | 'awas' | 'galat' | 'sukses' | 'segel' | 'langkah' | 'sunyi';

const NOTICE_ICONS: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  awas: 'awas',
  galat: 'awas',
  sukses: 'cek',
  segel: 'gembok',
  langkah: 'bendera',
  sunyi: 'info',
};

export interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: ComponentChildren;
  /** Rank of the title in the page; two unless the notice stands inside a section. */
  readonly level?: 2 | 3;
  readonly id?: string;
  /** Said aloud when it appears after an act. */
  readonly live?: boolean;
  readonly children?: ComponentChildren;
}

export function Notice({ kind = 'info', title, level = 2, id, live, children }: NoticeProps) {
  const Title = level === 3 ? 'h3' : 'h2';
  return (
    <div class={classNames('catatan', kind !== 'info' && `catatan--${kind}`)} id={id} role={live ? (kind === 'galat' ? 'alert' : 'status') : undefined}>
      <Icon name={NOTICE_ICONS[kind]} />
      <div>
        {title && <Title>{title}</Title>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
