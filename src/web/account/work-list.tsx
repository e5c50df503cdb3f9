// What a person may do, seat by seat and role by role.

import { type Actor, ownSeats } from '../../domain/people/role.ts';
import { grantDetails, grantWords, seatRoleDetails, seatWords } from '../../texts/id/people-admin.ts';

export function WorkList({ actor }: { readonly actor: Actor }) {
  return (
    <ul>
      {ownSeats(actor).map((seat) => (
        <li key={seat.seatId}>
          <b>{seatWords(seat)}</b>
          {seat.role !== null && `: ${seatRoleDetails[seat.role].toLowerCase()}`}
        </li>
      ))}
      {[...new Set(actor.grants.map(({ role }) => role))].map((role) => (
        <li key={role}>
          <b>{grantWords[role]}</b>
          {`: ${grantDetails[role]}`}
        </li>
      ))}
    </ul>
  );
}
