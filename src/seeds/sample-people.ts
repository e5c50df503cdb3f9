// The people of the sample region: agencies are real, people are roles with invented accounts (contoh).

import { createAgency } from '../actions/people/create-agency.ts';
import { invitePerson } from '../actions/people/invite-person.ts';
import { giveSeat, grantRole } from '../actions/people/seats.ts';
import { setPasswordByLink } from '../actions/people/use-link.ts';
import type { AgencyKind } from '../domain/people/agency.ts';
import type { Actor } from '../domain/people/role.ts';
import { DAY, type Instant, later } from '../domain/shared/time.ts';
import { findActor } from '../store/people.read.ts';
import type { SeedStage } from './stage.ts';

export const SAMPLE_PASSWORD = 'contoh-balangan';

/** key, full name, short name, kind. */
export const AGENCIES: readonly (readonly [string, string, string, AgencyKind])[] = [
  ['disdukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 'Disdukcapil', 'skpd'],
  ['puprpkp', 'Dinas PUPRPKP', 'Dinas PUPRPKP', 'skpd'],
  ['bapperida', 'Bapperida', 'Bapperida', 'skpd'],
  ['bkpsdm', 'BKPSDM', 'BKPSDM', 'skpd'],
  ['kec-awayan', 'Kecamatan Awayan', 'Kecamatan Awayan', 'kecamatan'],
  ['pkm-uren', 'UPTD Puskesmas Uren', 'UPTD Puskesmas Uren', 'puskesmas'],
  ['pkm-tanah-habang', 'UPT Puskesmas Tanah Habang', 'UPT Puskesmas Tanah Habang', 'puskesmas'],
  ['pkm-batu-mandi', 'UPT Puskesmas Batu Mandi', 'UPT Puskesmas Batu Mandi', 'puskesmas'],
  ['rsud-dkh', 'BLUD RSUD Datu Kandang Haji', 'RSUD Datu Kandang Haji', 'blud'],
  ['rsud-balangan', 'BLUD RSUD Balangan', 'RSUD Balangan', 'blud'],
  ['setda', 'Sekretariat Daerah', 'Setda', 'outside'],
  ['luar', 'Akademisi dan praktisi (luar pemerintah daerah)', 'Luar', 'outside'],
];

export interface SamplePeople {
  readonly agencies: ReadonlyMap<string, string>;
  /** Account name before @contoh.example -> person id. */
  readonly ids: ReadonlyMap<string, string>;
  actor(account: string, now: Instant): Promise<Actor>;
}

/** Agencies with an innovator and a head each, and everybody who is not of an agency. */
export async function seedPeople(stage: SeedStage, at: Instant): Promise<SamplePeople> {
  const agencies = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const [key, name, shortName, kind] of AGENCIES) {
    const agencyId = stage.newId();
    agencies.set(key, agencyId);
    await stage.system(at, (act) => createAgency(act, { agencyId, name, shortName, kind }));
  }
  for (const [key, , shortName, kind] of AGENCIES) {
    if (kind === 'outside') continue;
    const agencyId = agencies.get(key) ?? '';
    ids.set(`inovator.${key}`, await addPerson(stage, at, `inovator.${key}`, `Inovator ${shortName} (contoh)`));
    ids.set(`kepala.${key}`, await addPerson(stage, at, `kepala.${key}`, `Kepala ${shortName} (contoh)`));
    await seat(stage, at, agencyId, 'Inovator', 'innovator', ids.get(`inovator.${key}`) ?? '');
    await seat(stage, at, agencyId, 'Kepala', 'head', ids.get(`kepala.${key}`) ?? '');
  }
  for (const [account, name] of OTHERS) ids.set(account, await addPerson(stage, at, account, name));
  await officials(stage, at, agencies, ids);
  return {
    agencies,
    ids,
    actor: async (account, now) => {
      const actor = await findActor(stage.platform.db, stage.regionId, ids.get(account) ?? '', now);
      if (actor === null) throw new Error(`no sample person ${account}`);
      return actor;
    },
  };
}

const OTHERS: readonly (readonly [string, string])[] = [
  ['admin', 'Admin (contoh)'],
  ['sekretariat', 'Sekretariat BAILANG 1 (contoh)'],
  ['sekretariat2', 'Sekretariat BAILANG 2 (contoh)'],
  ['verifikator1', 'Verifikator Bapperida (contoh)'],
  ['verifikator2', 'Verifikator luar (contoh)'],
  ['bupati', 'Bupati (contoh)'],
  ...[1, 2, 3, 4, 5].map((n) => [`juri${n}.skpd`, `Juri ${n} SKPD (contoh)`] as const),
  ...[1, 2, 3, 4, 5].map((n) => [`juri${n}.blud`, `Juri ${n} BLUD dan Puskesmas (contoh)`] as const),
];

async function officials(stage: SeedStage, at: Instant, agencies: ReadonlyMap<string, string>, ids: ReadonlyMap<string, string>): Promise<void> {
  const bapperida = agencies.get('bapperida') ?? '';
  await seat(stage, at, bapperida, 'Verifikator', null, ids.get('verifikator1') ?? '');
  await seat(stage, at, bapperida, 'Sekretaris BAILANG', null, ids.get('sekretariat2') ?? '');
  await seat(stage, at, agencies.get('setda') ?? '', 'Bupati', null, ids.get('bupati') ?? '');
  // The fourth juror of SKPD left Bapperida a year ago: the recused pair with Bapperida's finalist.
  const past = { from: later(at, -900 * DAY), until: later(at, -365 * DAY) };
  await seat(stage, at, bapperida, 'Kepala bidang (sebelum pensiun)', null, ids.get('juri4.skpd') ?? '', past);
  for (const [account, role] of [
    ['admin', 'admin'],
    ['sekretariat', 'secretariat'],
    ['sekretariat2', 'secretariat'],
    ['verifikator1', 'verifier'],
    ['verifikator2', 'verifier'],
    ['bupati', 'leader'],
  ] as const) {
    await stage.system(at, (act) => grantRole(act, { personId: ids.get(account) ?? '', role }));
  }
}

async function seat(
  stage: SeedStage,
  at: Instant,
  agencyId: string,
  title: string,
  role: 'innovator' | 'head' | null,
  personId: string,
  past?: { readonly from: Instant; readonly until: Instant },
): Promise<void> {
  await stage.system(at, (act) => giveSeat(act, { seatId: act.newId(), holdingId: act.newId(), agencyId, title, role, personId, ...(past ?? {}) }));
}

async function addPerson(stage: SeedStage, at: Instant, account: string, name: string): Promise<string> {
  const personId = stage.newId();
  const email = `${account}@contoh.example`;
  const { token } = await stage.system(at, (act) => invitePerson(act, { personId, name, nip: null, email }));
  await stage.system(at, (act) => setPasswordByLink(act, { token, password: SAMPLE_PASSWORD }));
  return personId;
}
