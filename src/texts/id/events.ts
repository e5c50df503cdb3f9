// The sentence of each kind of ledger row, and the groups a reader may choose.

import type { EventKind } from '../../domain/audit/events.ts';

export const eventWords: Readonly<Record<EventKind, string>> = {
  'region.created': 'membuat daerah',
  'agency.created': 'menambah perangkat daerah',
  'agency.renamed': 'mengganti nama perangkat daerah',
  'agency.merged': 'menggabung perangkat daerah',
  'agency.targets-set': 'menetapkan target inovasi',
  'people.imported': 'memasukkan tabel orang',
  'person.added': 'menambah orang',
  'person.invited': 'mengundang orang',
  'person.invitation-accepted': 'menerima undangan dan membuat kata sandi',
  'person.signed-in': 'masuk',
  'person.signed-out': 'keluar',
  'person.sign-in-failed': 'gagal masuk',
  'person.password-reset': 'mengganti kata sandi lewat tautan',
  'person.password-changed': 'mengganti kata sandi',
  'person.changed': 'mengubah data akun',
  'person.shut-out': 'menutup akun',
  'person.let-in': 'membuka kembali akun',
  'person.sso-linked': 'menautkan akun kantor',
  'person.sso-unlinked': 'melepas tautan akun kantor',
  'sso.changed': 'mengatur masuk dengan akun kantor',
  'person.proved': 'memastikan diri',
  'person.second-factor-on': 'memasang pengaman kedua',
  'person.second-factor-off': 'melepas pengaman kedua',
  'person.recovery-codes-made': 'membuat kode pemulihan baru',
  'person.reset-link-made': 'membuat tautan kata sandi',
  'person.seat-given': 'memberi jabatan',
  'person.seat-ended': 'mengakhiri jabatan',
  'person.role-granted': 'memberi peran',
  'person.role-ended': 'mengakhiri peran',
  'mail.changed': 'mengubah server surel',
  'message.template-changed': 'mengubah templat pesan',
  'message.given-by-hand': 'menyampaikan pesan sendiri',
  'message.sent-again': 'mengirim ulang pesan',
  'seat.delegated': 'mendelegasikan jabatan',
  'seat.delegation-ended': 'mengakhiri delegasi jabatan',
  'seat.handover-begun': 'menyerahkan jabatan, menunggu diterima',
  'seat.handover-ended': 'membatalkan serah terima jabatan',
  'seat.handed-over': 'menerima serah terima jabatan',
  'seat.role-granted': 'memberi peran pada jabatan',
  'seat.role-ended': 'mengakhiri peran pada jabatan',
  'edition.created': 'membuat edisi',
  'edition.cloned': 'menyalin edisi',
  'edition.history-recorded': 'mencatat edisi lampau',
  'edition.second-factor-required': 'mengatur peran yang wajib memakai pengaman kedua',
  'edition.settings-changed': 'mengubah setelan edisi',
  'edition.instrument-bound': 'mengganti instrumen nilai meja edisi',
  'stage.opened': 'membuka tahap',
  'stage.extended': 'memperpanjang tahap',
  'stage.rescheduled': 'menggeser jadwal tahap',
  'stage.added': 'menambah tahap',
  'stage.changed': 'mengubah setelan tahap',
  'stage.dropped': 'menghapus tahap',
  'category.created': 'membuat kategori',
  'category.renamed': 'mengganti nama kategori',
  'category.dropped': 'menghapus kategori',
  'category.rules-decided': 'menetapkan ketentuan kategori',
  'category.rubric-decided': 'menetapkan rubrik',
  'entry.started': 'memulai usulan',
  'entry.submitted': 'mengirim usulan',
  'entry.withdrawn': 'menarik usulan',
  'entry.returned': 'mengembalikan usulan',
  'entry.approved': 'menyetujui usulan',
  'entry.taken-up': 'mulai memverifikasi usulan',
  'entry.repair-asked': 'meminta perbaikan usulan',
  'entry.verified': 'menyelesaikan verifikasi usulan',
  'entry.refused': 'menyatakan usulan gugur',
  'evidence.attached': 'melampirkan bukti',
  'evidence.detached': 'melepas bukti',
  'verification.assigned': 'menugaskan verifikator',
  'verification.released': 'melepas penugasan verifikator',
  'reminders.planned': 'mengirim pengingat',
  'reminders.withdrawn': 'membatalkan pengingat',
  'verdict.given': 'memberi putusan verifikasi',
  'shortlist.computed': 'menghitung nilai meja',
  'shortlist.decided': 'memutus seri pada batas',
  'shortlist.announced': 'mengumumkan finalis',
  'juror.appointed': 'menunjuk juri',
  'juror.released': 'melepas juri',
  'conflict.declared': 'menyatakan benturan kepentingan',
  'conflict.confirmed': 'menandatangani pernyataan benturan kepentingan',
  'sheet.sealed': 'mengunci lembar penilaian',
  'sheet.reopened': 'membuka kembali lembar penilaian',
  'sheet.absent': 'mencatat juri tidak menilai',
  'act.out-of-turn': 'ditolak: di luar waktu atau keadaannya',
  'sheet.late-score-refused': 'ditolak: nilai sesudah lembar dikunci',
  'result.computed': 'menghitung hasil',
  'signing-key.enrolled': 'mendaftarkan kunci tanda tangan',
  'signing-key.confirmed': 'mengonfirmasi kunci tanda tangan',
  'signing-key.ended': 'mengakhiri kunci tanda tangan',
  'result.signed': 'menyatakan hasil benar',
  'result.certified': 'menetapkan hasil',
  'result.published': 'mengumumkan hasil',
  'result.bundled': 'membuat bundel hasil',
  'result.key-given': 'mengambil kunci bundel hasil',
  'index.spd-saved': 'menyimpan tingkat SPD daerah',
  'catalogue.kept': 'memasukkan katalog indikator',
  'catalogue.adopted': 'menetapkan katalog indikator',
};

/** Coming and going: shown only when asked for. */
const SIGN_INS: readonly EventKind[] = ['person.signed-in', 'person.signed-out', 'person.sign-in-failed', 'person.proved'];
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  orang: ['region', 'agency', 'people', 'person', 'seat', 'mail', 'message', 'signing-key'],
  edisi: ['edition', 'stage', 'category'],
  usulan: ['entry', 'evidence'],
  verifikasi: ['verification', 'verdict'],
  juri: ['juror', 'conflict', 'sheet'],
  hasil: ['shortlist', 'result', 'index'],
};

/** The words of each group, the first being what is shown unasked. */
export const ledgerGroups: Readonly<Record<string, string>> = {
  '': 'Tindakan',
  orang: 'Orang dan jabatan',
  edisi: 'Edisi dan tahap',
  usulan: 'Usulan',
  verifikasi: 'Verifikasi',
  juri: 'Juri dan lembar',
  hasil: 'Nilai dan hasil',
  masuk: 'Masuk dan keluar',
  semua: 'Semua',
};

/** The kinds of rows in a group; of an unknown one, what is shown unasked. */
export function kindsOf(group: string): readonly string[] {
  const all = Object.keys(eventWords);
  if (group === 'semua') return all;
  if (group === 'masuk') return SIGN_INS;
  const rooms = Object.hasOwn(ROOMS, group) ? ROOMS[group] : undefined;
  return all.filter((kind) => !SIGN_INS.includes(kind as EventKind) && (rooms === undefined || rooms.includes(kind.split('.')[0] ?? '')));
}

/** Where a digest would stand that could be used to try out scores. */
export const ledgerClosed = 'ditutup sampai pengumuman';
