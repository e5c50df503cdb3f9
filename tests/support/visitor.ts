// A visitor whose session and roles are put there directly: for pages that are looked at by many people of one test.

import type { Actor } from '../../src/domain/people/role.ts';
import { randomToken, sha256Bytes } from '../../src/platform/crypto.ts';
import type { createApp } from '../../src/web/app.ts';
import { keepCookie } from './app.ts';
import type { TestDatabase } from './database.ts';

interface Grant {
  readonly actor: Actor;
  readonly role: string;
  readonly editionId: string | null;
  readonly from: string;
}

export function putGrant(test: TestDatabase, regionId: string, { actor, role, editionId, from }: Grant): Promise<unknown> {
  return test.owner.run('INSERT INTO role_grant (region_id, grant_id, person_id, role, edition_id, granted_from) VALUES ($1, $2, $3, $4, $5, $6)', [
    regionId,
    test.platform.newId(),
    actor.personId,
    role,
    editionId,
    from,
  ]);
}

/** Signed in when somebody is named; cookies are kept from page to page. */
export async function visit(test: TestDatabase, app: ReturnType<typeof createApp>, regionId: string, actor: Actor | undefined) {
  const token = randomToken();
  if (actor !== undefined) {
    await test.owner.run(
      'INSERT INTO session (region_id, session_id, token_sha256, person_id, started_at, seen_at, proved_at) VALUES ($1, $2, $3, $4, $5, $5, $5)',
      [regionId, test.platform.newId(), sha256Bytes(token), actor.personId, test.platform.now()],
    );
  }
  const cookies = new Map(actor === undefined ? [] : [['bailang_sesi', token]]);
  const headers = () => ({ host: 'localhost', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const read = async (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
  };
  const get = async (path: string) => read(await app.request(`http://localhost${path}`, { headers: headers() }));
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ csrf: sha256Bytes(`csrf ${token}`).toString('base64url'), ...fields });
    const sent = { ...headers(), origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' };
    return read(await app.request(`http://localhost${path}`, { method: 'POST', headers: sent, body }));
  };
  return { get, post };
}
