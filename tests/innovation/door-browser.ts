// The pages of the door, asked in process as any of its people.

import { createHash } from 'node:crypto';
import { startEntry } from '../../src/actions/innovation/start.ts';
import { perform } from '../../src/actions/perform.ts';
import { PARTS as PART_NUMBERS } from '../../src/domain/innovation/profile.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { createApp } from '../../src/web/app.ts';
import { type Door, DURING, MANDATORY, PARTS, PDF } from '../factories/innovation.ts';
import type { TestDatabase } from '../support/database.ts';

export type DoorBrowser = ReturnType<typeof doorBrowser>;

export function doorBrowser(db: TestDatabase, door: Door) {
  const app = createApp(db.platform);
  const tokens = new Map<string, string>();
  async function tokenOf({ personId }: Actor): Promise<string> {
    const known = tokens.get(personId);
    if (known !== undefined) return known;
    const token = createHash('sha256').update(personId).digest('base64url');
    const digest = createHash('sha256').update(token).digest();
    await db.owner.run('INSERT INTO session (region_id, session_id, token_sha256, person_id, started_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)', [
      door.regionId,
      db.platform.newId(),
      digest,
      personId,
      DURING,
    ]);
    tokens.set(personId, token);
    return token;
  }
  const csrfOf = async (actor: Actor) =>
    createHash('sha256')
      .update(`csrf ${await tokenOf(actor)}`)
      .digest('base64url');
  const cookieOf = async (actor: Actor) => `bailang_sesi=${await tokenOf(actor)}`;
  const ask = async (actor: Actor, path: string, init: RequestInit = {}) =>
    app.request(`http://localhost${path}`, {
      ...init,
      headers: { ...(init.headers as object), host: 'localhost', cookie: await cookieOf(actor) },
    });
  const post = async (actor: Actor, path: string, fields: Record<string, string>) =>
    ask(actor, path, { method: 'POST', body: new URLSearchParams({ csrf: await csrfOf(actor), ...fields }) });
  async function upload(actor: Actor, path: string, bytes: Uint8Array, name: string, csrf?: string) {
    const body = new FormData();
    body.append('csrf', csrf ?? (await csrfOf(actor)));
    body.append('evidenceId', db.platform.newId());
    body.append('kind', 'file');
    body.append('file', new Blob([new Uint8Array(bytes)]), name);
    return ask(actor, path, { method: 'POST', body });
  }

  const draftOf = async (name: string) => {
    const input = { entryId: db.platform.newId(), innovationId: db.platform.newId(), agencyId: door.own.agencyId, categoryId: door.categoryId, name };
    await perform(db.platform, { regionId: door.regionId, actor: door.own.innovator }, (act) => startEntry(act, input));
    return input.entryId;
  };
  /** A draft that lacks nothing: every part, and the mandatory indicators at level 2 with a file each. */
  const readyDraft = async (name: string) => {
    const { innovator } = door.own;
    const home = `/usulan/${await draftOf(name)}`;
    for (const part of PART_NUMBERS) {
      const fields = { ...PARTS[part], ...(part === 1 ? { name } : {}), revision: part === 1 ? '1' : '0' };
      await post(innovator, `${home}/profil/${part}`, fields);
    }
    for (const code of MANDATORY) {
      await post(innovator, `${home}/indikator/${code}`, { level: '2', basis: 'a', revision: '0' });
      await upload(innovator, `${home}/indikator/${code}/bukti`, PDF(name + code), `Bukti ${code}.pdf`);
    }
    return home;
  };
  const read = async (actor: Actor, path: string) => (await ask(actor, path)).text();
  return { cookieOf, csrfOf, ask, post, upload, draftOf, readyDraft, read };
}
