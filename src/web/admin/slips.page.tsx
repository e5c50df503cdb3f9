// Invitations on paper: one-time links with QR codes, to print, copy, or send by WhatsApp.

import { INVITATION_MS } from '../../actions/people/invite-person.ts';
import { mailInvitations, makeLinks } from '../../actions/people/make-links.ts';
import { perform } from '../../actions/perform.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { writePasted } from '../../domain/shared/table.ts';
import { type Instant, later } from '../../domain/shared/time.ts';
import { drawQr } from '../../platform/qr.ts';
import { findMailSetting } from '../../store/mail.read.ts';
import { listAgencies } from '../../store/people.read.ts';
import { listUninvited, type Uninvited } from '../../store/people-import.read.ts';
import { formatDayMonthYear, formatWhole, type Zone, zoneOf } from '../../texts/id/format.ts';
import { accountWords, slipTexts } from '../../texts/id/people-invite.ts';
import { page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { ownAddress, whatsAppWith } from '../own-address.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState } from '../ui/panels.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { Table } from '../ui/table.tsx';

const MOST_SLIPS = 1_000;

interface Wanted {
  /** Empty: every agency. */
  readonly agency: string;
  /** Also those whose earlier link still works; it will not any more. */
  readonly again: boolean;
}

export function showSlips(c: Ctx): Promise<Response> {
  return draw(c, { agency: c.req.query('kantor') ?? '', again: c.req.query('ulang') === 'ya' }, null);
}

async function draw(c: Ctx, wanted: Wanted, refusal: Refusal | null): Promise<Response> {
  const people = await peopleOf(c, wanted);
  const hasMail = (await findMailSetting(c.var.platform.db, c.var.region.regionId))?.isOn === true;
  const reachable = people.filter(({ hasEmail }) => hasEmail).length;
  const mailed = Number(c.req.query('surel') ?? '');
  const agencies = await listAgencies(c.var.platform.db, c.var.region.regionId);
  return page(
    c,
    { title: slipTexts.title, current: paths.people, back: { href: paths.people, label: 'Orang' }, error: refusal !== null },
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      {mailed > 0 && (
        <Notice kind="sukses" live>
          {slipTexts.mailed(mailed)}
        </Notice>
      )}
      <h1>{slipTexts.title}</h1>
      <p class="utama baca">{slipTexts.lead}</p>
      <p class="baca">{slipTexts.life(dayOf(c, later(c.var.platform.now(), INVITATION_MS)))}</p>
      <form class="sebaris" action={paths.slips} method="get">
        <Field
          name="kantor"
          kind="select"
          label="Perangkat daerah"
          value={wanted.agency}
          placeholder="Semua"
          choices={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        />
        <Field name="ulang" kind="checkbox" label="Juga yang tautannya masih berlaku" value="ya" checked={wanted.again} />
        <Button kind="netral">Tampilkan</Button>
      </form>
      {people.length === 0 ? (
        <EmptyState title="Tidak ada yang menunggu undangan">{slipTexts.none}</EmptyState>
      ) : (
        <>
          <Form action={paths.slips} csrf={signedIn(c).csrf} hidden={{ agency: wanted.agency, again: wanted.again ? 'ya' : '' }}>
            <ProofField c={c} refusal={refusal} />
            <p class="baris">
              <Button kind="utama" icon="cetak">
                {slipTexts.make(people.length)}
              </Button>
              {hasMail && reachable > 0 && <Button formAction={`${paths.slips}/surel`}>{slipTexts.mail(reachable)}</Button>}
            </p>
          </Form>
          <Waiting people={people} zone={zoneOf(c.var.region.zone)} />
        </>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Waiting({ people, zone }: { readonly people: readonly Uninvited[]; readonly zone: Zone }) {
  return (
    <Table
      label="Orang yang belum membuat kata sandi"
      columns={[
        { key: 'name', label: 'Nama', heading: true },
        { key: 'account', label: 'Masuk dengan' },
        { key: 'place', label: 'Jabatan' },
        { key: 'until', label: 'Tautan berlaku sampai' },
      ]}
      rows={people.map((person) => ({
        cells: {
          name: person.name,
          account: person.account,
          place: person.place,
          until: person.linkUntil === null ? 'belum dibuat' : formatDayMonthYear(person.linkUntil, zone),
        },
      }))}
    />
  );
}

async function peopleOf(c: Ctx, { agency, again }: Wanted): Promise<readonly Uninvited[]> {
  const { db, now } = c.var.platform;
  const people = await listUninvited(db, { regionId: c.var.region.regionId, agencyId: isId(agency) ? agency : null, now: now(), limit: MOST_SLIPS });
  return again ? people : people.filter((person) => person.linkUntil === null);
}

/** The answer is the paper: what it shows is not shown again. */
export async function makeSlips(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const wanted = { agency: form.text('agency'), again: form.text('again') === 'ya' };
  const people = await peopleOf(c, wanted);
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => makeLinks(act, { personIds: people.map(({ personId }) => personId) })) : by;
  if (!outcome.ok) return draw(c, wanted, outcome.refusal);
  const { tokens, expiresAt } = outcome.value;
  const slips = people.flatMap((person) => {
    const token = tokens.get(person.personId);
    return token === undefined ? [] : [{ person, address: ownAddress(c, paths.link(token)) }];
  });
  return page(
    c,
    { title: slipTexts.title, current: paths.people, back: { href: paths.slips, label: slipTexts.title }, islands: ['hand-out'] },
    <div class="tumpuk">
      <div class="jangan-cetak tumpuk">
        <h1>{`${formatWhole(slips.length)} slip undangan`}</h1>
        <Notice kind="awas">{slipTexts.once(dayOf(c, expiresAt))}</Notice>
        <p data-cetak />
        <Field
          name="salinan"
          kind="textarea"
          rows={4}
          readOnly
          label={slipTexts.copyAll}
          hint={slipTexts.copyHint}
          value={writePasted([
            slipTexts.copyHeadings,
            ...slips.map(({ person, address }) => [person.name, person.place, accountWords(person.account), address].map(plainCell)),
          ])}
        />
        <p data-salin="salinan" />
      </div>
      <ul class="slip">
        {slips.map((slip) => (
          <Slip key={slip.person.personId} {...slip} region={c.var.region.name} until={dayOf(c, expiresAt)} />
        ))}
      </ul>
    </div>,
  );
}

/** The same people by mail; those without an address stay for the paper. */
export async function mailSlips(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const wanted = { agency: form.text('agency'), again: form.text('again') === 'ya' };
  const people = await peopleOf(c, wanted);
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => mailInvitations(act, { personIds: people.map(({ personId }) => personId) })) : by;
  return outcome.ok ? seeOther(c, `${paths.slips}?surel=${outcome.value.mails}`) : draw(c, wanted, outcome.refusal);
}

/** Pasted into a spreadsheet, no cell is taken for a formula. */
function plainCell(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}

function dayOf(c: Ctx, at: Instant): string {
  return formatDayMonthYear(at, zoneOf(c.var.region.zone));
}

interface SlipProps {
  readonly person: Uninvited;
  readonly address: string;
  readonly region: string;
  readonly until: string;
}

function Slip({ person, address, region, until }: SlipProps) {
  return (
    <li>
      <QrCode drawing={drawQr(address)} label={`Kode QR undangan ${person.name}`} />
      <div>
        <p class="kecil redup">{`Undangan BAILANG, ${region}`}</p>
        <p>
          <b>{person.name}</b>
        </p>
        {person.place !== '' && <p class="kecil">{person.place}</p>}
        <p class="kecil">
          Masuk dengan <b>{accountWords(person.account)}</b>
        </p>
        <p>
          <code>{address}</code>
        </p>
        <p class="kecil redup">{`Pindai atau buka satu kali untuk membuat kata sandi, paling lambat ${until}.`}</p>
        <p class="jangan-cetak">
          <a href={whatsAppWith(slipTexts.words(person.name, person.account, address, until))}>Kirim lewat WhatsApp</a>
        </p>
      </div>
    </li>
  );
}
