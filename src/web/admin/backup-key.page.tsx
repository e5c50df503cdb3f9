// Keys that open backups: the printed one, shown until three of its words were typed back, and those of other offices.

import { addSecondKey, confirmPrintedKey, endBackupKey, makePrintedKey, type PrintedKey, waitingKey } from '../../actions/operations/backup-keys.ts';
import { perform, type Who } from '../../actions/perform.ts';
import { isFresh } from '../../domain/people/second-factor.ts';
import { isId } from '../../domain/shared/ids.ts';
import type { Outcome, Refusal } from '../../domain/shared/outcome.ts';
import { readSecret, recipientOf, secretText } from '../../platform/backup-words.ts';
import { drawQr } from '../../platform/qr.ts';
import { type BackupKey, listBackupKeys } from '../../store/backup-key.read.ts';
import { backupKeyTexts as texts } from '../../texts/id/backup-key.ts';
import { formatDayMonthYear, type Zone, zoneOf } from '../../texts/id/format.ts';
import { errorOf, page, problemsOf, seeOther, statusOf } from '../answer.tsx';
import { readForm, type Form as Sent } from '../form.ts';
import { paths } from '../paths.ts';
import { ProofField, provenWho } from '../proof.tsx';
import { type Ctx, signedIn } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { Table } from '../ui/table.tsx';

export function showBackupKeys(c: Ctx): Promise<Response> {
  return draw(c, null, null);
}

/** The answer is the paper: words are shown only behind a fresh proof. */
export async function showKeySheet(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const { newId, vault, db } = c.var.platform;
  const by = await provenWho(c, form);
  if (!by.ok) return draw(c, by.refusal, null);
  const label = `${texts.printed} ${formatDayMonthYear(c.var.platform.now(), zoneOf(c.var.region.zone))}`;
  if ((await waitingKey(db, vault)) === null) {
    const made = await perform(c.var.platform, by.value, (act) => makePrintedKey(act, { keyId: newId(), label, vault }));
    if (!made.ok) return draw(c, made.refusal, null);
  }
  return draw(c, null, by.value);
}

export async function confirmSheetHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const typed = [0, 1, 2].map((at) => form.text(`kata${at}`));
  const { vault } = c.var.platform;
  const by = await provenWho(c, form);
  const outcome = by.ok ? await perform(c.var.platform, by.value, (act) => confirmPrintedKey(act, { typed, vault })) : by;
  return outcome.ok ? seeOther(c, paths.backupKeys, 'backupKey') : draw(c, outcome.refusal, by.ok ? by.value : null, form);
}

export async function addKeyHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const wish = { keyId: c.var.platform.newId(), recipient: form.text('penerima'), label: form.text('label') };
  return settle(c, form, (by) => perform(c.var.platform, by, (act) => addSecondKey(act, wish)));
}

export async function endKeyHere(c: Ctx): Promise<Response> {
  const form = await readForm(c);
  const id = form.text('id');
  return settle(c, form, (by) => perform(c.var.platform, by, (act) => endBackupKey(act, { keyId: isId(id) ? id : c.var.platform.newId() })));
}

async function settle(c: Ctx, form: Sent, act: (by: Who) => Promise<Outcome<true>>): Promise<Response> {
  const by = await provenWho(c, form);
  const outcome = by.ok ? await act(by.value) : by;
  return outcome.ok ? seeOther(c, paths.backupKeys) : draw(c, outcome.refusal, null, form);
}

