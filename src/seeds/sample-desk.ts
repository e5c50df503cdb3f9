// The desk of the sample: every claim verified by the outside verifier, the tie at five decided, both lists announced.

import { assignVerifier } from '../actions/assessment/assign-verifier.ts';
import { finishVerification } from '../actions/assessment/finish-verification.ts';
import { giveVerdict } from '../actions/assessment/give-verdict.ts';
import { takeUp } from '../actions/assessment/take-up.ts';
import { announceFinalists } from '../actions/result/announce-finalists.ts';
import { computeDeskShortlist } from '../actions/result/compute-shortlist.ts';
import { decideCut } from '../actions/result/decide-cut.ts';
import { DAY, later } from '../domain/shared/time.ts';
import type { SampleGround } from './sample.ts';
import { readSampleData } from './sample-data.ts';
import type { SampleEntries } from './sample-entries.ts';

const TIED = ['coaching-klinik-skp', 'dewa-cinta'];

export async function seedVerification(ground: SampleGround, entries: SampleEntries): Promise<void> {
  const at = later(ground.now, -20 * DAY);
  const secretary = await ground.people.actor('sekretariat', at);
  const verifier = await ground.people.actor('verifikator2', at);
  const data = readSampleData();
  for (const sample of data.entries) {
    const { entryId } = entries.bySlug(sample.slug);
    await ground.stage.as(secretary, at, (act) => assignVerifier(act, { entryId, personId: verifier.personId }));
    await ground.stage.as(verifier, at, (act) => takeUp(act, { entryId }));
    for (const [index, indicator] of data.indicatorOrder.entries()) {
      const [claimed, verified] = [Number(sample.claimed[index]), Number(sample.verified[index])];
      if (claimed === 0) continue;
      const lowered = { kind: 'lower', level: verified, reason: 'Bukti yang dilampirkan hanya mendukung level ini (contoh).' };
      const verdict = verified === claimed ? { kind: 'agree' } : lowered;
      await ground.stage.as(verifier, at, (act) => giveVerdict(act, { verdictId: act.newId(), entryId, indicator, ...verdict }));
    }
    await ground.stage.as(verifier, at, (act) => finishVerification(act, { entryId }));
  }
}

export async function seedShortlists(ground: SampleGround, entries: SampleEntries): Promise<void> {
  const at = later(ground.now, -6 * DAY);
  const secretary = await ground.people.actor('sekretariat', at);
  for (const { categoryId, code } of ground.plan.categories) {
    let list = await ground.stage.as(secretary, at, (act) => computeDeskShortlist(act, { shortlistId: act.newId(), categoryId }));
    if (code === 'skpd') {
      const tied = TIED.map((slug) => entries.bySlug(slug).registrationNumber);
      const decision = { tied, order: tied.map((id) => [id]), act: 'BA contoh 01', reason: 'Keputusan rapat penetapan (contoh).' };
      list = await ground.stage.as(secretary, at, (act) => decideCut(act, { shortlistId: act.newId(), categoryId, ...decision }));
    }
    const { shortlistId } = list;
    await ground.stage.as(secretary, at, (act) => announceFinalists(act, { categoryId, shortlistId, publicationId: act.newId() }));
  }
}
