// Which doors a role sees. A door is listed only when its page exists.

import type { RoleName } from '../../texts/id/ui.ts';
import type { IconName } from './icons.ts';

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** Shown in the bottom bar of a phone; the others stand under "Lainnya". */
  readonly onPhone?: boolean;
  /** What waits unread behind the door. */
  readonly unread?: number;
}

/** Where what a person was told stands, whatever their role. */
const mine: NavigationItem = { href: '/saya', label: 'Tugas saya', icon: 'daftar', onPhone: true };
const schedule: NavigationItem = { href: '/jadwal', label: 'Jadwal', icon: 'kalender', onPhone: true };
const indexDoor: NavigationItem = { href: '/pimpinan/iid', label: 'IID', icon: 'grafik', onPhone: true };
const help: NavigationItem = { href: '/bantuan', label: 'Bantuan', icon: 'tanya', onPhone: true };

export const publicNavigation: readonly NavigationItem[] = [
  { href: '/', label: 'Beranda', icon: 'rumah', onPhone: true },
  { href: '/inovasi', label: 'Inovasi', icon: 'cari', onPhone: true },
  schedule,
  { href: '/hasil', label: 'Hasil', icon: 'bintang', onPhone: true },
  { href: '/pedoman', label: 'Pedoman', icon: 'berkas' },
  { ...help, onPhone: false },
];

function committee(year: number): readonly NavigationItem[] {
  const under = `/s/${year}`;
  return [
    { href: `${under}/papan`, label: 'Papan', icon: 'papan', onPhone: true },
    { href: `${under}/verifikasi`, label: 'Verifikasi', icon: 'berkas', onPhone: true },
    { href: `${under}/nilai-meja`, label: 'Nilai meja', icon: 'grafik' },
    { href: `${under}/penetapan`, label: 'Penetapan', icon: 'bendera' },
    { href: `${under}/panel`, label: 'Dewan juri', icon: 'orang' },
    { href: '/pleno', label: 'Pleno', icon: 'orang2', onPhone: true },
    { ...indexDoor, onPhone: false },
    { href: `${under}/edisi`, label: 'Edisi', icon: 'kalender' },
    { href: '/akses', label: 'Konfirmasi akses', icon: 'perisai' },
    { href: '/admin/pesan', label: 'Pesan', icon: 'pesan' },
    { href: `${under}/jejak`, label: 'Jejak', icon: 'jam' },
  ];
}

/** The doors of a role in the edition of a year, in the order they are shown; `unread` is how many messages wait for the person. */
export function navigationFor(role: RoleName, year: number, unread = 0): readonly NavigationItem[] {
  return [{ ...mine, unread }, ...doorsOf(role, year)];
}

function doorsOf(role: RoleName, year: number): readonly NavigationItem[] {
  switch (role) {
    case 'inovator':
      return [{ href: '/usulan', label: 'Usulan', icon: 'berkas', onPhone: true }, schedule, help];
    case 'kepala':
      return [
        { href: '/persetujuan', label: 'Persetujuan', icon: 'cek', onPhone: true },
        { href: '/usulan', label: 'Usulan kantor', icon: 'berkas', onPhone: true },
        schedule,
        help,
      ];
    case 'sekretariat':
      return committee(year);
    case 'verifikator':
      return [
        { href: `/s/${year}/verifikasi`, label: 'Verifikasi', icon: 'berkas', onPhone: true },
        { href: `/s/${year}/papan`, label: 'Papan', icon: 'papan', onPhone: true },
        schedule,
        help,
      ];
    case 'juri':
    case 'ketua':
      return [{ href: '/juri', label: 'Lembar saya', icon: 'daftar', onPhone: true }, schedule, help];
    case 'pimpinan':
      return [
        { href: '/pimpinan', label: 'Ringkas', icon: 'rumah', onPhone: true },
        indexDoor,
        { href: `/s/${year}/target`, label: 'Target', icon: 'bendera' },
        { href: '/hasil', label: 'Hasil', icon: 'bintang', onPhone: true },
        help,
      ];
    case 'admin':
      return [
        { href: '/admin/orang', label: 'Orang', icon: 'orang2', onPhone: true },
        { href: '/admin/jabatan', label: 'Jabatan', icon: 'orang', onPhone: true },
        { href: '/akses', label: 'Konfirmasi akses', icon: 'perisai' },
        { href: '/admin/perangkat', label: 'Perangkat daerah', icon: 'papan' },
        { href: `/s/${year}/edisi`, label: 'Edisi', icon: 'kalender' },
        { href: '/admin/pengaman', label: 'Pengaman', icon: 'gembok' },
        { href: '/admin/pesan', label: 'Pesan', icon: 'pesan' },
        { href: '/admin/cadangan', label: 'Cadangan', icon: 'awan', onPhone: true },
        { href: '/admin/server', label: 'Server', icon: 'layar' },
        { ...indexDoor, onPhone: false },
        { href: `/s/${year}/jejak`, label: 'Jejak', icon: 'jam' },
      ];
  }
}
