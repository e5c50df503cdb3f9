import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type ButtonKind = 'utama' | 'biasa' | 'netral' | 'polos' | 'bahaya' | 'bahaya-isi' | 'juri';

interface Look {
  readonly kind?: ButtonKind;
  readonly size?: 'kecil' | 'penuh';
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends Look {
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  readonly form?: string;
  readonly formAction?: string;
  readonly id?: string;
  readonly busy?: boolean;
  readonly pressed?: boolean;
  readonly describedBy?: string;
}

export interface ButtonLinkProps extends Look {
  readonly href: string;
  readonly id?: string;
  readonly download?: boolean;
  readonly newTab?: boolean;
  readonly current?: boolean;
}

function look({ kind = 'biasa', size }: Look): string {
  return classNames('tombol', kind !== 'biasa' && `tombol--${kind}`, size && `tombol--${size}`);
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={look(props)}
      type={props.type ?? 'submit'}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formAction={props.formAction}
      aria-busy={props.busy ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-describedby={props.describedBy}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a
      class={look(props)}
      href={props.href}
      id={props.id}
      download={props.download}
      target={props.newTab ? '_blank' : undefined}
      aria-current={props.current ? 'page' : undefined}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}
