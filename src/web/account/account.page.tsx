import { signOut } from '../../actions/people/sign-in.ts';
import { perform } from '../../actions/perform.ts';
import { isId } from '../../domain/shared/ids.ts';
import { later } from '../../domain/shared/time.ts';
import { listSessions } from '../../store/people.read.ts';
import { formatMoment } from '../../texts/id/format.ts';
import { notFound, page, seeOther } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { clearSessionCookie, IDLE_MS, setRoleCookie } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';

export async function showAccount(c: Ctx): Promise<Response> {
  const { actor, sessionId, csrf } = signedIn(c);
  const now = c.var.platform.now();
  const sessions = await listSessions(c.var.platform.db, c.var.region.regionId, actor.personId, later(now, -IDLE_MS));
  return page(
    c,
    { title: 'Akun saya', back: { href: paths.mine, label: 'Tugas saya' } },
    <div class="baca tumpuk">
      <h1>Akun saya</h1>
      <p class="utama">{actor.name}</p>
      {actor.seats.length > 0 && (
        <ul>
          {actor.seats.map((seat) => (
            <li key={seat.seatId}>
              {seat.title}, {seat.agencyName}
            </li>
          ))}
        </ul>
      )}
      <h2>Sesi yang terbuka</h2>
      <ul class="tumpuk">
        {sessions.map((session) => (
          <li key={session.sessionId}>
            Masuk {formatMoment(session.startedAt)}, terakhir terlihat {formatMoment(session.seenAt)}
            {session.sessionId === sessionId ? (
              <b> (sesi ini)</b>
            ) : (
              <Form action={paths.endSession(session.sessionId)} csrf={csrf} inline>
                <Button kind="netral" size="kecil">
                  Akhiri sesi
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </div>,
  );
}

export async function endOneSession(c: Ctx): Promise<Response> {
  await readForm(c);
  const id = c.req.param('id') ?? '';
  if (!isId(id)) return notFound(c);
  await perform(c.var.platform, who(c), (act) => signOut(act, { sessionId: id }));
  return seeOther(c, paths.account);
}

export async function signOutHere(c: Ctx): Promise<Response> {
  await readForm(c);
  await perform(c.var.platform, who(c), (act) => signOut(act, { sessionId: signedIn(c).sessionId }));
  clearSessionCookie(c);
  return seeOther(c, paths.home);
}

/** Which hat is on: a wish of the screen, not a right. */
export function changeRole(c: Ctx): Response {
  const role = signedIn(c).roles.find((one) => one === c.req.query('ke'));
  if (role !== undefined) setRoleCookie(c, role);
  return seeOther(c, paths.mine);
}
