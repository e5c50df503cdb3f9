// What whoever starts the sample is told: accounts, each with what waits for it in the stage that runs.

import { momentOf } from '../domain/edition/timeline.ts';
import type { Platform } from '../platform/platform.ts';
import { currentEdition, findStages } from '../store/edition.read.ts';
import { listRegions } from '../store/people.read.ts';
import { SAMPLE_PASSWORD } from './sample-people.ts';

/** Role, account before @contoh.example, what it can do now. */
type Line = readonly [role: string, account: string, waits: string];

const REGISTRATION: readonly Line[] = [
  ['inovator', 'inovator.disdukcapil', 'mulai usulan: profil, indikator, bukti, lalu kirim'],
  ['kepala', 'kepala.disdukcapil', 'setujui atau kembalikan usulan yang dikirim inovator itu'],
  ['sekretariat', 'sekretariat', 'papan usulan, jadwal, ketentuan, dan rubrik'],
  ['admin', 'admin', 'orang, perangkat daerah, pesan, dan cadangan'],
];

const JURY_WEEK: readonly Line[] = [
  ['juri', 'juri5.skpd', '5 lembar belum dikunci: 2 sudah diisi, 3 masih kosong'],
  ['ketua juri', 'juri1.skpd', 'lembarnya terkunci; memimpin pleno sesudah juri 5 selesai'],
  ['sekretariat', 'sekretariat', 'papan usulan, dewan juri; buka Pleno lebih awal dari Edisi sesudah juri 5 selesai'],
  ['bupati', 'bupati', 'ringkasan dan IID; menetapkan hasil sesudah pleno'],
  ['inovator', 'inovator.disdukcapil', 'baca poin terverifikasi finalisnya (pendaftaran sudah ditutup)'],
  ['kepala', 'kepala.disdukcapil', 'baca usulan kantornya (tidak ada yang menunggu)'],
  ['verifikator', 'verifikator2', 'baca putusannya (verifikasi sudah selesai)'],
  ['admin', 'admin', 'orang, perangkat daerah, pesan, dan cadangan'],
];

const AFTERWARDS: readonly Line[] = [
  ['sekretariat', 'sekretariat', 'pleno, hasil, dan bundel hitung ulang'],
  ['ketua juri', 'juri1.skpd', 'pleno dan ketahanan urutannya'],
  ['bupati', 'bupati', 'penetapan hasil, ringkasan, dan IID'],
  ['inovator', 'inovator.disdukcapil', 'nilai dan peringkat usulannya'],
  ['admin', 'admin', 'orang, perangkat daerah, pesan, dan cadangan'],
];

export async function sampleAccounts(platform: Platform): Promise<readonly string[]> {
  const [region] = await listRegions(platform.db);
  const edition = region === undefined ? null : await currentEdition(platform.db, region.regionId, platform.now());
  if (region === undefined || edition === null) return [];
  const { stage } = momentOf(await findStages(platform.db, region.regionId, edition.editionId), platform.now());
  const lines = stage?.kind === 'registration' ? REGISTRATION : stage?.kind === 'presentation' ? JURY_WEEK : AFTERWARDS;
  return [
    `Akun contoh, semua berkata sandi ${SAMPLE_PASSWORD}. Tahap ${edition.name}: ${stage?.name ?? 'selesai'}.`,
    ...lines.map(([role, account, waits]) => `  ${role.padEnd(12)}${`${account}@contoh.example`.padEnd(38)}${waits}`),
    'Tahap lain: BAILANG_DATA=FOLDER_BARU npm run seed -- fresh (pendaftaran dibuka) atau finished (hasil diumumkan),',
    'lalu BAILANG_DATA=FOLDER_BARU npm start',
  ];
}
