// What a person may come to do, as fields of a form: a seat in an agency, a role.

import type { Agency } from '../../domain/people/agency.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { grantWords, seatRoleDetails } from '../../texts/id/people-admin.ts';
import { errorOf } from '../answer.tsx';
import { paths } from '../paths.ts';
import { Field } from '../ui/field.tsx';
import { GRANTED } from './work-asked.ts';

interface WorkProps {
  readonly typed: (name: string) => string;
  readonly refusal: Refusal | null;
}

export function SeatFields({ agencies, typed, refusal, optional }: WorkProps & { readonly agencies: readonly Agency[]; readonly optional?: boolean }) {
  return (
    <>
      <Field
        name="agencyId"
        kind="select"
        label="Perangkat daerah"
        optional={optional}
        hint={<a href={paths.agencies}>Tambah bila belum ada di daftar</a>}
        value={typed('agencyId')}
        choices={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        placeholder={optional ? 'Tanpa jabatan' : 'Pilih'}
        error={errorOf(refusal, 'agencyId')}
      />
      <Field
        name="role"
        kind="radios"
        label="Sebagai"
        value={typed('role') || 'innovator'}
        choices={[
          { value: 'innovator', label: 'Inovator', detail: seatRoleDetails.innovator },
          { value: 'head', label: 'Kepala', detail: seatRoleDetails.head },
        ]}
      />
      <Field name="title" label="Nama jabatan" optional hint="Bila kosong: Inovator atau Kepala." value={typed('title')} error={errorOf(refusal, 'title')} />
    </>
  );
}

export function RoleField({ typed, refusal, optional }: WorkProps & { readonly optional?: boolean }) {
  return (
    <Field
      name="grant"
      kind="select"
      label="Peran"
      optional={optional}
      value={typed('grant')}
      choices={GRANTED.map((role) => ({ value: role, label: grantWords[role] }))}
      placeholder={optional ? 'Tanpa peran lain' : 'Pilih'}
      error={errorOf(refusal, 'grant')}
    />
  );
}
