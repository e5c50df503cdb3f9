// A town with those who decide, each able to come in, and a registration that has opened.

import { createAgency } from '../../src/actions/people/create-agency.ts';
import { createRegion } from '../../src/actions/people/create-region.ts';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { grantRole } from '../../src/actions/people/seats.ts';
import { setPasswordByLink } from '../../src/actions/people/use-link.ts';
import { type Act, NOBODY, perform } from '../../src/actions/perform.ts';
import type { GrantedRole } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import type { TestDatabase } from '../support/database.ts';

const WHO = ['admin', 'secretary', 'leader', 'verifier', 'person'] as const;
export type Townsman = (typeof WHO)[number];
const ROLES: Readonly<Record<Townsman, GrantedRole | null>> = {
  admin: 'admin',
  secretary: 'secretariat',
  leader: 'leader',
  verifier: 'verifier',
  person: null,
};

export const TOWN_PASSWORD = 'sepasang ikan haruan';

export interface Town {
  readonly regionId: string;
  readonly agencyId: string;
  readonly people: Readonly<Record<Townsman, string>>;
  readonly accountOf: (who: Townsman) => string;
}

export async function town(test: TestDatabase, now: string): Promise<Town> {
  const { newId } = test.platform;
  const [regionId, agencyId] = [newId(), newId()];
  const before = later(now, -40 * DAY);
  const system = async <T>(act: (act: Act) => Promise<Outcome<T>>): Promise<T> => {
    const done = await perform({ ...test.platform, now: () => before }, { regionId, actor: NOBODY }, act);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  };
  const place = { name: 'Kabupaten Uji', kind: 'regency', zone: 'Asia/Makassar', zoneWord: 'WITA', prefix: 'BL', contact: '', isSample: false } as const;
  await system((act) => createRegion(act, { code: regionId.slice(-6), ...place }));
  await system((act) => createAgency(act, { agencyId, name: 'Sekretariat Daerah', shortName: 'Setda', kind: 'outside' }));
  const accountOf = (who: Townsman) => `${who}.${regionId.slice(-6)}@uji.example`;
  const people = Object.fromEntries(WHO.map((who) => [who, newId()])) as Record<Townsman, string>;
  for (const who of WHO) {
    const role = ROLES[who];
    const { token } = await system((act) => invitePerson(act, { personId: people[who], name: `Orang ${who}`, nip: null, email: accountOf(who) }));
    await system((act) => setPasswordByLink(act, { token, password: TOWN_PASSWORD }));
    if (role !== null) await system((act) => grantRole(act, { personId: people[who], role }));
  }
  await test.owner.run(
    `INSERT INTO edition (region_id, edition_id, year, name, kind, instrument, created_at) VALUES ($1, $2, 2026, 'Lomba', 'live', 'iid-2026', $3)`,
    [regionId, newId(), before],
  );
  await test.owner.run(
    `INSERT INTO stage (region_id, edition_id, stage_id, kind, name, public_group, position, opens_at, closes_at)
     SELECT region_id, edition_id, $2, 'registration', 'Pendaftaran', 'Pendaftaran', 1, $3, $4 FROM edition WHERE region_id = $1`,
    [regionId, newId(), later(before, DAY), later(now, 10 * DAY)],
  );
  return { regionId, agencyId, people, accountOf };
}
