// Entries of the other agencies, made by acts: what the browser shows once need not be clicked three times.

import { approveEntry } from '../../../src/actions/innovation/approve.ts';
import { attachEvidence } from '../../../src/actions/innovation/attach-evidence.ts';
import { receiveEvidence } from '../../../src/actions/innovation/receive-evidence.ts';
import { saveClaim } from '../../../src/actions/innovation/save-claim.ts';
import { saveProfile } from '../../../src/actions/innovation/save-profile.ts';
import { startEntry } from '../../../src/actions/innovation/start.ts';
import { submitEntry } from '../../../src/actions/innovation/submit.ts';
import type { PartNumber, ProfileFields } from '../../../src/domain/innovation/profile.ts';
import { shippedInstrument } from '../../../src/platform/catalogues.ts';
import { findSnapshots } from '../../../src/store/innovation-snapshot.read.ts';
import type { Teller } from './teller.ts';
import { readFacts, type Told } from './told.ts';

export const SID = shippedInstrument('iid-2026').sid;

/** A whole small PDF with a page and a sentence; the words make the bytes differ. */
export function smallPdf(words: string): Buffer {
  const stream = `BT /F1 18 Tf 60 760 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const SENTENCE = 'Warga mengurus dokumen di desa, petugas datang membawa perangkat, dan hasilnya dicetak pada hari yang sama.';
export const DESIGN = Array.from({ length: 24 }, (_, at) => `${SENTENCE} Langkah ke-${at + 1} dicatat.`).join(' ');

/** Everything the seven parts ask, by part. */
export function profileOf(name: string): Readonly<Record<PartNumber, ProfileFields>> {
  return {
    1: { name, stage: 'implemented', technology: 'digital', form: 'public-service' },
    2: { initiator: 'agency', initiatorName: 'Tim layanan', theme: 'Pelayanan publik', affair: 'Administrasi kependudukan dan pencatatan sipil' },
    3: { trialOn: '2024-02-05', implementedOn: '2024-08-12', developed: 'no' },
    4: { design: DESIGN },
    5: { aims: 'Mendekatkan layanan kepada warga desa.', benefits: 'Ongkos dan waktu warga berkurang.', results: 'Dokumen selesai pada hari yang sama.' },
    6: { budget: '1.250.000', budgetSource: 'APBD' },
    7: { contactName: 'Admin inovasi (contoh)', contactPhone: '0526 000 000', contactEmail: 'contoh@contoh.example' },
  };
}

/** Started, filled, claimed, evidenced and submitted by the innovator of an agency; `level` for every indicator. */
export async function submitByActs(told: Teller, agency: string, name: string, level: number): Promise<Told> {
  const { platform } = told.journey.database;
  const account = `inovator.${agency}`;
  const [entryId, innovationId] = [platform.newId(), platform.newId()];
  const agencyId = told.journey.ground.people.agencies.get(agency) ?? '';
  await told.act(account, (a) => startEntry(a, { entryId, innovationId, agencyId, categoryId: told.categoryId('skpd'), name }));
  for (const [part, fields] of Object.entries(profileOf(name))) {
    await told.act(account, (a) => saveProfile(a, { entryId, part: Number(part) as PartNumber, revision: part === '1' ? 1 : 0, fields }));
  }
  await fillIndicators(
    told,
    account,
    entryId,
    level,
    SID.map(({ code }) => code),
  );
  await told.act(account, (a) => submitEntry(a, { entryId }));
  return readFacts(told, name);
}

/** Claims and one file for each of the indicators named. */
export async function fillIndicators(told: Teller, account: string, entryId: string, level: number, codes: readonly string[]): Promise<void> {
  const { platform } = told.journey.database;
  const file = await receiveEvidence(platform.files, smallPdf(`Bukti ${entryId}`), 'Bukti bersama.pdf');
  if (!file.ok) throw new Error(file.refusal.code);
  for (const { code, bases } of SID.filter((one) => codes.includes(one.code))) {
    const basis = bases?.[0]?.code ?? '';
    await told.act(account, (a) => saveClaim(a, { entryId, indicator: code, revision: 0, level: String(level), basis, note: '' }));
    await told.act(account, (a) => attachEvidence(a, { evidenceId: a.newId(), entryId, indicator: code, source: { file: file.value }, pages: '1' }));
  }
}

export async function approveByActs(told: Teller, agency: string, { entryId }: Told): Promise<void> {
  const [newest] = await findSnapshots(told.journey.database.db, told.journey.regionId, entryId);
  await told.act(`kepala.${agency}`, (a) => approveEntry(a, { entryId, snapshotId: newest?.snapshotId ?? '' }));
}
