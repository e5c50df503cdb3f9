// The committee's rooms of a year that has no edition yet: they say so, and lead to where one is made.

import type { MiddlewareHandler } from 'hono';
import { findEditionByYear } from '../../store/edition.read.ts';
import { overviewTexts } from '../../texts/id/edition-editor.ts';
import { page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx, Env } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { yearOf } from './edition-view.ts';

const ROOMS = ['papan', 'verifikasi', 'nilai-meja', 'penetapan', 'panel', 'target'];

/** Looks only where the room itself found nothing. */
export const noEdition: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const isRoom = c.req.method === 'GET' && c.res.status === 404 && ROOMS.includes(c.req.path.split('/').at(3) ?? '');
  const roles = c.var.visitor?.roles ?? [];
  const year = isRoom ? yearOf(c) : null;
  if (year === null || !roles.some((role) => role === 'secretariat' || role === 'admin' || role === 'verifier')) return;
  const edition = await findEditionByYear(c.var.platform.db, c.var.region.regionId, year);
  if (edition?.kind === 'live') return;
  c.res = undefined;
  c.res = draw(c, year, roles.includes('secretariat') || roles.includes('admin'));
};

function draw(c: Ctx, year: number, mayMake: boolean): Response {
  return page(
    c,
    { title: overviewTexts.noEdition(year), current: c.req.path, year },
    <div class="tumpuk">
      <h1>{overviewTexts.noEdition(year)}</h1>
      <p class="utama">{overviewTexts.noEditionYet}</p>
      {mayMake && (
        <p>
          <ButtonLink kind="utama" href={paths.newEdition(year)}>
            {overviewTexts.makeEdition}
          </ButtonLink>
        </p>
      )}
    </div>,
  );
}
