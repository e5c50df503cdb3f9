// Words by which people are invited: the form, the link handed over, slips on paper.

import { fullStop } from './format.ts';

export const inviteTexts = {
  title: 'Undang orang',
  lead: 'Orang ini mendapat tautan sekali pakai untuk membuat kata sandinya.',
  many: 'Banyak orang sekaligus: masukkan tabel',
  another: 'Undang orang lain',
  nipHint: '18 angka. Boleh kosong bila ada surel.',
  work: 'Pekerjaannya di BAILANG',
  workLead: 'Boleh diisi kemudian di halaman orangnya. Tanpa jabatan atau peran ia dapat masuk, tetapi belum dapat mengerjakan apa pun.',
  send: 'Undang dan buat tautan',
} as const;

/** `NIP 1980…`, or `surel a@b`: as the person is told to sign in. */
export function accountWords(account: string): string {
  return account.includes('@') ? `surel ${account}` : `NIP ${account}`;
}

interface HandedLink {
  readonly kind: 'invitation' | 'reset';
  readonly personName: string;
  readonly account: string;
  readonly address: string;
  readonly until: string;
}

export const handedTexts = {
  title: 'Tautan sekali pakai',
  titleFor: (name: string) => `Tautan untuk ${name}`,
  lead: (kind: HandedLink['kind'], until: string) =>
    `${kind === 'invitation' ? 'Orangnya sudah tersimpan. ' : ''}Berikan tautan ini hanya kepada orangnya. Berlaku satu kali, sampai ${until}.`,
  link: 'Tautan',
  whatsApp: 'Kirim lewat WhatsApp',
  signsIn: (account: string) => `Sesudah membuat kata sandi, ia masuk dengan ${accountWords(account)}.`,
  can: 'Yang dapat dikerjakannya',
  nothing: 'Belum diberi jabatan atau peran. Sesudah masuk ia belum dapat mengerjakan apa pun; berikan jabatannya di halamannya.',
  toPerson: (name: string) => `Buka halaman ${name}`,
  shownFor: 'Halaman ini menampilkan tautannya selama 15 menit, hanya di peramban ini. Memuat ulang tidak membuat tautan lain.',
  make: 'Buat tautan kata sandi',
  none: (name: string) => `Tautan baru untuk ${name} membatalkan tautan sebelumnya. Kata sandi yang ada tetap berlaku sampai tautannya dipakai.`,
  words: ({ kind, personName, account, address, until }: HandedLink) =>
    `${fullStop(`${kind === 'invitation' ? 'Undangan BAILANG' : 'Kata sandi baru BAILANG'} untuk ${personName}`)} Buka tautan ini satu kali untuk membuat kata sandi, paling lambat ${until}:\n${address}\nSesudah itu masuk dengan ${accountWords(account)}.`,
} as const;

export const linkTexts = {
  /** Opened in a browser where somebody else is signed in. */
  otherHere: (name: string, { kind, personName }: Pick<HandedLink, 'kind' | 'personName'>) =>
    `Anda sedang masuk sebagai ${fullStop(name)} Setelah kata sandi ini tersimpan, sesi itu berakhir di peramban ini dan ${kind === 'invitation' ? 'Anda masuk' : 'Anda dapat masuk'} sebagai ${fullStop(personName)} Bila Anda bukan ${personName}, tutup halaman ini.`,
} as const;

export const slipTexts = {
  title: 'Slip undangan',
  lead: 'Untuk orang yang belum membuat kata sandi. Setiap slip memuat tautan sekali pakai dan kode QR; cetak, gunting, lalu bagikan.',
  life: (until: string) => `Tautan yang dibuat sekarang berlaku sampai ${until}. Yang lewat masanya atau hilang dapat dibuat lagi kapan saja.`,
  once: (until: string) =>
    `Tautan hanya tampil di halaman ini dan berlaku sampai ${until}. Cetak atau salin sekarang; bila hilang atau lewat, buat lagi kapan saja: yang lama lalu tidak berlaku.`,
  none: 'Semua orang yang dipilih sudah membuat kata sandi atau sudah memegang tautan.',
  make: (count: number) => `Buat ${count} slip`,
  mail: (count: number) => `Kirim ke ${count} surel`,
  mailed: (count: number) => `${count} undangan dikirim lewat surel. Keadaannya tampil di Pesan.`,
  copyAll: 'Salin semua',
  copyHint: 'Tempel ke Excel: nama, jabatan dan kantor, masuk dengan, tautan.',
  copyHeadings: ['Nama', 'Jabatan dan kantor', 'Masuk dengan', 'Tautan'],
  words: (name: string, account: string, address: string, until: string) =>
    handedTexts.words({ kind: 'invitation', personName: name, account, address, until }),
} as const;
