import { type RoleName, roleTexts, uiTexts } from '../../texts/id/ui.ts';
import { Contact } from './contact.tsx';
import { Icon } from './icon.tsx';
import { rememberedHtml } from './memo.tsx';
import type { NavigationItem } from './navigation.ts';

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const last = crumbs.length - 1;
  return (
    <nav class="lebar-saja" aria-label={uiTexts.breadcrumbs}>
      <ol class="remah">
        {crumbs.map(({ href, label }, position) => (
          <li aria-current={position === last ? 'page' : undefined}>{position === last ? label : <a href={href}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}

export function BackLink({ back }: { readonly back: Crumb }) {
  return (
    <a class="kembali" href={back.href}>
      <Icon name="kiri" />
      {back.label}
    </a>
  );
}

interface NavigationProps {
  readonly items: readonly NavigationItem[];
  readonly current: string | undefined;
}

export function SideRail({ items, current, role }: NavigationProps & { readonly role: RoleName | undefined }) {
  return (
    <nav class="rel" aria-label={role ? roleTexts[role] : uiTexts.mainNavigation}>
      {items.map((item) => (
        <NavigationLink item={item} current={current} />
      ))}
    </nav>
  );
}

/** The thumb's navigation on phones: at most four doors, and a drawer for the others. */
export function BottomBar({ items, current }: NavigationProps) {
  const key = `bawah ${current} ${items.map(({ href, unread }) => `${href} ${unread}`).join(' ')}`;
  return (
    <nav
      class="bawah"
      aria-label={uiTexts.phoneNavigation}
      dangerouslySetInnerHTML={rememberedHtml(key, () => <BottomLinks items={items} current={current} />)}
    />
  );
}

function BottomLinks({ items, current }: NavigationProps) {
  const shown = items.filter(({ onPhone }) => onPhone).slice(0, 4);
  const others = items.filter((item) => !shown.includes(item));
  return (
    <>
      {shown.map((item) => (
        <NavigationLink item={item} current={current} />
      ))}
      {others.length > 1 && (
        <details class="bawah__lainnya">
          <summary class={others.some(({ href }) => href === current) ? 'kini' : undefined}>
            <Icon name="menu" />
            <span>{uiTexts.more}</span>
          </summary>
          <div class="bawah__laci">
            {others.map((item) => (
              <NavigationLink item={item} current={current} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function NavigationLink({ item, current }: { readonly item: NavigationItem; readonly current: string | undefined }) {
  return (
    <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
      <Icon name={item.icon} />
      <span>{item.label}</span>
      <Unread item={item} />
    </a>
  );
}

/** The number beside a door; nothing when nothing waits. */
export function Unread({ item: { unread } }: { readonly item: NavigationItem }) {
  if (!unread) return null;
  return (
    <span class="n">
      {unread > 99 ? '99+' : unread}
      <span class="hanya-baca"> {uiTexts.unread}</span>
    </span>
  );
}

interface PageFooterProps {
  readonly regionName: string;
  readonly contact: string | undefined;
  readonly clock: string;
  readonly ruleVersion?: string;
}

export function PageFooter({ regionName, contact = '', clock, ruleVersion }: PageFooterProps) {
  return (
    <footer class="kaki">
      <div class="wadah kaki__isi">
        <div>
          <p>
            <b>{uiTexts.clock(clock)}</b>
            {ruleVersion && ` · ${ruleVersion}`}
            <br />
            {uiTexts.organiser(regionName)}
          </p>
          <Contact text={contact} />
        </div>
        <ul dangerouslySetInnerHTML={rememberedHtml('kaki', () => <FooterLinks />)} />
      </div>
    </footer>
  );
}

function FooterLinks() {
  const links: readonly Crumb[] = [
    { href: '/pedoman', label: uiTexts.guide },
    { href: '/bantuan', label: uiTexts.help },
    { href: '/status', label: uiTexts.serviceStatus },
    { href: '/cek', label: uiTexts.check },
    { href: '/privasi', label: uiTexts.privacy },
    { href: '/aksesibilitas', label: uiTexts.accessibility },
  ];
  return (
    <>
      {links.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </>
  );
}
