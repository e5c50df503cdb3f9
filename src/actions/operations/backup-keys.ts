// Whom backups are sealed for: the printed key in the safe, made here and forgotten here once it is on paper, and others' keys.

import { askedPlaces } from '../../domain/operations/key-trial.ts';
import { may } from '../../domain/people/permissions.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { readRecipient, recipientOf, wordsOf } from '../../platform/backup-words.ts';
import { randomSecret, sha256Hex } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db.ts';
import type { Vault } from '../../platform/vault.ts';
import { type BackupKey, findSealedKey, listBackupKeys } from '../../store/backup-key.read.ts';
import { confirmBackupKeyRow, endBackupKeyRow, insertBackupKey } from '../../store/backup-key.write.ts';
import type { Act } from '../perform.ts';

const ownerOf = (keyId: string) => `backup key ${keyId}`;

/** Makes the pair that is to be printed. One waits at a time: a second press finds it. Refuses `permission.denied`. */
export async function makePrintedKey(act: Act, input: { readonly keyId: string; readonly label: string; readonly vault: Vault }): Promise<Outcome<true>> {
  const allowed = act.actor.personId === '' ? ok(true) : may(act.actor, 'backup.keys');
  if (!allowed.ok) return allowed;
  const secret = randomSecret();
  const { keyId, label, vault } = input;
  const key = { keyId, kind: 'printed', recipient: recipientOf(secret), label, madeAt: act.now, confirmedAt: null } as const;
  const made = await insertBackupKey(act.tx, { ...key, sealed: vault.seal(secret, ownerOf(keyId)) });
  if (made > 0) act.record({ kind: 'backup.key-made', subjectId: null, facts: { recipient: key.recipient } });
  return ok(true);
}

export interface PrintedKey {
  readonly key: BackupKey;
  readonly words: readonly string[];
  /** Places of the words that are asked for, from 1. */
  readonly places: readonly number[];
}

/** The printed key that waits to be confirmed, with its words; null when none waits, or its secret was sealed with another key of the data folder. */
export async function waitingKey(db: Queryable, vault: Vault): Promise<PrintedKey | null> {
  const key = (await listBackupKeys(db)).find(({ kind, confirmedAt }) => kind === 'printed' && confirmedAt === null);
  const sealed = key === undefined ? null : await findSealedKey(db, key.keyId);
  const secret = key === undefined || sealed === null ? null : vault.open(sealed, ownerOf(key.keyId));
  return key === undefined || secret === null ? null : { key, words: wordsOf(secret), places: askedPlaces(sha256Hex(key.keyId)) };
}

/** Three words typed back show that the key is on paper: from now on backups are sealed for it, and it is nowhere else. Refuses `backup-key.none`, `backup-key.words-differ` by field. */
export async function confirmPrintedKey(act: Act, input: { readonly typed: readonly string[]; readonly vault: Vault }): Promise<Outcome<true>> {
  const allowed = may(act.actor, 'backup.keys');
  if (!allowed.ok) return allowed;
  const waiting = await waitingKey(act.tx, input.vault);
  if (waiting === null) return refuse('backup-key.none');
  const wrong = waiting.places.flatMap((place, at) =>
    plain(input.typed[at]) === waiting.words[place - 1] ? [] : [[`kata${at}`, fault('backup-key.word-differs', { place })]],
  );
  if (wrong.length > 0) return refuse('backup-key.words-differ', {}, Object.fromEntries(wrong));
  await confirmBackupKeyRow(act.tx, waiting.key.keyId, act.now);
  act.record({ kind: 'backup.key-confirmed', subjectId: null, facts: { recipient: waiting.key.recipient } });
  return ok(true);
}

function plain(word = ''): string {
  return word.trim().toLowerCase();
}

const LONGEST_LABEL = 200;

/** Another office's key: it opens every backup from now on. Refuses `backup-key.invalid` by field, `backup-key.taken`. */
export async function addSecondKey(act: Act, input: { readonly keyId: string; readonly recipient: string; readonly label: string }): Promise<Outcome<true>> {
  const allowed = may(act.actor, 'backup.keys');
  if (!allowed.ok) return allowed;
  const label = input.label.trim();
  const recipient = input.recipient.trim().toLowerCase();
  const fields = {
    ...(label === '' || label.length > LONGEST_LABEL ? { label: fault('backup-key.label-missing') } : {}),
    ...(readRecipient(recipient) === null ? { penerima: fault('backup-key.recipient-invalid') } : {}),
  };
  if (Object.keys(fields).length > 0) return refuse('backup-key.invalid', {}, fields);
  const key = { keyId: input.keyId, kind: 'second', recipient, label, madeAt: act.now, confirmedAt: act.now, sealed: null } as const;
  if ((await insertBackupKey(act.tx, key)) === 0) return refuse('backup-key.taken');
  act.record({ kind: 'backup.recipient-added', subjectId: null, facts: { recipient, label } });
  return ok(true);
}

/** Later backups are no longer sealed for it; earlier ones stay as they are. Refuses `backup-key.none`. */
export async function endBackupKey(act: Act, input: { readonly keyId: string }): Promise<Outcome<true>> {
  const allowed = may(act.actor, 'backup.keys');
  if (!allowed.ok) return allowed;
  const key = (await listBackupKeys(act.tx)).find(({ keyId }) => keyId === input.keyId);
  if (key === undefined) return refuse('backup-key.none');
  await endBackupKeyRow(act.tx, key.keyId, act.now);
  act.record({ kind: 'backup.key-ended', subjectId: null, facts: { recipient: key.recipient } });
  return ok(true);
}