/** `by`: who proved to be there just now, and so may see the words. */
async function draw(c: Ctx, refusal: Refusal | null, by: Who | null, typed?: Sent): Promise<Response> {
  const { db, vault } = c.var.platform;
  const keys = await listBackupKeys(db);
  const waiting = await waitingKey(db, vault);
  const isProven = by !== null && isFresh(by.provedAt, c.var.platform.now());
  return page(
    c,
    {
      title: texts.title,
      current: paths.backups,
      back: { href: paths.backups, label: 'Cadangan' },
      error: refusal !== null,
      islands: isProven ? ['print-page'] : [],
    },
    <div class="baca tumpuk ruang-5">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <div class="jangan-cetak tumpuk">
        <h1>{texts.title}</h1>
        <p class="utama">{texts.lead}</p>
      </div>
      {waiting !== null && isProven ? <Sheet c={c} waiting={waiting} refusal={refusal} /> : <Ask c={c} refusal={refusal} isWaiting={waiting !== null} />}
      <div class="jangan-cetak tumpuk ruang-5">
        <Keys c={c} keys={keys} zone={zoneOf(c.var.region.zone)} />
        <Second c={c} refusal={refusal} typed={typed} />
      </div>
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

function Ask({ c, refusal, isWaiting }: { readonly c: Ctx; readonly refusal: Refusal | null; readonly isWaiting: boolean }) {
  return (
    <Form action={`${paths.backupKeys}/lembar`} csrf={signedIn(c).csrf}>
      <ProofField c={c} refusal={refusal} id="bukti-lembar" />
      <Button kind="utama">{isWaiting ? texts.show : texts.make}</Button>
    </Form>
  );
}

function Sheet({ c, waiting, refusal }: { readonly c: Ctx; readonly waiting: PrintedKey; readonly refusal: Refusal | null }) {
  const { key, words, places } = waiting;
  const secret = readSecret(words.join(' '));
  return (
    <section class="tumpuk" aria-labelledby="lembar">
      <h2 id="lembar">{texts.sheet}</h2>
      <p class="tebal">
        {c.var.region.name} · {key.label}
      </p>
      <Notice kind="awas">{texts.once}</Notice>
      <ol class="kata">
        {words.map((word, at) => (
          <li key={word}>
            {at + 1}. <code>{word}</code>
          </li>
        ))}
      </ol>
      {secret !== null && (
        <div class="slip-qr">
          <QrCode drawing={drawQr(secretText(secret))} label={texts.sheet} />
        </div>
      )}
      <p class="kecil">{texts.use}</p>
      <p class="kecil">
        <code>{secret !== null && recipientOf(secret)}</code>
      </p>
      <div class="jangan-cetak tumpuk">
        <PrintButton />
        <h3>{texts.typeBack}</h3>
        <Form action={paths.backupKeys} csrf={signedIn(c).csrf}>
          {places.map((place, at) => (
            <Field key={place} name={`kata${at}`} label={texts.word(place)} short value="" error={errorOf(refusal, `kata${at}`)} />
          ))}
          <Button kind="utama">{texts.confirm}</Button>
        </Form>
      </div>
    </section>
  );
}

function Keys({ c, keys, zone }: { readonly c: Ctx; readonly keys: readonly BackupKey[]; readonly zone: Zone }) {
  return (
    <Table
      label={texts.title}
      columns={[
        { key: 'name', label: texts.holder, heading: true },
        { key: 'since', label: 'Sejak' },
        { key: 'recipient', label: texts.recipient },
        { key: 'end', label: '' },
      ]}
      rows={[
        { cells: { name: texts.own, since: '', recipient: <small>{texts.ownNote}</small>, end: '' } },
        ...keys.map((key) => ({
          cells: {
            name: key.label,
            since: key.confirmedAt === null ? texts.waiting : formatDayMonthYear(key.confirmedAt, zone),
            recipient: <code class="kecil">{shortOf(key.recipient)}</code>,
            end: (
              <Form action={`${paths.backupKeys}/hentikan`} csrf={signedIn(c).csrf} hidden={{ id: key.keyId }}>
                <ProofField c={c} refusal={null} id={`bukti-${key.keyId}`} />
                <Button kind="netral">{texts.end}</Button>
              </Form>
            ),
          },
        })),
      ]}
    />
  );
}

/** Enough of it to tell one from another. */
function shortOf(recipient: string): string {
  return `${recipient.slice(0, 12)}…${recipient.slice(-6)}`;
}

function Second({ c, refusal, typed }: { readonly c: Ctx; readonly refusal: Refusal | null; readonly typed: Sent | undefined }) {
  return (
    <section class="tumpuk" aria-labelledby="kedua">
      <h2 id="kedua">{texts.secondTitle}</h2>
      <p>{texts.secondLead}</p>
      <Form action={`${paths.backupKeys}/penerima`} csrf={signedIn(c).csrf}>
        <Field name="label" label={texts.holder} value={typed?.text('label') ?? ''} error={errorOf(refusal, 'label')} />
        <Field name="penerima" label={texts.recipient} value={typed?.text('penerima') ?? ''} error={errorOf(refusal, 'penerima')} />
        <ProofField c={c} refusal={refusal} id="bukti-kedua" />
        <Button>{texts.add}</Button>
      </Form>
    </section>
  );
}
