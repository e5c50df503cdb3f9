// Why passkeys fail at this address, and where they work: browsers take them at a name only, over HTTPS or on `localhost`.

import { passkeyPlaceTexts } from '../texts/id/signing.ts';
import type { Ctx } from './request.ts';
import { isSecure } from './session.ts';
import { Notice } from './ui/notice.tsx';

/** Whether a browser takes passkeys at the address the visitor is at. */
export function takesPasskeys(c: Ctx): boolean {
  const { hostname } = new URL(c.req.url);
  return !isNumber(hostname) && (isSecure(c) || hostname === 'localhost' || hostname.endsWith('.localhost'));
}

const isNumber = (hostname: string) => /^[\d.]+$/.test(hostname) || hostname.startsWith('[');

/** Nothing where passkeys work. */
export function PasskeyPlace({ c }: { readonly c: Ctx }) {
  if (takesPasskeys(c)) return null;
  const { hostname, port, pathname, search } = new URL(c.req.url);
  const here = `http://localhost${port === '' ? '' : `:${port}`}`;
  return (
    <Notice kind="awas" title={passkeyPlaceTexts.title}>
      <p>
        {isNumber(hostname) ? passkeyPlaceTexts.address : passkeyPlaceTexts.plain} {passkeyPlaceTexts.here}{' '}
        <a href={`${here}${c.req.method === 'GET' ? `${pathname}${search}` : '/'}`}>{here}</a>. {passkeyPlaceTexts.elsewhere}
      </p>
    </Notice>
  );
}
