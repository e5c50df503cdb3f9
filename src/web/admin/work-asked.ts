// The seat and the role that a form asks for a person.

import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import { isId } from '../../domain/shared/ids.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { Form } from '../form.ts';

/** Jurors are appointed on their panel, not here. */
export const GRANTED: readonly GrantedRole[] = ['secretariat', 'verifier', 'leader', 'province', 'admin'];

const LONGEST_TITLE = 120;

export interface SeatAsked {
  readonly seatId: string;
  readonly agencyId: string;
  readonly title: string;
  readonly role: SeatRole;
}

/** Refuses `person.seat-invalid` by field. A seat without a name is called after its role. */
export function seatAsked({ text }: Form): Outcome<SeatAsked> {
  const role = text('role') === 'head' ? 'head' : 'innovator';
  if (!isId(text('agencyId'))) return refuse('person.seat-invalid', {}, { agencyId: fault('agency.not-found') });
  if (!isId(text('seatId'))) return refuse('person.not-found');
  const title = text('title') || (role === 'head' ? 'Kepala' : 'Inovator');
  if (title.length > LONGEST_TITLE) return refuse('person.seat-invalid', {}, { title: fault('field.length', { max: LONGEST_TITLE }) });
  return ok({ seatId: text('seatId'), agencyId: text('agencyId'), title, role });
}

/** Refuses `person.seat-invalid` with the field `grant`. */
export function roleAsked({ text }: Form): Outcome<GrantedRole> {
  const role = GRANTED.find((one) => one === text('grant'));
  return role === undefined ? refuse('person.seat-invalid', {}, { grant: fault('person.role-unknown') }) : ok(role);
}
