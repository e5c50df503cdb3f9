// Why passkeys fail at this address, and where they work: browsers take them at a name only, over HTTPS or on `localhost`.

import { passkeyPlaceTexts } from '../texts/id/signing.ts';
import type { Ctx } from './request.ts';
import { isSecure } from './session.ts';
import { Notice } from './ui/notice.tsx';

/** Nothing where passkeys work. */
export function PasskeyPlace({ c }: { readonly c: Ctx }) {
  const { hostname, port, pathname, search } = new URL(c.req.url);
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  const works = !isNumber && (isSecure(c) || hostname === 'localhost' || hostname.endsWith('.localhost'));
  if (works) return null;
  const here = `http://localhost${port === '' ? '' : `:${port}`}${c.req.method === 'GET' ? `${pathname}${search}` : '/'}`;
  return (
    <Notice kind="awas" title={passkeyPlaceTexts.title}>
      <p>
        {isNumber ? passkeyPlaceTexts.address : passkeyPlaceTexts.plain} {passkeyPlaceTexts.here} <a href={here}>{here}</a>. {passkeyPlaceTexts.elsewhere}
      </p>
    </Notice>
  );
}
