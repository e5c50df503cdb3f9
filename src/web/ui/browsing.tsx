import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export interface Place {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  readonly icon?: IconName;
}

export function Tabs({ label, places }: { readonly label: string; readonly places: readonly Place[] }) {
  return (
    <nav class="tab jangan-cetak" aria-label={label}>
      {places.map((place) => (
        <PlaceLink key={place.href} place={place} />
      ))}
    </nav>
  );
}

/** Filters as links: every view has its own address. */
export function Chips({ label, places }: { readonly label: string; readonly places: readonly Place[] }) {
  return (
    <nav class="saring" aria-label={label}>
      {places.map((place) => (
        <PlaceLink key={place.href} place={place} look="keping" />
      ))}
    </nav>
  );
}

function PlaceLink({ place, look }: { readonly place: Place; readonly look?: string }) {
  return (
    <a class={classNames(look) || undefined} href={place.href} aria-current={place.current ? 'page' : undefined}>
      {place.icon && <Icon name={place.icon} />}
      {place.label}
    </a>
  );
}

interface PaginationProps {
  readonly label: string;
  readonly current: number;
  readonly total: number;
  readonly addressOf: (page: number) => string;
}

export function Pagination({ label, current, total, addressOf }: PaginationProps) {
  if (total < 2) return null;
  const shown = Array.from({ length: total }, (_, position) => position + 1).filter((page) => page === 1 || page === total || Math.abs(page - current) <= 1);
  return (
    <nav class="hal" aria-label={label}>
      {shown.map((page, position) => (
        <>
          {position > 0 && page - (shown[position - 1] ?? 0) > 1 && <span>…</span>}
          <a href={addressOf(page)} aria-current={page === current ? 'page' : undefined}>
            {page}
          </a>
        </>
      ))}
    </nav>
  );
}

interface SearchBoxProps {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly buttonLabel: string;
}

/** Search by GET, so that the answer can be shared. */
export function SearchBox({ action, name, label, value, hidden = {}, buttonLabel }: SearchBoxProps) {
  return (
    <search>
      <form class="cari-baris" action={action} method="get">
        {Object.entries(hidden).map(([key, text]) => (
          <input key={key} type="hidden" name={key} value={text} />
        ))}
        <div class="cari">
          <Icon name="cari" />
          <input class="isian" type="search" id={name} name={name} value={value} aria-label={label} placeholder={label} />
        </div>
        <button class="tombol tombol--netral" type="submit">
          {buttonLabel}
        </button>
      </form>
    </search>
  );
}

interface WorkCardProps {
  readonly name: string;
  readonly href: string;
  readonly detail: string;
  readonly image?: { readonly src: string; readonly alt: string; readonly width: number; readonly height: number };
  readonly level?: 2 | 3;
  readonly children?: ComponentChildren;
}

/** An innovation in the gallery: the whole card is one link; without a photo the name stands on plain ground. */
export function WorkCard({ name, href, detail, image, level = 3, children }: WorkCardProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <article class={image ? 'karya' : 'karya karya--polos'}>
      {image && (
        <div class="karya__gambar">
          <img src={image.src} alt={image.alt} width={image.width} height={image.height} loading="lazy" decoding="async" />
        </div>
      )}
      <div>
        <Title>
          <a href={href}>{name}</a>
        </Title>
        <p>{detail}</p>
        {children}
      </div>
    </article>
  );
}
