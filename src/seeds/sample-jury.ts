// The jury's week of the sample: panels, conflicts confirmed, sheets scored; and, when asked, the plenary to the published result.

import { confirmAccess } from '../actions/access/confirm-access.ts';
import { saveSheet } from '../actions/assessment/save-sheet.ts';
import { sealSheet } from '../actions/assessment/seal-sheet.ts';
import { appointJuror } from '../actions/jury/appoint-juror.ts';
import { confirmConflicts } from '../actions/jury/confirm-conflicts.ts';
import { publishResult } from '../actions/publication/publish.ts';
import { certifyResult } from '../actions/result/certify.ts';
import { computeCategory } from '../actions/result/compute.ts';
import { signResult } from '../actions/result/sign.ts';
import { DAY, HOUR, type Instant, later } from '../domain/shared/time.ts';
import { listOpenRequests } from '../store/access-request.read.ts';
import { findSheetId } from '../store/assessment-sheet.read.ts';
import type { SampleGround } from './sample.ts';
import { readSampleData } from './sample-data.ts';
import type { SampleEntries } from './sample-entries.ts';

const JURORS = [1, 2, 3, 4, 5];
const SUFFIX: Readonly<Record<string, string>> = { skpd: 'skpd', 'blud-puskesmas': 'blud' };

const accountOf = (category: string, number: number) => `juri${number}.${SUFFIX[category]}`;

export async function seedPanels(ground: SampleGround): Promise<void> {
  const at = later(ground.now, -4 * DAY);
  const secretary = await ground.people.actor('sekretariat', at);
  for (const { categoryId, code } of ground.plan.categories) {
    for (const number of JURORS) {
      const personId = ground.people.ids.get(accountOf(code, number)) ?? '';
      await ground.stage.as(secretary, at, (act) => appointJuror(act, { categoryId, personId, isChair: number === 1, knowing: true }));
    }
  }
  await confirmAll(ground, at);
}

/** The second of two: the secretariat appointed, the admin confirms. */
async function confirmAll({ stage, people }: SampleGround, at: Instant): Promise<void> {
  const admin = await people.actor('admin', at);
  const requestIds = (await listOpenRequests(stage.platform.db, stage.regionId)).map(({ requestId }) => requestId);
  await stage.as(admin, at, (act) => confirmAccess({ ...act, provedAt: at }, { requestIds }));
}

/** Scores as in the sample data. `whole`: every sheet is sealed; else the fifth juror of SKPD has only begun. */
export async function seedSheets(ground: SampleGround, entries: SampleEntries, whole: boolean): Promise<void> {
  const data = readSampleData();
  const at = later(ground.now, -HOUR);
  for (const { categoryId, code } of ground.plan.categories) {
    for (const number of JURORS) {
      const juror = await ground.people.actor(accountOf(code, number), at);
      await ground.stage.as(juror, at, (act) => confirmConflicts(act, { categoryId, declared: [] }));
      for (const [place, slug] of (data.finalists[code] ?? []).entries()) {
        const points = data.scores[slug]?.[`J${number}`];
        const sheetId = await findSheetId(ground.stage.platform.db, ground.stage.regionId, entries.bySlug(slug).entryId, juror.personId);
        if (points === undefined || sheetId === null) continue;
        const isOpen = !whole && code === 'skpd' && number === 5;
        if (isOpen && place > 1) continue;
        const scores = Object.fromEntries((data.criteria[code] ?? []).map((criterion, index) => [criterion, String(points[index])]));
        await ground.stage.as(juror, at, (act) => saveSheet(act, { sheetId, revision: 0, scores, comment: 'Catatan contoh.' }));
        if (!isOpen) await ground.stage.as(juror, at, (act) => sealSheet(act, { sheetId }));
      }
    }
  }
}

/** Computed, signed, certified and published by different people, in the plenary's window. */
export async function seedResults(ground: SampleGround): Promise<void> {
  const at = later(ground.now, 13 * DAY);
  const secretary = await ground.people.actor('sekretariat', at);
  const regent = await ground.people.actor('bupati', at);
  for (const { categoryId, code } of ground.plan.categories) {
    const { resultId, digest } = await ground.stage.as(secretary, at, (act) => computeCategory(act, { categoryId }));
    for (const number of JURORS) {
      const juror = await ground.people.actor(accountOf(code, number), at);
      await ground.stage.as(juror, at, (act) => signResult(act, { resultId, digest }));
    }
    await ground.stage.as(regent, at, (act) => certifyResult(act, { resultId, decree: 'SK contoh 01' }));
    await ground.stage.as(secretary, at, (act) => publishResult(act, { resultId }));
  }
}
