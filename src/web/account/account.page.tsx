import { signOut, signOutElsewhere } from '../../actions/people/sign-in.ts';
import { perform } from '../../actions/perform.ts';
import { ownSeats } from '../../domain/people/role.ts';
import { isId } from '../../domain/shared/ids.ts';
import { DAY, later } from '../../domain/shared/time.ts';
import { findPerson } from '../../store/people.read.ts';
import { countFailedSignIns, type FactorState, findFactors, listSessionLines, type SessionLine } from '../../store/people-factor.read.ts';
import { listOwnSigningKeys } from '../../store/signing-key.read.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { factorTexts, factorWords } from '../../texts/id/people.ts';
import { seatWords } from '../../texts/id/people-admin.ts';
import { signingKeyTexts } from '../../texts/id/signing.ts';
import { notFound, page, seeOther } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn, who } from '../request.ts';
import { clearSessionCookie, IDLE_MS, setRoleCookie } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';

const FAILURES_MS = 30 * DAY;

export async function showAccount(c: Ctx): Promise<Response> {
  const { actor, roles } = signedIn(c);
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const signs = roles.some((role) => role === 'juror' || role === 'chair' || role === 'leader');
  const [person, sessions, factors, failed, keys] = await Promise.all([
    findPerson(db, regionId, actor.personId),
    listSessionLines(db, regionId, actor.personId, later(now(), -IDLE_MS)),
    findFactors(db, regionId, actor.personId),
    countFailedSignIns(db, regionId, actor.personId, later(now(), -FAILURES_MS)),
    listOwnSigningKeys(db, regionId, actor.personId),
  ]);
  const signingKeys = keys.filter(({ endedAt }) => endedAt === null);
  return page(
    c,
    { title: 'Akun saya', back: { href: paths.mine, label: 'Tugas saya' } },
    <div class="tumpuk">
      <Saved c={c} />
      <h1>Akun saya</h1>
      <p class="utama">{actor.name}</p>
      {ownSeats(actor).length > 0 && (
        <ul>
          {ownSeats(actor).map((seat) => (
            <li key={seat.seatId}>
              {seatWords(seat)} {!seat.delegation && <a href={paths.seat(seat.seatId)}>Delegasi dan serah terima</a>}
            </li>
          ))}
        </ul>
      )}
      <DefinitionList
        rows={[
          { term: 'NIP', value: person?.nip ?? 'tidak ada' },
          { term: 'Surel', value: person?.email ?? 'tidak ada', change: { href: paths.email, label: person?.email === null ? 'Tambah' : 'Ganti' } },
          { term: 'Kata sandi', value: 'terpasang', change: { href: paths.password, label: 'Ganti' } },
          { term: factorTexts.title, value: factorValue(factors), change: { href: paths.secondFactor, label: 'Atur' } },
          ...(signs || signingKeys.length > 0
            ? [
                {
                  term: signingKeyTexts.title,
                  value: signingKeys.length === 0 ? 'tidak ada' : `${signingKeys.length} kunci`,
                  change: { href: paths.signingKeys, label: 'Atur' },
                },
              ]
            : []),
          {
            term: 'Gagal masuk, 30 hari terakhir',
            value: failed.last === null ? 'tidak ada' : `${failed.count} kali, terakhir ${momentOf(c, failed.last)}`,
          },
        ]}
      />
      <Sessions c={c} sessions={sessions} />
    </div>,
  );
}

function Saved({ c }: { readonly c: Ctx }) {
  const what = c.req.query('sandi') === 'baru' ? 'Kata sandi' : c.req.query('surel') === 'baru' ? 'Surel' : null;
  return what === null ? null : <Notice kind="sukses" live>{`${what} sudah diganti.`}</Notice>;
}

function factorValue({ timeCodeSince, passkeys, codesLeft }: FactorState): string {
  const parts = [
    ...(timeCodeSince === null ? [] : [`kode autentikator, sisa ${codesLeft} kode pemulihan`]),
    ...(passkeys.length === 0 ? [] : [`${passkeys.length} kunci sandi`]),
  ];
  return parts.length === 0 ? 'belum dipasang' : parts.join('; ');
}

function momentOf(c: Ctx, at: string): string {
  return formatMoment(at, zoneOf(c.var.region.zone));
}

function Sessions({ c, sessions }: { readonly c: Ctx; readonly sessions: readonly SessionLine[] }) {
  const { sessionId, csrf } = signedIn(c);
  const others = sessions.filter((session) => session.isOpen && session.sessionId !== sessionId);
  return (
    <section class="tumpuk">
      <h2>Sesi dan masuk terakhir</h2>
      <p class="redup">Tidak mengenali salah satunya? Akhiri, lalu ganti kata sandi.</p>
      <Table
        label="Sesi dan masuk terakhir"
        columns={[
          { key: 'started', label: 'Masuk', heading: true },
          { key: 'device', label: 'Perangkat' },
          { key: 'factor', label: 'Dengan' },
          { key: 'seen', label: 'Terakhir terlihat' },
          { key: 'state', label: 'Status' },
        ]}
        rows={sessions.map((session) => ({
          id: session.sessionId,
          cells: {
            started: momentOf(c, session.startedAt),
            device: session.device || 'tidak dikenal',
            factor: factorWords[session.factor],
            seen: momentOf(c, session.seenAt),
            state: <State session={session} isThis={session.sessionId === sessionId} csrf={csrf} label={momentOf(c, session.startedAt)} />,
          },
        }))}
      />
      {others.length > 0 && (
        <Form action={paths.endOtherSessions} csrf={csrf}>
          <Button kind="bahaya">Akhiri semua sesi lain</Button>
        </Form>
      )}
    </section>
  );
}

interface StateProps {
  readonly session: SessionLine;
  readonly isThis: boolean;
  readonly csrf: string;
  readonly label: string;
}

function State({ session, isThis, csrf, label }: StateProps) {
  if (isThis) return <b>sesi ini</b>;
  if (!session.isOpen) return <span>berakhir</span>;
  return (
    <Form action={paths.endSession(session.sessionId)} csrf={csrf} inline label={`Akhiri sesi ${label}`}>
      <Button kind="netral" size="kecil">
        Akhiri sesi
      </Button>
    </Form>
  );
}

export async function endOneSession(c: Ctx): Promise<Response> {
  await readForm(c);
  const id = c.req.param('id') ?? '';
  if (!isId(id)) return notFound(c);
  await perform(c.var.platform, who(c), (act) => signOut(act, { sessionId: id }));
  return seeOther(c, paths.account);
}

export async function endOthersHere(c: Ctx): Promise<Response> {
  await readForm(c);
  await perform(c.var.platform, who(c), (act) => signOutElsewhere(act, { sessionId: signedIn(c).sessionId }));
  return seeOther(c, paths.account);
}

export async function signOutHere(c: Ctx): Promise<Response> {
  await readForm(c);
  await perform(c.var.platform, who(c), (act) => signOut(act, { sessionId: signedIn(c).sessionId }));
  clearSessionCookie(c);
  return seeOther(c, paths.home, null);
}

/** Which hat is on: a wish of the screen, not a right. */
export function changeRole(c: Ctx): Response {
  const role = signedIn(c).roles.find((one) => one === c.req.query('ke'));
  if (role !== undefined) setRoleCookie(c, role);
  return seeOther(c, paths.mine);
}
