// Words of the profile: parts, fields, choices, and what to write where.

import type { PartNumber } from '../../domain/innovation/profile.ts';

export const partTitles: Readonly<Record<PartNumber, string>> = {
  1: 'Nama dan tahapan',
  2: 'Inisiator, tema, dan urusan',
  3: 'Waktu',
  4: 'Rancang bangun',
  5: 'Tujuan, manfaat, dan hasil',
  6: 'Anggaran dan profil bisnis',
  7: 'Tim dan kontak',
};

export const fieldLabels: Readonly<Record<string, string>> = {
  name: 'Nama inovasi',
  stage: 'Tahapan inovasi',
  technology: 'Jenis inovasi',
  form: 'Bentuk inovasi',
  initiator: 'Inisiator',
  initiatorName: 'Nama inisiator',
  theme: 'Tema',
  affair: 'Urusan pemerintahan utama',
  otherAffairs: 'Urusan lain yang beririsan',
  trialOn: 'Waktu uji coba',
  implementedOn: 'Waktu penerapan',
  developed: 'Pernah dikembangkan?',
  developedOn: 'Waktu pengembangan',
  design: 'Rancang bangun',
  aims: 'Tujuan',
  benefits: 'Manfaat',
  results: 'Hasil',
  budget: 'Anggaran',
  budgetSource: 'Sumber anggaran',
  businessProfile: 'Profil bisnis',
  team: 'Anggota tim',
  contactName: 'Nama narahubung',
  contactPhone: 'Telepon narahubung',
  contactEmail: 'Surel narahubung',
};

export const fieldHints: Readonly<Record<string, string>> = {
  name: 'Nama yang dikenal warga, boleh disertai kepanjangannya.',
  theme: 'Misalnya layanan kependudukan, kesehatan ibu dan anak, ketahanan pangan.',
  affair: 'Satu urusan saja; pilih dari daftar bila ada. Enam urusan pelayanan dasar menentukan indeks daerah.',
  trialOn: 'Hari pertama dicoba, misalnya 10 Januari 2024 atau 10-1-2024.',
  implementedOn: 'Hari pertama dipakai sungguhan. Tidak lebih awal dari uji coba.',
  developedOn: 'Diisi bila pernah dikembangkan.',
  design: 'Tulis dasar hukum, masalah, cara, kebaruan, tahapan, dan keunggulan. Minimal 300 kata; "anak-anak" dihitung satu kata.',
  budget: 'Boleh 185.000.000 atau 185 juta.',
  budgetSource: 'Misalnya APBD 2026, BLUD, atau CSR.',
  businessProfile: 'Ringkas siapa yang dilayani, bagaimana layanan dibiayai dan dijaga.',
  team: 'Satu nama per baris, boleh disertai perannya.',
  contactPhone: 'Hanya terlihat oleh sekretariat dan verifikator.',
};

export const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stage: { idea: 'Inisiatif', trial: 'Uji coba', implemented: 'Penerapan' },
  technology: { digital: 'Digital', 'non-digital': 'Nondigital' },
  form: { governance: 'Tata kelola pemerintahan daerah', 'public-service': 'Pelayanan publik', other: 'Lainnya sesuai kewenangan daerah' },
  initiator: { 'head-of-region': 'Kepala daerah', council: 'Anggota DPRD', agency: 'Perangkat daerah', employee: 'ASN', community: 'Masyarakat' },
  developed: { yes: 'Ya, sudah dikembangkan', no: 'Belum' },
};
