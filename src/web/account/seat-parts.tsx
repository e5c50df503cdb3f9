// The parts of a seat's page.

import { SEAT_GRANTS } from '../../actions/people/seat-roles.ts';
import { DELEGATIONS } from '../../domain/people/seat.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import type { PersonCard } from '../../store/people.read.ts';
import type { HandoverRow, HoldingRow, SeatCard, SeatGrant, SeatLoad } from '../../store/people-seats.read.ts';
import { formatDateTime, formatDayMonthYear, zoneOf } from '../../texts/id/format.ts';
import { goesAlongWords, staysBehindWords } from '../../texts/id/handover.ts';
import { delegationDetails, delegationWords, grantWords, seatTexts, seatWords } from '../../texts/id/people-admin.ts';
import { errorOf } from '../answer.tsx';
import { toTypedMoment } from '../local-time.ts';
import { MomentField } from '../moment-field.tsx';
import { ProofField } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Confirm } from '../ui/panels.tsx';
import { Timeline } from '../ui/progress.tsx';

export interface SeatView {
  readonly c: Ctx;
  readonly here: string;
  readonly seat: SeatCard;
  readonly holdings: readonly HoldingRow[];
  readonly handover: HandoverRow | null;
  readonly colleagues: readonly { readonly account: string; readonly name: string }[];
  readonly grants: readonly SeatGrant[];
  readonly typed: (name: string) => string;
  readonly newId: () => string;
  readonly now: Instant;
  readonly refusal: Refusal | null;
}

const zoneHere = (c: Ctx) => zoneOf(c.var.region.zone);

