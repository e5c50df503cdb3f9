// Where a person comes in: at the work of their role; at the list of all of it when they have more than one.

import type { Role } from '../domain/people/role.ts';
import { paths } from './paths.ts';

const LANDINGS: Readonly<Record<Role, (year: number) => string>> = {
  innovator: () => paths.entries,
  head: () => paths.approvals,
  juror: () => paths.jury,
  chair: () => paths.jury,
  verifier: paths.verifications,
  secretariat: paths.board,
  leader: () => paths.leader,
  province: () => paths.results,
  admin: () => paths.people,
};

export function landingOf(roles: readonly Role[], year: number): string {
  const [only] = roles;
  return only === undefined || roles.length > 1 ? paths.mine : LANDINGS[only](year);
}
