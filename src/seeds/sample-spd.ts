// The sample region's own levels (contoh), saved by the secretariat in two sittings: the first left two rows open.

import { regionRule } from '../actions/instrument/known-catalogues.ts';
import { saveSpd } from '../actions/regional-index/save-spd.ts';
import { DAY, later } from '../domain/shared/time.ts';
import type { SampleGround } from './sample.ts';

/** A digit a row of the rule, SPD-01 first; '-' is not filled yet. */
const FIRST = '333222113230233120--';
const SECOND = '33322213323123312011';

export async function seedSpdLevels({ stage, people, now, plan }: SampleGround): Promise<void> {
  const rule = await regionRule(stage.platform.db, stage.regionId, plan.year);
  if (!rule.ok) return;
  for (const [revision, levels, days] of [
    [0, FIRST, 30],
    [1, SECOND, 9],
  ] as const) {
    const at = later(now, -days * DAY);
    const secretary = await people.actor('sekretariat', at);
    const rows = Object.fromEntries(
      rule.value.spd.map(({ code }, index) => {
        const level = (levels[index] ?? '-').replace('-', '');
        return [code, { level, source: level === '' ? '' : 'contoh' }];
      }),
    );
    await stage.as(secretary, at, (act) => saveSpd(act, { year: plan.year, revision, rows }));
  }
}
