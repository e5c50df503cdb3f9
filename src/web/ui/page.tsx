import type { ComponentChildren } from 'preact';
import { type RoleName, uiTexts } from '../../texts/id/ui.ts';
import { type NavigationItem, publicNavigation } from './navigation.ts';
import { Notice } from './notice.tsx';
import { BackLink, BottomBar, Breadcrumbs, type Crumb, PageFooter, SideRail } from './page-frame.tsx';
import { PageHead } from './page-head.tsx';
import { type AccountLink, PageHeader, RoleStrip, type SaveState } from './page-header.tsx';

export interface PageRegion {
  readonly name: string;
  readonly sampleBand: boolean;
  /** Whom to ask; empty when nobody has said. */
  readonly contact?: string;
}

export interface PageProps {
  readonly title: string;
  readonly region: PageRegion;
  /** The role now active; absent for visitors. */
  readonly role?: RoleName;
  readonly person?: string;
  /** What stands after the role: office, category or edition. */
  readonly roleContext?: string;
  /** Other roles this person may switch to. */
  readonly roles?: readonly AccountLink[];
  readonly nav?: { readonly items?: readonly NavigationItem[]; readonly current?: string };
  readonly breadcrumbs?: readonly Crumb[];
  readonly back?: Crumb;
  readonly saved?: string;
  readonly saveState?: SaveState;
  /** What was just done, said once. */
  readonly said?: string;
  /** `09.30 WITA`, from the server. */
  readonly clock: string;
  readonly ruleVersion?: string;
  readonly csrf?: string;
  /** The page answers a refused form: its title says so. */
  readonly error?: boolean;
  readonly description?: string;
  readonly image?: string;
  readonly hiddenFromSearch?: boolean;
  /** `penuh`: the page lays itself out to the edges. `pad`: nothing around the work but a strip. */
  readonly layout?: 'biasa' | 'penuh' | 'pad';
  /** Sits at the bottom of a phone in place of the navigation. */
  readonly stickyBar?: ComponentChildren;
  /** Names of islands; public pages have none. */
  readonly islands?: readonly string[];
  /** Stands above everything else of the page. */
  readonly alert?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of every page. What is the same for many visitors is rendered once and remembered. */
export function Page(props: PageProps) {
  const { layout = 'biasa', role, region } = props;
  const items = props.nav?.items ?? publicNavigation;
  const current = props.nav?.current;
  const hasRail = items.length > 6 && layout !== 'pad';
  return (
    <html lang="id">
      <PageHead page={props} />
      <body class={layout === 'pad' ? 'pad' : undefined}>
        <a class="lewati" href="#isi">
          {uiTexts.skipToContent}
        </a>
        {region.sampleBand && (
          <aside class="pita-contoh" aria-label={uiTexts.sampleLabel}>
            {uiTexts.sampleBand}
          </aside>
        )}
        {layout !== 'pad' && (
          <PageHeader
            regionName={region.name}
            items={hasRail ? [] : items}
            current={current}
            account={role && props.person ? { person: props.person, roles: props.roles ?? [], csrf: props.csrf ?? '' } : undefined}
          />
        )}
        {role && <RoleStrip role={role} context={props.roleContext} saved={props.saved} saveState={props.saveState} />}
        {hasRail ? (
          <div class="rangka">
            <SideRail items={items} current={current} role={role} />
            <Main page={props} />
          </div>
        ) : (
          <Main page={props} />
        )}
        {layout !== 'pad' && <PageFooter regionName={region.name} contact={region.contact} clock={props.clock} ruleVersion={props.ruleVersion} />}
        {props.stickyBar ?? (layout !== 'pad' && <BottomBar items={items} current={current} />)}
      </body>
    </html>
  );
}

const MAIN_LOOKS = { biasa: 'wadah isi', penuh: 'penuh', pad: undefined } as const;

function Main({ page }: { readonly page: PageProps }) {
  return (
    <main id="isi" class={MAIN_LOOKS[page.layout ?? 'biasa']}>
      {page.alert}
      {page.breadcrumbs && <Breadcrumbs crumbs={page.breadcrumbs} />}
      {page.back && <BackLink back={page.back} />}
      {page.said && (
        <div class="ucapan jangan-cetak">
          <Notice kind="sukses" live>
            {page.said}
          </Notice>
        </div>
      )}
      {page.children}
    </main>
  );
}
