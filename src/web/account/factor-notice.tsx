// Tells those who decide, in time, that their role will need a second factor.

import { decides } from '../../domain/access/request.ts';
import { findAccessSetting } from '../../store/access-setting.read.ts';
import { findFactors, hasFactor } from '../../store/people-factor.read.ts';
import { ruleTexts } from '../../texts/id/access.ts';
import { formatDayMonthYear, zoneOf } from '../../texts/id/format.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Notice } from '../ui/notice.tsx';

/** Nothing once it has begun, for whoever has one, and for who decides nothing. */
export async function factorNotice(c: Ctx) {
  const { actor } = signedIn(c);
  const { db, now } = c.var.platform;
  if (!decides(actor)) return null;
  const from = (await findAccessSetting(db, c.var.region.regionId))?.secondFactorFrom ?? null;
  if (from === null || from <= now() || hasFactor(await findFactors(db, c.var.region.regionId, actor.personId))) return null;
  return (
    <Notice kind="awas" title={ruleTexts.notice}>
      <p>{ruleTexts.noticeLead(formatDayMonthYear(from, zoneOf(c.var.region.zone)))}</p>
      <a href={paths.secondFactor}>{ruleTexts.noticeLink}</a>
    </Notice>
  );
}