/** Delegations that stand or are still to come. */
export function Delegations({ c, here, holdings, now }: SeatView) {
  const open = holdings.filter(({ delegation, until }) => delegation !== null && until !== null && until > now);
  if (open.length === 0) return null;
  return (
    <section class="tumpuk" aria-labelledby="didelegasikan">
      <h2 id="didelegasikan">Sedang didelegasikan</h2>
      <ul class="tumpuk">
        {open.map((one) => (
          <li key={one.holdingId}>
            <b>{one.personName}</b>, {delegationWords[one.delegation ?? 'an']}
            {one.letter !== '' && `, surat ${one.letter}`}
            <br />
            {formatDateTime(one.from, zoneHere(c))} sampai {formatDateTime(one.until ?? '', zoneHere(c))}
            <Form
              action={`${here}/delegasi/akhir`}
              csrf={signedIn(c).csrf}
              hidden={{ holdingId: one.holdingId }}
              inline
              label={`Akhiri delegasi ${one.personName}`}
            >
              <Button kind="netral" size="kecil">
                {one.from > now ? 'Batalkan delegasi' : 'Akhiri delegasi'}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function DelegateForm({ c, here, colleagues, typed, newId, now, refusal }: SeatView) {
  const zone = zoneHere(c);
  return (
    <section class="tumpuk" aria-labelledby="delegasi">
      <h2 id="delegasi">{seatTexts.delegate}</h2>
      <p>{seatTexts.delegateLead}</p>
      <Form action={`${here}/delegasi`} csrf={signedIn(c).csrf} hidden={{ holdingId: typed('holdingId') || newId() }}>
        <Account
          id="delegasi-kepada"
          colleagues={colleagues}
          value={typed('holdingId') === '' ? '' : typed('account')}
          refusal={refusal?.code.startsWith('delegation') ? refusal : null}
        />
        <Field
          name="delegation"
          kind="radios"
          label="Sebagai"
          value={typed('delegation') || 'plh'}
          choices={DELEGATIONS.map((one) => ({ value: one, label: delegationWords[one], detail: delegationDetails[one] }))}
          error={errorOf(refusal, 'delegation')}
        />
        <MomentField
          name="from"
          label={`Mulai (${zone.word})`}
          value={typed('from') || toTypedMoment(now, zone)}
          error={errorOf(refusal, 'from')}
          zone={zone}
        />
        <MomentField name="until" label={`Selesai (${zone.word})`} value={typed('until')} error={errorOf(refusal, 'until')} zone={zone} />
        <Field name="letter" id="delegasi-surat" label={seatTexts.letter} optional value={typed('letter')} error={errorOf(refusal, 'letter')} />
        <ProofField c={c} refusal={refusal} id="bukti-delegasi" />
        <Button kind="utama">Delegasikan jabatan</Button>
      </Form>
    </section>
  );
}

interface AccountProps {
  readonly id: string;
  readonly colleagues: SeatView['colleagues'];
  readonly value: string;
  readonly refusal: Refusal | null;
}

function Account({ id, colleagues, value, refusal }: AccountProps) {
  return (
    <Field name="account" id={id} label={seatTexts.account} value={value} list={colleagues.map(({ account }) => account)} error={errorOf(refusal, 'account')} />
  );
}

export function HandoverForm({ c, here, colleagues, typed, newId, refusal }: SeatView) {
  const mine = typed('handoverId') === '' ? null : refusal;
  return (
    <section class="tumpuk" aria-labelledby="serah">
      <h2 id="serah">{seatTexts.handOver}</h2>
      <p>{seatTexts.handOverLead}</p>
      <Form action={`${here}/serah-terima`} csrf={signedIn(c).csrf} hidden={{ handoverId: typed('handoverId') || newId() }}>
        <Account id="serah-kepada" colleagues={colleagues} value={typed('handoverId') === '' ? '' : typed('account')} refusal={mine} />
        <Field
          name="letter"
          id="serah-surat"
          label={seatTexts.letter}
          optional
          value={typed('handoverId') === '' ? '' : typed('letter')}
          error={errorOf(mine, 'letter')}
        />
        <Button>Periksa serah terima</Button>
      </Form>
    </section>
  );
}

interface ConfirmProps {
  readonly c: Ctx;
  readonly seat: SeatCard;
  readonly input: { readonly handoverId: string; readonly account: string; readonly letter: string };
  readonly receiver: PersonCard;
  readonly load: SeatLoad;
  readonly refusal: Refusal | null;
}

/** What will happen, by name and number, before the first confirmation. */
export function ConfirmHandover({ c, seat, input, receiver, load, refusal }: ConfirmProps) {
  const here = c.req.path;
  return (
    <>
      <h1>Serahkan jabatan</h1>
      <p class="utama">{seatWords(seat)}</p>
      <DefinitionList
        rows={[
          { term: 'Dari', value: seat.holderName ?? 'jabatan kosong' },
          { term: 'Kepada', value: `${receiver.name}, ${receiver.nip ?? receiver.email}` },
          { term: seatTexts.letter, value: input.letter === '' ? 'tidak ada' : input.letter },
          { term: seatTexts.goesAlong, value: <Words of={goesAlongWords(load, seat.role)} /> },
          { term: staysWith(seat), value: <Words of={staysBehindWords(load)} /> },
        ]}
      />
      <Confirm
        title={`Serahkan kepada ${receiver.name}?`}
        action={here}
        csrf={signedIn(c).csrf}
        hidden={{ ...input, act: 'give' }}
        confirmLabel="Serahkan jabatan"
        cancel={{ href: here.replace(/\/serah-terima$/, ''), label: 'Batal' }}
      >
        <p>Jabatan berpindah setelah {receiver.name} menerimanya. Sampai saat itu tidak ada yang berubah.</p>
        <ProofField c={c} refusal={refusal} />
      </Confirm>
    </>
  );
}

function staysWith({ holderName }: SeatCard): string {
  return holderName === null ? seatTexts.staysBehind : `Tetap pada ${holderName}`;
}

/** Sentences one below the other; none is said too. */
export function Words({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return <>tidak ada</>;
  return (
    <ul>
      {of.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

export function OpenHandover({ c, here, handover }: SeatView & { readonly handover: HandoverRow }) {
  return (
    <Notice kind="awas" title={`Menunggu ${handover.receiverName} menerima`}>
      <p>{`Diserahkan oleh ${handover.givenByName} ${formatDateTime(handover.givenAt, zoneHere(c))}. Jabatan berpindah begitu diterima.`}</p>
      <Form action={`${here}/serah-terima/batal`} csrf={signedIn(c).csrf} hidden={{ handoverId: handover.handoverId }} inline label="Batalkan serah terima">
        <Button kind="netral" size="kecil">
          Batalkan serah terima
        </Button>
      </Form>
    </Notice>
  );
}

export function SeatRoles({ c, here, grants, typed, refusal }: SeatView) {
  const { csrf } = signedIn(c);
  return (
    <section class="tumpuk" aria-labelledby="peran">
      <h2 id="peran">Peran yang melekat pada jabatan</h2>
      <p>Peran ini ikut berpindah dengan jabatannya, juga kepada yang mewakili.</p>
      {grants.length > 0 && (
        <ul class="tumpuk">
          {grants.map(({ role, from }) => (
            <li key={role}>
              {grantWords[role]}, sejak {formatDayMonthYear(from, zoneHere(c))}
              <Form action={`${here}/peran/akhir`} csrf={csrf} hidden={{ grant: role }} inline label={`Akhiri peran ${grantWords[role]}`}>
                <Button kind="netral" size="kecil">
                  Akhiri peran
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form action={`${here}/peran`} csrf={csrf}>
        <Field
          name="grant"
          kind="select"
          label="Peran"
          value={typed('grant')}
          choices={SEAT_GRANTS.map((role) => ({ value: role, label: grantWords[role] }))}
          placeholder="Pilih"
          error={errorOf(refusal, 'grant')}
        />
        <ProofField c={c} refusal={refusal} id="bukti-peran" />
        <Button>Beri peran pada jabatan</Button>
      </Form>
    </section>
  );
}

export function History({ c, holdings }: SeatView) {
  const zone = zoneHere(c);
  if (holdings.length === 0) return null;
  return (
    <section class="tumpuk" aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat</h2>
      <Timeline
        events={holdings.map((one) => ({
          title: one.delegation === null ? one.personName : `${one.personName} (${delegationWords[one.delegation]})`,
          when: `${formatDayMonthYear(one.from, zone)} sampai ${one.until === null ? 'sekarang' : formatDayMonthYear(one.until, zone)}`,
          detail:
            [one.delegatedByName === null ? '' : `didelegasikan oleh ${one.delegatedByName}`, one.letter === '' ? '' : `surat ${one.letter}`]
              .filter(Boolean)
              .join(', ') || undefined,
          current: one.until === null,
        }))}
      />
    </section>
  );
}
