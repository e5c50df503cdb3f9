// Who must have a second factor, per edition, and who does not have one yet.

import { beginFactorRule, endFactorRule } from '../../actions/access/second-factor-rule.ts';
import { requireSecondFactor } from '../../actions/people/require-second-factor.ts';
import { perform } from '../../actions/perform.ts';
import type { GrantedRole } from '../../domain/people/role.ts';
import { FACTOR_ROLES } from '../../domain/people/second-factor.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findAccessSetting } from '../../store/access-setting.read.ts';
import { type EditionSecurity, findEditionSecurity, listUnprotected, type Unprotected } from '../../store/people-factor.read.ts';
import { grantWords, securityTexts, ssoTexts } from '../../texts/id/people-admin.ts';
import { notFound, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import { FactorRule } from './factor-rule.tsx';

export function showSecurity(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

export async function requireHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const editions = await findEditionSecurity(c.var.platform.db, c.var.region.regionId);
  const edition = editions.find((one) => one.editionId === form.text('edition'));
  if (edition === undefined) return notFound(c);
  const roles = FACTOR_ROLES.filter((role) => form.lists.roles?.includes(role));
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => requireSecondFactor(act, { editionId: edition.editionId, roles })) : by;
  return outcome.ok ? seeOther(c, `${paths.security}?simpan=ya`) : draw(c, { editionId: edition.editionId, roles }, outcome.refusal);
}

export async function endRuleHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => endFactorRule(act, { reason: form.text('alasan') })) : by;
  return outcome.ok ? seeOther(c, paths.security) : draw(c, null, outcome.refusal);
}

export async function beginRuleHere(c: Ctx): Promise<Response> {
  const by = await provenWho(c, await readForm(c));
  const outcome = by.ok ? await perform(c.var.platform, by.value, beginFactorRule) : by;
  return outcome.ok ? seeOther(c, paths.security) : draw(c, null, outcome.refusal);
}

interface Typed {
  readonly editionId: string;
  readonly roles: readonly GrantedRole[];
}

async function draw(c: Ctx, typed: Typed | null, refusal: Refusal | null): Promise<Response> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const [editions, unprotected, setting] = await Promise.all([
    findEditionSecurity(db, regionId),
    listUnprotected(db, regionId, now()),
    findAccessSetting(db, regionId),
  ]);
  return page(
    c,
    { title: securityTexts.title, current: paths.security, error: refusal !== null },
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      {c.req.query('simpan') === 'ya' && (
        <Notice kind="sukses" live>
          {securityTexts.saved}
        </Notice>
      )}
      <h1>{securityTexts.title}</h1>
      <p class="utama baca">{securityTexts.lead}</p>
      <FactorRule c={c} setting={setting} refusal={refusal} />
      {editions.map((edition) => (
        <Edition
          key={edition.editionId}
          c={c}
          edition={edition}
          roles={typed?.editionId === edition.editionId ? typed.roles : edition.roles}
          refusal={refusal}
        />
      ))}
      <Without people={unprotected} />
      <p>
        <a href={paths.sso}>{ssoTexts.title}</a>
      </p>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface EditionProps {
  readonly c: Ctx;
  readonly edition: EditionSecurity;
  readonly roles: readonly GrantedRole[];
  readonly refusal: Refusal | null;
}

function Edition({ c, edition, roles, refusal }: EditionProps) {
  return (
    <section class="baca tumpuk" aria-label={edition.name}>
      <h2>{edition.name}</h2>
      <Form action={paths.security} csrf={signedIn(c).csrf} hidden={{ edition: edition.editionId }}>
        <Field
          name="roles"
          id={`peran-${edition.year}`}
          kind="checks"
          label={securityTexts.roles}
          values={roles}
          choices={FACTOR_ROLES.map((role) => ({ value: role, label: grantWords[role] }))}
        />
        <ProofField c={c} refusal={refusal} id={`bukti-${edition.year}`} />
        <Button kind="utama">Simpan pengaman edisi</Button>
      </Form>
    </section>
  );
}

function Without({ people }: { readonly people: readonly Unprotected[] }) {
  if (people.length === 0) return <p>{securityTexts.allHave}</p>;
  return (
    <section class="tumpuk">
      <h2>{securityTexts.without}</h2>
      <Table
        label={securityTexts.without}
        columns={[
          { key: 'name', label: 'Nama', heading: true },
          { key: 'roles', label: 'Peran' },
        ]}
        rows={people.map(({ personId, name, roles }) => ({
          id: personId,
          cells: { name: <a href={paths.person(personId)}>{name}</a>, roles: roles.map((role) => grantWords[role].toLowerCase()).join(', ') },
        }))}
      />
    </section>
  );
}
