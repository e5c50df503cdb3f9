// The parts of a person's page: what is held, the ways in, and the forms.

import type { Agency } from '../../domain/people/agency.ts';
import { type Actor, ownSeats } from '../../domain/people/role.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import type { PersonCard } from '../../store/people.read.ts';
import { type FactorState, hasFactor, type SessionLine } from '../../store/people-factor.read.ts';
import { formatMoment, zoneOf } from '../../texts/id/format.ts';
import { factorWords } from '../../texts/id/people.ts';
import { grantWords, seatWords } from '../../texts/id/people-admin.ts';
import { errorOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { ProofField } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Details } from '../ui/panels.tsx';
import { RoleField, SeatFields } from './work-fields.tsx';

export interface PersonView {
  readonly c: Ctx;
  readonly here: string;
  readonly actor: Actor;
  readonly card: PersonCard;
  readonly agencies: readonly Agency[];
  readonly factors: FactorState;
  readonly sessions: readonly SessionLine[];
  /** Since when the account is tied to one of the office's sign-on. */
  readonly ssoSince: Instant | null;
  readonly newId: () => string;
  /** What was typed, when something was wrong with it. */
  readonly typed: (name: string) => string;
  readonly hasTyped: (name: string) => boolean;
  readonly refusal: Refusal | null;
}

export function Held({ c, here, actor }: PersonView) {
  const { csrf } = signedIn(c);
  const roles = [...new Set(actor.grants.map((grant) => grant.role))];
  if (actor.seats.length + roles.length === 0) return <p>Belum ada jabatan atau peran.</p>;
  return (
    <ul class="tumpuk">
      {ownSeats(actor).map((seat) => (
        <li key={seat.seatId}>
          <a href={paths.adminSeat(seat.seatId)}>{seatWords(seat)}</a>
          <Form action={`${here}/jabatan/akhir`} csrf={csrf} hidden={{ seatId: seat.seatId }} inline label={`Akhiri jabatan ${seat.title}, ${seat.agencyName}`}>
            <Button kind="netral" size="kecil">
              Akhiri jabatan
            </Button>
          </Form>
        </li>
      ))}
      {roles.map((role) => (
        <li key={role}>
          {grantWords[role]}
          {actor.grants.every((grant) => grant.role !== role || grant.seatId) && ' (lewat jabatan)'}
        </li>
      ))}
    </ul>
  );
}

/** How the person comes in, and what an admin can do in a minute when they cannot. */
export function WaysIn(view: PersonView) {
  const { c, here, card, factors, sessions, ssoSince, refusal } = view;
  const { csrf } = signedIn(c);
  const last = sessions.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0];
  const open = sessions.filter((session) => session.isOpen).length;
  const isProtected = hasFactor(factors);
  const moment = (at: string) => formatMoment(at, zoneOf(c.var.region.zone));
  return (
    <section class="tumpuk" aria-labelledby="masuk">
      <h2 id="masuk">Cara masuk</h2>
      {card.disabledAt !== null && <Notice kind="awas" level={3} title={`Akun ditutup sejak ${moment(card.disabledAt)}`} />}
      <DefinitionList
        rows={[
          { term: 'Masuk dengan', value: [card.nip, card.email].filter((one) => one !== null).join(' atau ') },
          { term: 'Kata sandi', value: card.hasPassword ? 'sudah dibuat' : 'belum dibuat' },
          { term: 'Pengaman kedua', value: isProtected ? 'terpasang' : 'belum dipasang' },
          {
            term: 'Terakhir masuk',
            value:
              last === undefined
                ? 'belum pernah'
                : `${moment(last.startedAt)}, ${[factorWords[last.factor], last.device].filter((one) => one !== '').join(', ')}`,
          },
          { term: 'Akun kantor', value: ssoSince === null ? 'belum tertaut' : `tertaut sejak ${moment(ssoSince)}` },
          { term: 'Sesi terbuka', value: String(open) },
        ]}
      />
      <Form action={`${here}/tautan`} csrf={csrf} label="Cara masuk">
        <ProofField c={c} refusal={refusal} id="bukti-masuk" />
        <p class="baris">
          {card.disabledAt === null ? <Button kind="utama">Buat tautan kata sandi</Button> : <Button formAction={`${here}/buka`}>Buka kembali akun</Button>}
          {isProtected && (
            <Button kind="bahaya" formAction={`${here}/pengaman`}>
              Lepas pengaman kedua
            </Button>
          )}
          {ssoSince !== null && (
            <Button kind="netral" formAction={`${here}/kantor`}>
              Lepas akun kantor
            </Button>
          )}
          {open > 0 && (
            <Button kind="netral" formAction={`${here}/sesi`}>
              Akhiri semua sesi
            </Button>
          )}
        </p>
      </Form>
      {card.disabledAt === null && (
        <Details summary="Tutup akun ini">
          <p>
            Untuk orang yang pensiun atau pindah. Ia tidak dapat masuk lagi; yang pernah dikerjakannya tetap tercatat. Jabatannya serah terimakan lebih dahulu.
          </p>
          <Form action={`${here}/tutup`} csrf={csrf}>
            <Button kind="bahaya">Tutup akun</Button>
          </Form>
        </Details>
      )}
    </section>
  );
}

export function SeatForm({ c, here, agencies, newId, typed, refusal }: PersonView) {
  return (
    <section class="tumpuk" aria-labelledby="beri-jabatan">
      <h2 id="beri-jabatan">Beri jabatan</h2>
      <Form action={`${here}/jabatan`} csrf={signedIn(c).csrf} hidden={{ seatId: typed('seatId') || newId() }}>
        <SeatFields agencies={agencies} typed={typed} refusal={refusal} />
        <ProofField c={c} refusal={refusal} id="bukti-jabatan" />
        <Button kind="utama">Beri jabatan</Button>
      </Form>
    </section>
  );
}

export function RoleForm({ c, here, typed, refusal }: PersonView) {
  return (
    <section class="tumpuk" aria-labelledby="beri-peran">
      <h2 id="beri-peran">Beri atau akhiri peran</h2>
      <Form action={`${here}/peran`} csrf={signedIn(c).csrf}>
        <RoleField typed={typed} refusal={refusal} />
        <Field name="end" kind="checkbox" label="Akhiri peran ini" value="ya" checked={typed('end') === 'ya'} />
        <ProofField c={c} refusal={refusal} id="bukti-peran" />
        <Button>Simpan peran</Button>
      </Form>
    </section>
  );
}

export function AccountForm({ c, here, card, typed, hasTyped, refusal }: PersonView) {
  const value = (name: 'name' | 'nip' | 'email') => (hasTyped(name) ? typed(name) : (card[name] ?? ''));
  return (
    <section class="tumpuk" aria-labelledby="data">
      <h2 id="data">Data akun</h2>
      <Form action={`${here}/data`} csrf={signedIn(c).csrf}>
        <Field name="name" label="Nama lengkap" value={value('name')} error={errorOf(refusal, 'name')} />
        <Field name="nip" label="NIP" hint="18 angka. Boleh kosong bila ada surel." value={value('nip')} inputMode="numeric" error={errorOf(refusal, 'nip')} />
        <Field name="email" label="Surel" value={value('email')} inputMode="email" error={errorOf(refusal, 'email')} />
        <ProofField c={c} refusal={refusal} id="bukti-data" />
        <Button>Simpan data akun</Button>
      </Form>
    </section>
  );
}
