// Answers: a page in its frame, a redirect after an act, a refusal as a status.

import type { ComponentChildren } from 'preact';
import type { Role } from '../domain/people/role.ts';
import type { Refusal } from '../domain/shared/outcome.ts';
import { formatClock, zoneOf } from '../texts/id/format.ts';
import { concernWords, serverTexts } from '../texts/id/health.ts';
import { problemTexts } from '../texts/id/problems.ts';
import { say } from '../texts/id/say.ts';
import { type RoleName, roleTexts } from '../texts/id/ui.ts';
import type { Ctx } from './request.ts';
import { keepSaid, type Said, takeSaid } from './said.ts';
import { renderDocument } from './ui/document.tsx';
import type { Problem } from './ui/error-summary.tsx';
import { navigationFor } from './ui/navigation.ts';
import { Notice } from './ui/notice.tsx';
import { Page, type PageProps } from './ui/page.tsx';
import { workYear } from './work-year.ts';

export type PageFrame = Omit<PageProps, 'region' | 'clock' | 'alert' | 'children' | 'role' | 'person' | 'csrf' | 'roles' | 'nav' | 'said'> & {
  /** The address in the navigation that this page belongs to. */
  readonly current?: string;
  /** The year of the edition the committee's navigation leads to. */
  readonly year?: number;
  /** Drawn as for nobody: the page is about another person than the one signed in here. */
  readonly isForOther?: boolean;
};

export type Status = 200 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503 | 507;

export const ROLE_NAMES: Readonly<Record<Role, RoleName>> = {
  innovator: 'inovator',
  head: 'kepala',
  secretariat: 'sekretariat',
  verifier: 'verifikator',
  juror: 'juri',
  chair: 'ketua',
  leader: 'pimpinan',
  admin: 'admin',
  province: 'pimpinan',
};

/** The page in the frame of the visitor's role. */
export function page(c: Ctx, frame: PageFrame, body: ComponentChildren, status: Status = 200): Response {
  const { region, platform } = c.var;
  const now = platform.now();
  const { current, year, isForOther, ...rest } = frame;
  const visitor = isForOther ? null : c.var.visitor;
  const role = visitor ? ROLE_NAMES[visitor.role] : undefined;
  const items = role ? navigationFor(role, year ?? workYear(region.editions, visitor?.actor ?? null, now), visitor?.unread) : undefined;
  const said = c.req.method === 'GET' && !isForOther ? takeSaid(c) : undefined;
  const html = renderDocument(
    <Page
      {...rest}
      region={{ name: region.name, sampleBand: region.isSample, contact: region.contact }}
      clock={`${formatClock(now, zoneOf(region.zone))}`}
      role={role}
      person={visitor?.actor.name}
      said={said}
      roles={visitor?.roles.map((one) => ({ href: `/saya/peran?ke=${one}`, label: roleTexts[ROLE_NAMES[one]], current: one === visitor.role }))}
      csrf={visitor?.csrf}
      nav={{ ...(items ? { items } : {}), ...(current ? { current } : {}) }}
      alert={isForOther ? undefined : alertOf(c)}
      hiddenFromSearch={rest.hiddenFromSearch ?? (region.isSample || visitor !== null)}
    >
      {body}
    </Page>,
  );
  return c.html(html, status);
}

function alertOf(c: Ctx) {
  const grave = (c.var.concerns ?? []).filter(({ isGrave }) => isGrave);
  if (grave.length === 0) return undefined;
  return (
    <Notice kind="galat" title={serverTexts.grave}>
      {grave.map((concern) => (
        <p key={concern.code}>{concernWords(concern)}</p>
      ))}
    </Notice>
  );
}

/**
 * After an act: the browser is sent to a page that can be reloaded and says what was done. Without `said` a signed-in post was saved,
 * unless the address asks a question of its own; `null` when nothing was done.
 */
export function seeOther(c: Ctx, path: string, said?: Said | null): Response {
  const word = said === undefined && c.req.method === 'POST' && !path.includes('?') ? 'saved' : said;
  if (word && c.var.visitor !== null) keepSaid(c, word);
  return c.redirect(path, 303);
}

export function notFound(c: Ctx): Response {
  return problem(c, 404);
}

/** A page that says what happened, what is safe, what to do, and a code to read out. */
export function problem(c: Ctx, status: Status): Response {
  const words = problemTexts[status] ?? problemTexts[500]!;
  return page(
    c,
    { title: words.title, error: status >= 500 },
    <div class="baca tumpuk">
      <h1>{words.title}</h1>
      <p class="utama">{words.what}</p>
      <p>{words.next}</p>
      <p>
        <a href="/">Ke beranda</a>
      </p>
      {status >= 500 && <p class="redup">Kode: {c.var.requestId}</p>}
    </div>,
    status,
  );
}

/** A refusal that has no page of its own to stand on. */
export function refusedPage(c: Ctx, refusal: Refusal): Response {
  return page(
    c,
    { title: problemTexts[403]!.title, error: true },
    <div class="baca tumpuk">
      <h1>{problemTexts[403]!.title}</h1>
      <p class="utama">{say(refusal)}</p>
      <p>
        <a href="/saya">Ke Tugas saya</a>
      </p>
    </div>,
    statusOf(refusal),
  );
}

const STATUS_BY_REASON: Readonly<Record<string, Status>> = {
  'permission.denied': 403,
  'access.unconfirmed': 403,
  'profile.stale': 409,
  'claim.stale': 409,
  'sheet.stale': 409,
  'spd.stale': 409,
  'person.too-many-tries': 429,
};

/** 404 for what is not there, 409 for what has moved on, 403 for what is not yours to do, else 422. */
export function statusOf(refusal: Refusal): Status {
  if (refusal.code.endsWith('.not-found')) return 404;
  return STATUS_BY_REASON[refusal.code] ?? 422;
}

/** The refusal as the lines of an error summary, each leading to its field. */
export function problemsOf(refusal: Refusal): readonly Problem[] {
  const fields = Object.entries(refusal.fields ?? {}).map(([field, one]) => ({ field, text: say(one) }));
  return fields.length > 0 ? fields : [{ text: say(refusal) }];
}

/** The sentence beside a field, when the refusal names it. */
export function errorOf(refusal: Refusal | null, field: string): string | undefined {
  const one = refusal?.fields?.[field];
  return one === undefined ? undefined : say(one);
}
