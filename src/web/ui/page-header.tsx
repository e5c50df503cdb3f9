import { type RoleName, roleTexts, uiTexts } from '../../texts/id/ui.ts';
import { Brand } from './brand.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import { rememberedHtml } from './memo.tsx';
import type { NavigationItem } from './navigation.ts';
import { Unread } from './page-frame.tsx';

export interface AccountLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

export interface Account {
  readonly person: string;
  readonly roles: readonly AccountLink[];
  readonly csrf: string;
}

export type SaveState = 'sudah' | 'proses' | 'tunda' | 'gagal';

interface PageHeaderProps {
  readonly regionName: string;
  readonly items: readonly NavigationItem[];
  readonly current: string | undefined;
  readonly account: Account | undefined;
}

export function PageHeader(props: PageHeaderProps) {
  const { account } = props;
  if (account) {
    return (
      <header class="kepala">
        <div class="wadah kepala__isi">
          <HeaderLinks {...props} />
          <div class="kepala__kanan">
            <HelpLink />
            <AccountMenu account={account} />
          </div>
        </div>
      </header>
    );
  }
  const key = `kepala ${props.regionName} ${props.current} ${props.items.map(({ href }) => href).join(' ')}`;
  return <header class="kepala" dangerouslySetInnerHTML={rememberedHtml(key, () => <VisitorHeader {...props} />)} />;
}

function VisitorHeader(props: PageHeaderProps) {
  return (
    <div class="wadah kepala__isi">
      <HeaderLinks {...props} />
      <div class="kepala__kanan">
        <HelpLink wideOnly />
        {props.current !== '/masuk' && (
          <a class="tombol tombol--kecil tombol--netral" href="/masuk">
            <Icon name="orang" />
            {uiTexts.signIn}
          </a>
        )}
      </div>
    </div>
  );
}

function HeaderLinks({ regionName, items, current }: PageHeaderProps) {
  return (
    <>
      <Brand regionName={regionName} />
      {items.length > 0 && (
        <nav class="nav" aria-label={uiTexts.mainNavigation}>
          {items
            .filter(({ href }) => href !== '/bantuan')
            .map((item) => (
              <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
                {item.label}
                <Unread item={item} />
              </a>
            ))}
        </nav>
      )}
    </>
  );
}

function HelpLink({ wideOnly }: { readonly wideOnly?: boolean }) {
  return (
    <a class={classNames('tombol tombol--polos tombol--kecil bantuan', wideOnly && 'lebar-saja')} href="/bantuan" aria-label={uiTexts.help}>
      <Icon name="tanya" />
      <span>{uiTexts.help}</span>
    </a>
  );
}

function AccountMenu({ account }: { readonly account: Account }) {
  return (
    <details class="akun">
      <summary>
        <Icon name="orang" />
        <span class="akun__nama">{account.person}</span>
      </summary>
      <div class="akun__isi">
        <p class="akun__siapa">{account.person}</p>
        {account.roles.length > 0 && (
          <nav aria-label={uiTexts.switchRole}>
            <p class="kecil redup">{uiTexts.switchRole}</p>
            <ul class="akun__peran">
              {account.roles.map(({ href, label, current }) => (
                <li>
                  <a href={href} aria-current={current ? 'true' : undefined}>
                    {label}
                    {current && <Icon name="cek" />}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <a class="akun__tautan" href="/saya/akun">
          {uiTexts.account}
        </a>
        <form method="post" action="/keluar">
          <input type="hidden" name="csrf" value={account.csrf} />
          <button class="tombol tombol--netral tombol--kecil tombol--penuh" type="submit">
            <Icon name="keluar" />
            {uiTexts.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}

const SAVE_ICONS: Readonly<Record<SaveState, IconName | null>> = {
  sudah: 'awan',
  proses: null,
  tunda: 'luring',
  gagal: 'awas',
};

/** What the server has, in words; the one place where a page tells whether work is safe. Empty until there is something to tell. */
export function SaveNote({ state = 'sudah', text }: { readonly state?: SaveState; readonly text: string }) {
  const icon = text === '' ? null : SAVE_ICONS[state];
  return (
    <span class={classNames('simpan', state !== 'proses' && `simpan--${state}`)} role="status" id="keadaan-simpan">
      {icon && <Icon name={icon} />}
      {text}
    </span>
  );
}

const STRIP_COLOURS: Readonly<Record<RoleName, string>> = {
  inovator: 'inovator',
  kepala: 'kepala',
  sekretariat: 'sekretariat',
  verifikator: 'sekretariat',
  juri: 'juri',
  ketua: 'juri',
  pimpinan: 'pimpinan',
  admin: 'sekretariat',
};

interface RoleStripProps {
  readonly role: RoleName;
  readonly context?: string;
  readonly saved?: string;
  readonly saveState?: SaveState;
}

export function RoleStrip({ role, context, saved, saveState }: RoleStripProps) {
  return (
    <section class={`peran peran--${STRIP_COLOURS[role]}`} aria-label={uiTexts.roleStrip}>
      <div class="wadah peran__isi">
        <p class="peran__nama">
          <b>{roleTexts[role]}</b>
          {context && <span> · {context}</span>}
        </p>
        {saved !== undefined && <SaveNote state={saveState} text={saved} />}
      </div>
    </section>
  );
}
