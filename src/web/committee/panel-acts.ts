// The acts on a panel: appointing a juror, and taking off one who has not begun.

import { appointJuror } from '../../actions/jury/appoint-juror.ts';
import { releaseJuror } from '../../actions/jury/release-juror.ts';
import { rememberOutOfTurn } from '../../actions/out-of-turn.ts';
import { perform } from '../../actions/perform.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, refuse } from '../../domain/shared/outcome.ts';
import { findCategoryByCode } from '../../store/edition.read.ts';
import { notFound, seeOther } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, who } from '../request.ts';
import { drawPanel } from './panel.page.tsx';

export async function appointHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const category = await categoryHere(c);
  if (category === null) return notFound(c);
  const personId = form.text('orang');
  if (!isId(personId)) return drawPanel(c, refuse('panel.invalid', {}, { orang: fault('panel.person-missing') }).refusal, form);
  const wish = {
    categoryId: category.categoryId,
    personId,
    isChair: form.text('ketua') === 'ya',
    knowing: form.text('tahu') === 'ya',
    reason: form.text('alasan'),
  };
  const outcome = await perform(c.var.platform, who(c), (act) => appointJuror(act, wish), rememberOutOfTurn(wish.categoryId));
  return outcome.ok ? seeOther(c, paths.panel(Number(c.req.param('year')), category.code), 'juror') : drawPanel(c, outcome.refusal, form);
}

export async function releaseJurorHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const category = await categoryHere(c);
  const personId = form.text('orang');
  if (category === null || !isId(personId)) return notFound(c);
  const { categoryId } = category;
  const outcome = await perform(c.var.platform, who(c), (act) => releaseJuror(act, { categoryId, personId }), rememberOutOfTurn(categoryId));
  return outcome.ok ? seeOther(c, paths.panel(Number(c.req.param('year')), category.code), 'juror-released') : drawPanel(c, outcome.refusal, null);
}

function categoryHere(c: Ctx) {
  return findCategoryByCode(c.var.platform.db, c.var.region.regionId, Number(c.req.param('year')), c.req.param('category') ?? '');
}
