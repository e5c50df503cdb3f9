// Single sign-on as a setting, tried by asking the provider whether it is there.

import { changeSso, providerOf } from '../../actions/people/sso.ts';
import { perform } from '../../actions/perform.ts';
import { type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findProvider, SsoFault } from '../../platform/sso.ts';
import { findSsoSetting, type SsoSetting } from '../../store/people-sso.read.ts';
import { ssoTexts } from '../../texts/id/people-admin.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { ownAddress } from '../own-address.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';

export function showSso(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

export async function changeSsoHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const by = await provenWho(c, form);
  const wish = {
    isOn: form.has('isOn'),
    label: form.text('label'),
    issuer: form.text('issuer'),
    clientId: form.text('clientId'),
    clientSecret: form.text('clientSecret'),
    nipClaim: form.text('nipClaim'),
  };
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => changeSso(act, c.var.platform.vault, wish)) : by;
  return outcome.ok ? seeOther(c, `${paths.sso}?tahap=tersimpan`) : draw(c, form, outcome.refusal);
}

export async function trySsoHere(c: Ctx): Promise<Response> {
  await readForm(c);
  const { db, vault } = c.var.platform;
  const setting = await findSsoSetting(db, c.var.region.regionId);
  const provider = setting === null ? null : providerOf(vault, c.var.region.regionId, setting);
  if (provider === null) return draw(c, null, refuse('sso.off').refusal);
  try {
    await findProvider(provider);
    return seeOther(c, `${paths.sso}?tahap=diterima`);
  } catch (error) {
    if (!(error instanceof SsoFault)) throw error;
    return draw(c, null, refuse('sso.unreachable').refusal);
  }
}

async function draw(c: Ctx, typed: Posted | null, refusal: Refusal | null): Promise<Response> {
  const setting = await findSsoSetting(c.var.platform.db, c.var.region.regionId);
  const step = c.req.query('tahap');
  return page(
    c,
    { title: ssoTexts.title, current: paths.security, back: { href: paths.security, label: 'Pengaman masuk' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      {step !== undefined && refusal === null && (
        <Notice kind="sukses" live>
          {step === 'diterima' ? ssoTexts.tried : ssoTexts.saved}
        </Notice>
      )}
      <h1>{ssoTexts.title}</h1>
      <p class="utama">{ssoTexts.lead}</p>
      <p>
        {ssoTexts.redirect} <code>{ownAddress(c, paths.ssoReturn)}</code>
      </p>
      <SettingForm c={c} setting={setting} typed={typed?.has('issuer') ? typed : null} refusal={refusal} />
      {setting !== null && (
        <Form action={`${paths.sso}/uji`} csrf={signedIn(c).csrf}>
          <Button>Uji penyedia</Button>
        </Form>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface SettingProps {
  readonly c: Ctx;
  readonly setting: SsoSetting | null;
  readonly typed: Posted | null;
  readonly refusal: Refusal | null;
}

function SettingForm({ c, setting, typed, refusal }: SettingProps) {
  const value = (name: 'label' | 'issuer' | 'clientId' | 'nipClaim') => typed?.text(name) ?? setting?.[name] ?? '';
  return (
    <Form action={paths.sso} csrf={signedIn(c).csrf}>
      <Field name="label" label="Nama di halaman masuk" hint="Misalnya akun kantor." value={value('label')} error={errorOf(refusal, 'label')} />
      <Field
        name="issuer"
        label="Alamat penyedia (issuer)"
        hint="Misalnya https://sso.kantor.go.id/realms/pegawai"
        value={value('issuer')}
        error={errorOf(refusal, 'issuer')}
      />
      <Field name="clientId" label="Client ID" value={value('clientId')} error={errorOf(refusal, 'clientId')} />
      <Field
        name="clientSecret"
        kind="password"
        label="Client secret"
        hint={setting === null ? undefined : 'Kosongkan bila tidak berubah.'}
        autocomplete="off"
        error={errorOf(refusal, 'clientSecret')}
      />
      <Field name="nipClaim" label="Klaim yang berisi NIP" optional hint={ssoTexts.nipHint} value={value('nipClaim')} error={errorOf(refusal, 'nipClaim')} />
      <Field
        name="isOn"
        kind="checkbox"
        label="Tampilkan di halaman masuk"
        value="ya"
        checked={typed === null ? (setting?.isOn ?? false) : typed.has('isOn')}
      />
      <ProofField c={c} refusal={refusal} />
      <Button kind="utama">Simpan setelan</Button>
    </Form>
  );
}
