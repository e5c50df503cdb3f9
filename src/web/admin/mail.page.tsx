// The mail server as a setting, and a letter of trial.

import { changeMail } from '../../actions/people/change-mail.ts';
import { tryMail } from '../../actions/people/mail-server.ts';
import { perform } from '../../actions/perform.ts';
import { isEmail } from '../../domain/people/identity.ts';
import { fault, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findMailSetting, type MailSetting } from '../../store/mail.read.ts';
import { formatDateTime, zoneOf } from '../../texts/id/format.ts';
import { mailFaultWords, mailTexts } from '../../texts/id/message-pages.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { type Form as Posted, readForm } from '../form.ts';
import { ownAddress } from '../own-address.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';

export async function showMail(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

export async function changeMailHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const by = await provenWho(c, form);
  if (!by.ok) return draw(c, form, by.refusal);
  const outcome = await perform(c.var.platform, by.value, (act) =>
    changeMail(act, c.var.platform.vault, {
      host: form.text('host'),
      port: form.text('port'),
      security: form.text('security'),
      account: form.text('account'),
      password: form.text('password'),
      fromAddress: form.text('fromAddress'),
      fromName: form.text('fromName'),
      site: form.text('site').replace(/\/+$/, ''),
      isOn: form.has('isOn'),
    }),
  );
  return outcome.ok ? seeOther(c, `${paths.mail}?tahap=tersimpan`) : draw(c, form, outcome.refusal);
}

export async function tryMailHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const to = form.text('to');
  const setting = await findMailSetting(c.var.platform.db, c.var.region.regionId);
  if (setting === null) return draw(c, null, refuse('mail.not-set').refusal);
  if (!isEmail(to)) return draw(c, form, refuse('mail.invalid', {}, { to: fault('person.email-form') }).refusal);
  const letter = { to, subject: mailTexts.trySubject, text: mailTexts.tryBody };
  const failed = await tryMail(c.var.platform, c.var.region.regionId, setting, letter);
  return seeOther(c, `${paths.mail}?tahap=${failed === null ? 'diterima' : 'gagal'}`);
}

async function draw(c: Ctx, typed: Posted | null, refusal: Refusal | null): Promise<Response> {
  const setting = await findMailSetting(c.var.platform.db, c.var.region.regionId);
  const { csrf } = signedIn(c);
  return page(
    c,
    { title: mailTexts.title, current: paths.messages, back: { href: paths.messages, label: 'Pesan' }, error: refusal !== null },
    <div class="baca tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>{mailTexts.title}</h1>
      <p class="utama">{mailTexts.lead}</p>
      <Heard step={c.req.query('tahap')} setting={setting} />
      <Form action={paths.mail} csrf={csrf}>
        <MailFields c={c} setting={setting} typed={typed?.has('host') ? typed : null} refusal={refusal} />
        <ProofField c={c} refusal={refusal} />
        <Button kind="utama">Simpan setelan</Button>
      </Form>
      {setting !== null && (
        <section class="tumpuk" aria-labelledby="uji">
          <h2 id="uji">Uji</h2>
          <DefinitionList rows={[{ term: 'Terakhir berhubungan', value: heardAt(c, setting) }]} />
          <Form action={`${paths.mail}/uji`} csrf={csrf}>
            <Field name="to" kind="email" label="Kirim surel uji ke" value={typed?.text('to') ?? ''} autocomplete="email" error={errorOf(refusal, 'to')} />
            <Button>Kirim surel uji</Button>
          </Form>
        </section>
      )}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function heardAt(c: Ctx, { heardAt: at, fault: what }: MailSetting): string {
  if (at === null) return 'belum pernah';
  return `${formatDateTime(at, zoneOf(c.var.region.zone))}${what === null ? ', berhasil' : `, ${mailFaultWords(what)}`}`;
}

function Heard({ step, setting }: { readonly step: string | undefined; readonly setting: MailSetting | null }) {
  if (step === 'tersimpan')
    return (
      <Notice kind="sukses" live>
        {mailTexts.saved}
      </Notice>
    );
  if (step === 'diterima')
    return (
      <Notice kind="sukses" live>
        {mailTexts.tried}
      </Notice>
    );
  if (setting === null || setting.fault === null) return null;
  return (
    <Notice kind="galat" live={step === 'gagal'}>
      {mailTexts.notTried(mailFaultWords(setting.fault))}
    </Notice>
  );
}

interface MailFieldsProps {
  readonly c: Ctx;
  readonly setting: MailSetting | null;
  readonly typed: Posted | null;
  readonly refusal: Refusal | null;
}

function MailFields({ c, setting, typed, refusal }: MailFieldsProps) {
  const value = (name: string, kept: string) => typed?.text(name) ?? kept;
  return (
    <>
      <Field name="host" label="Nama server" hint="Misalnya smtp.kantor.go.id" value={value('host', setting?.host ?? '')} error={errorOf(refusal, 'host')} />
      <Field name="port" label="Porta" inputMode="numeric" short value={value('port', String(setting?.port ?? 465))} error={errorOf(refusal, 'port')} />
      <Field
        name="security"
        kind="radios"
        label="Pengamanan"
        value={value('security', setting?.security ?? 'tls')}
        choices={[
          { value: 'tls', label: 'TLS sejak awal', detail: 'biasanya porta 465' },
          { value: 'starttls', label: 'STARTTLS', detail: 'biasanya porta 587' },
          { value: 'none', label: 'Tanpa pengamanan', detail: 'hanya untuk server pada mesin yang sama' },
        ]}
        error={errorOf(refusal, 'security')}
      />
      <Field
        name="account"
        label="Nama pengguna"
        optional
        value={value('account', setting?.account ?? '')}
        autocomplete="off"
        error={errorOf(refusal, 'account')}
      />
      <Field
        name="password"
        kind="password"
        label="Kata sandi server"
        hint={setting?.passwordSealed ? 'Sudah tersimpan. Kosongkan bila tidak berubah.' : undefined}
        optional
        autocomplete="new-password"
        error={errorOf(refusal, 'password')}
      />
      <Field
        name="fromAddress"
        kind="email"
        label="Surel pengirim"
        value={value('fromAddress', setting?.fromAddress ?? '')}
        error={errorOf(refusal, 'fromAddress')}
      />
      <Field
        name="fromName"
        label="Nama pengirim"
        value={value('fromName', setting?.fromName ?? `BAILANG ${c.var.region.name}`)}
        error={errorOf(refusal, 'fromName')}
      />
      <Field
        name="site"
        kind="url"
        label="Alamat situs ini"
        hint="Awal tiap tautan di dalam surel."
        value={value('site', setting?.site ?? ownAddress(c, ''))}
        error={errorOf(refusal, 'site')}
      />
      <Field
        name="isOn"
        kind="checkbox"
        label="Kirim pemberitahuan lewat surel"
        value="ya"
        checked={typed === null ? (setting?.isOn ?? true) : typed.has('isOn')}
      />
    </>
  );
}
