// Words of the pages about messages: the outbox, the mail server, templates, the box.

import type { MessageState } from '../../domain/people/message.ts';
import type { Refusals } from './say.ts';

export const messageStateWords: Readonly<Record<MessageState, string>> = {
  queued: 'menunggu dikirim',
  sending: 'sedang dikirim',
  sent: 'terkirim',
  failed: 'gagal',
  box: 'hanya di BAILANG',
  'by-hand': 'disampaikan sendiri',
};

const UNKNOWN_CERTIFICATE =
  'sertifikat server tidak dikenal mesin ini; minta sertifikat dari lembaga yang dikenal, atau tunjuk berkas CA kantor dengan NODE_EXTRA_CA_CERTS';

const MAIL_FAULTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'server menolak sambungan; periksa nama server dan portanya',
  ENOTFOUND: 'nama server tidak ditemukan',
  EDNS: 'nama server tidak ditemukan',
  ETIMEDOUT: 'server tidak menjawab; periksa porta dan tembok api',
  ECONNECTION: 'sambungan terputus',
  ECONNRESET: 'sambungan terputus',
  ESOCKET: 'sambungan terputus',
  ETLS: 'server tidak menawarkan STARTTLS pada porta ini, atau gagal memulainya; coba pilihan pengamanan atau porta yang lain',
  EPROTO: 'pengamanan sambungan tidak cocok; coba pilihan pengamanan atau porta yang lain',
  ERR_SSL_WRONG_VERSION_NUMBER: 'server tidak memakai TLS sejak awal pada porta ini; coba STARTTLS, atau porta 465',
  EPROTOCOL: 'yang menjawab pada porta itu bukan server surel; periksa porta dan pilihan pengamanannya',
  EHOSTUNREACH: 'tidak ada jalan ke server itu; periksa jaringan dan nama servernya',
  ENETUNREACH: 'mesin ini tidak tersambung ke jaringan server itu',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_CERTIFICATE,
  CERT_HAS_EXPIRED: 'sertifikat server sudah lewat masa berlakunya; minta pengelola server memperbaruinya',
  CERT_NOT_YET_VALID: 'sertifikat server belum berlaku; periksa jam mesin ini dan jam server',
  ERR_TLS_CERT_ALTNAME_INVALID: 'sertifikat server dibuat untuk nama lain; isi nama server seperti yang tertulis pada sertifikatnya',
  EAUTH: 'nama pengguna atau kata sandi server ditolak',
  KEY: 'kata sandi server tidak dapat dibuka dengan kunci instalasi ini; ketik lagi kata sandinya',
  unreachable: 'server surel belum dapat dihubungi; dicoba lagi sendiri',
  'in-doubt': 'sambungan putus di tengah; mungkin sudah sampai, jadi tidak dikirim ulang sendiri',
  'too-late': 'terlalu lama menunggu, tidak dikirim lagi',
};

/** What a short code of the mail server means. */
export function mailFaultWords(code: string): string {
  const known = MAIL_FAULTS[code];
  if (known !== undefined) return known;
  if (/^SMTP-53\d$/.test(code)) return `nama pengguna atau kata sandi server ditolak (${code})`;
  if (/^SMTP-55[0134]$/.test(code)) return `alamat penerima atau pengirim ditolak server (${code})`;
  if (/^SMTP-5/.test(code)) return `ditolak server (${code})`;
  if (/^SMTP-4/.test(code)) return `server meminta menunggu (${code}); dicoba lagi sendiri`;
  return `gangguan (${code})`;
}

export const outboxTexts = {
  title: 'Pesan',
  lead: 'Semua yang diberitahukan sistem, dan sampai di mana tiap pesan. Setiap pesan juga tampil di Tugas saya penerimanya.',
  none: 'Belum ada pesan di sini.',
  quiet: 'Surel tidak dikirim pukul 20.00 sampai 07.00 waktu daerah.',
  off: 'Server surel belum diatur. Pesan hanya tampil di Tugas saya penerimanya; sampaikan yang penting lewat WhatsApp.',
  down: (words: string) => `Server surel bermasalah: ${words}.`,
  byHand: 'Sampaikan lewat WhatsApp, lalu tandai sudah disampaikan.',
  secret: 'Isi pesan ini hanya untuk penerimanya, jadi tidak ditampilkan. Tautan masuk pengganti dibuat pada halaman Orang.',
} as const;

export const mailTexts = {
  title: 'Server surel',
  lead: 'Dipakai untuk mengirim pemberitahuan dan kata sandi baru. Tanyakan isian ini kepada pengelola surel kantor.',
  saved: 'Setelan tersimpan. Kirim surel uji untuk memastikannya.',
  tried: 'Surel uji diterima server. Periksa kotak masuk Anda.',
  notTried: (words: string) => `Surel uji tidak terkirim: ${words}.`,
  trySubject: 'Surel uji BAILANG',
  tryBody: 'Surel ini dikirim untuk memastikan server surel BAILANG bekerja. Tidak ada yang perlu dilakukan.',
} as const;

export const templateTexts = {
  title: 'Templat pesan',
  lead: 'Kata-kata tiap pesan. Teks polos; kata di antara { dan } diganti saat dikirim.',
  saved: 'Templat tersimpan dan dipakai mulai sekarang.',
} as const;

export const boxTexts = {
  title: 'Pemberitahuan',
  none: 'Belum ada pemberitahuan untuk Anda.',
} as const;

export const messageRefusals: Refusals = {
  'mail.invalid': () => 'Periksa isian server surel.',
  'mail.host-form': () => 'Tulis nama server seperti smtp.kantor.go.id, tanpa http://.',
  'mail.port-form': () => 'Porta berupa angka 1 sampai 65535; biasanya 465 atau 587.',
  'mail.password-again': () => 'Ketik lagi kata sandinya: yang tersimpan hanya untuk server, porta, pengamanan, dan akun yang lama.',
  'mail.security-unknown': () => 'Pilih satu cara pengamanan.',
  'mail.site-form': () => 'Tulis alamat situs seperti https://bailang.kantor.go.id, tanpa garis miring di akhir.',
  'mail.not-set': () => 'Simpan dahulu setelan server surel.',
  'template.invalid': () => 'Periksa isian templat.',
  'template.stale': () => 'Templat ini baru saja diubah orang lain. Muat ulang, lalu ubah lagi.',
  'template.one-line': () => 'Judul hanya satu baris.',
  'template.link-alone': () => 'Tulis {tautan} di isi saja, dengan spasi atau baris baru di kedua sisinya: tautannya rahasia.',
  'template.needs-link': () => 'Isi harus memuat {tautan}.',
  'template.unknown-name': ({ name }) => `{${name}} tidak dikenal. Pakai nama dari daftar di bawah.`,
  'message.not-found': () => 'Pesan itu tidak ada.',
  'message.already-told': () => 'Pesan ini sudah terkirim atau masih menunggu dikirim.',
  'message.not-failed': () => 'Hanya pesan yang gagal, dan penerimanya mempunyai surel, yang dapat dikirim ulang.',
};
