// The sample's entries: started, filled, evidenced, submitted by innovators and approved by heads; one draft is left behind.

import { approveEntry } from '../actions/innovation/approve.ts';
import { attachEvidence } from '../actions/innovation/attach-evidence.ts';
import { receiveEvidence } from '../actions/innovation/receive-evidence.ts';
import { saveClaim } from '../actions/innovation/save-claim.ts';
import { saveProfile } from '../actions/innovation/save-profile.ts';
import { startEntry } from '../actions/innovation/start.ts';
import { submitEntry } from '../actions/innovation/submit.ts';
import { PARTS } from '../domain/innovation/profile.ts';
import type { Actor } from '../domain/people/role.ts';
import { DAY, type Instant, later } from '../domain/shared/time.ts';
import { findSnapshots } from '../store/innovation-snapshot.read.ts';
import type { SampleGround } from './sample.ts';
import { readSampleData, type SampleEntry } from './sample-data.ts';
import { samplePdf, sampleProfile } from './sample-texts.ts';

export interface SeededEntry {
  readonly entryId: string;
  readonly registrationNumber: string;
}

export interface SampleEntries {
  bySlug(slug: string): SeededEntry;
}

const LEFT_AS_DRAFT = {
  slug: 'dik-jamila',
  name: 'Dik Jamila me-WA',
  agency: 'disdukcapil',
  category: 'skpd',
  claimed: '1'.repeat(20),
  verified: '',
  oldNumber: 'IND2021050092',
  startedOn: '2020-03-02',
};

/** Government affair of what an agency enters (contoh); two of them are basic services. */
const AFFAIRS: Readonly<Record<string, string>> = {
  disdukcapil: 'Administrasi Kependudukan dan Pencatatan Sipil',
  puprpkp: 'Pekerjaan Umum dan Penataan Ruang',
  bapperida: 'Perencanaan',
  bkpsdm: 'Kepegawaian',
  'kec-awayan': 'Pemberdayaan Masyarakat dan Desa',
  'pkm-uren': 'Kesehatan',
  'pkm-tanah-habang': 'Kesehatan',
  'pkm-batu-mandi': 'Kesehatan',
  'rsud-dkh': 'Kesehatan',
  'rsud-balangan': 'Kesehatan',
};

export async function seedEntries(ground: SampleGround): Promise<SampleEntries> {
  const at = later(ground.now, -40 * DAY);
  const made = new Map<string, SeededEntry>();
  for (const sample of readSampleData().entries) {
    const innovator = await ground.people.actor(`inovator.${sample.agency}`, at);
    const entryId = await fill(ground, sample, innovator, at);
    const { registrationNumber } = await ground.stage.as(innovator, at, (act) => submitEntry(act, { entryId }));
    const head = await ground.people.actor(`kepala.${sample.agency}`, at);
    const [snapshot] = await findSnapshots(ground.stage.platform.db, ground.stage.regionId, entryId);
    await ground.stage.as(head, at, (act) => approveEntry(act, { entryId, snapshotId: snapshot?.snapshotId ?? '' }));
    made.set(sample.slug, { entryId, registrationNumber });
  }
  await fill(ground, LEFT_AS_DRAFT, await ground.people.actor(`inovator.${LEFT_AS_DRAFT.agency}`, at), at);
  return {
    bySlug: (slug) => {
      const entry = made.get(slug);
      if (entry === undefined) throw new Error(`no sample entry ${slug}`);
      return entry;
    },
  };
}

async function fill(ground: SampleGround, sample: SampleEntry, innovator: Actor, at: Instant): Promise<string> {
  const { stage, plan, people } = ground;
  const entryId = stage.newId();
  const categoryId = plan.categories.find((category) => category.code === sample.category)?.categoryId ?? '';
  const agencyId = people.agencies.get(sample.agency) ?? '';
  const start = { entryId, innovationId: stage.newId(), agencyId, categoryId, name: sample.name, ...(sample.oldNumber ? { oldNumber: sample.oldNumber } : {}) };
  await stage.as(innovator, at, (act) => startEntry(act, start));
  const profile = sampleProfile(sample.name, sample.startedOn, AFFAIRS[sample.agency] ?? '');
  for (const part of PARTS) {
    const revision = part === 1 ? 1 : 0;
    await stage.as(innovator, at, (act) => saveProfile(act, { entryId, part, revision, fields: profile[part - 1] ?? {} }));
  }
  await claim(ground, sample, entryId, innovator, at);
  return entryId;
}

async function claim(ground: SampleGround, sample: SampleEntry, entryId: string, innovator: Actor, at: Instant): Promise<void> {
  const { stage } = ground;
  const received = await receiveEvidence(stage.platform.files, samplePdf(sample.name), `bukti-contoh-${sample.slug}.pdf`);
  if (!received.ok) throw new Error(received.refusal.code);
  for (const [index, indicator] of readSampleData().indicatorOrder.entries()) {
    const level = sample.claimed[index] ?? '0';
    if (level === '0') continue;
    const basis = indicator === 'SID-33' ? 'a' : '';
    await stage.as(innovator, at, (act) => saveClaim(act, { entryId, indicator, revision: 0, level, basis, note: '' }));
    await stage.as(innovator, at, (act) => attachEvidence(act, { evidenceId: act.newId(), entryId, indicator, source: { file: received.value } }));
  }
}
