// Words of a handover: what goes along with the seat, and what stays with the person until somebody gives it anew.

import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import { formatWhole } from './format.ts';
import { grantWords } from './people-admin.ts';

interface Load {
  readonly openEntries: number;
  readonly waitingForHead: number;
  readonly verifications: number;
  readonly openSheets: number;
  readonly seatRoles: readonly GrantedRole[];
  readonly ownRoles: readonly GrantedRole[];
}

const SEAT_ROLE: Readonly<Record<SeatRole, string>> = {
  innovator: 'Peran inovator: mengisi dan mengirim usulan kantor ini',
  head: 'Peran kepala: menyetujui usulan kantor ini',
};

export function goesAlongWords(load: Load, role: SeatRole | null): readonly string[] {
  return [
    ...(role === null ? [] : [SEAT_ROLE[role]]),
    ...load.seatRoles.map((one) => `Peran ${grantWords[one]}, yang melekat pada jabatan`),
    `${formatWhole(load.openEntries)} usulan yang belum selesai, ${formatWhole(load.waitingForHead)} di antaranya menunggu persetujuan`,
  ];
}

const BY_PANEL: readonly GrantedRole[] = ['juror', 'chair'];

/** Roles that the admin gave to the person, and who may give them to the successor. */
export function staysByAdminWords(roles: readonly GrantedRole[]): readonly string[] {
  return roles
    .filter((role) => !BY_PANEL.includes(role))
    .map((role) => `Peran ${grantWords[role]}: tidak ikut. Minta admin memberikannya kepada pengganti, atau melekatkannya pada jabatan.`);
}

export function staysBehindWords(load: Load): readonly string[] {
  return [
    ...staysByAdminWords(load.ownRoles),
    ...load.ownRoles.filter((role) => BY_PANEL.includes(role)).map((role) => `Peran ${grantWords[role]}: ditunjuk sekretariat di Dewan juri.`),
    ...(load.verifications > 0 ? [`${formatWhole(load.verifications)} tugas verifikasi: sekretariat yang memindahkannya.`] : []),
    ...(load.openSheets > 0 ? [`${formatWhole(load.openSheets)} lembar penilaian terbuka: sekretariat yang memindahkannya.`] : []),
  ];
}

export const handoverTexts = {
  title: 'Terima jabatan',
  taken: 'Jabatan diterima',
  now: 'Yang sekarang dapat Anda kerjakan',
  seats: 'Jabatan Anda',
  seatDetail: 'Delegasikan saat cuti, serah terimakan saat mutasi',
} as const;
