// The addresses of one's own account: coming in, proving to be there, one's seats, one's messages.

import type { Hono } from 'hono';
import { changeRole, endOneSession, endOthersHere, showAccount, signOutHere } from './account/account.page.tsx';
import { changeEmailHere, showEmail } from './account/email.page.tsx';
import { askResetHere, showForgotten } from './account/forgotten.page.tsx';
import { decideHandover, showHandover } from './account/handover.page.tsx';
import { acceptLink, showLink } from './account/link.page.tsx';
import { showMine } from './account/mine.page.tsx';
import { openNotice, readAllNotices, showNotices } from './account/notices.page.tsx';
import { changePasswordHere, showPassword } from './account/password.page.tsx';
import { proveHere, proveWithPasskey, showProve } from './account/prove.page.tsx';
import { callOffHere, delegateHere, endDelegationHere, giveOverHere, showSeat } from './account/seat.page.tsx';
import {
  addPasskeyHere,
  beginHere,
  confirmHere,
  dropPasskeyHere,
  endHere,
  makeCardHere,
  renewCodesHere,
  showSecondFactor,
} from './account/second-factor.page.tsx';
import { showSignIn, signInHere } from './account/sign-in.page.tsx';
import { showSignInCode, signInWithCode } from './account/sign-in-code.page.tsx';
import { showPasskeySignIn, signInWithPasskey } from './account/sign-in-passkey.page.tsx';
import { endKeyHere, enrolHere, showSigningKeys } from './account/signing-keys.page.tsx';
import { leaveForSso, returnFromSso } from './account/sso.ts';
import { guard, withFactor } from './guard.ts';
import type { Env } from './request.ts';

export function addAccountRoutes(app: Hono<Env>): void {
  app.get('/masuk', showSignIn);
  app.post('/masuk', signInHere);
  app.get('/masuk/kode', showSignInCode);
  app.post('/masuk/kode', signInWithCode);
  app.get('/masuk/kantor', leaveForSso);
  app.get('/masuk/kantor/kembali', returnFromSso);
  app.get('/masuk/kunci', showPasskeySignIn);
  app.post('/masuk/kunci', signInWithPasskey);
  app.get('/saya/pastikan', guard(), showProve);
  app.post('/saya/pastikan', guard(), proveHere);
  app.post('/saya/pastikan/kunci', guard(), proveWithPasskey);
  app.post('/saya/akun/pengaman/kunci', guard(), addPasskeyHere);
  app.post('/saya/akun/pengaman/kunci/hapus', guard(), dropPasskeyHere);
  app.post('/keluar', guard(), signOutHere);
  app.get('/lupa-sandi', showForgotten);
  app.post('/lupa-sandi', askResetHere);
  app.get('/undangan/:code', showLink);
  app.post('/undangan/:code', acceptLink);
  app.get('/saya', guard(), showMine);
  app.get('/saya/akun', guard(), showAccount);
  app.get('/saya/akun/kunci-tanda-tangan', guard(), showSigningKeys);
  app.post('/saya/akun/kunci-tanda-tangan', guard(), enrolHere);
  app.post('/saya/akun/kunci-tanda-tangan/akhiri', guard(), endKeyHere);
  app.get('/saya/akun/sandi', guard(), showPassword);
  app.post('/saya/akun/sandi', guard(), changePasswordHere);
  app.get('/saya/akun/surel', guard(), showEmail);
  app.post('/saya/akun/surel', guard(), changeEmailHere);
  app.get('/saya/akun/pengaman', guard(), showSecondFactor);
  app.post('/saya/akun/pengaman/mulai', guard(), beginHere);
  app.post('/saya/akun/pengaman/pasang', guard(), confirmHere);
  app.post('/saya/akun/pengaman/kode', guard(), renewCodesHere);
  app.post('/saya/akun/pengaman/kartu', guard(), makeCardHere);
  app.post('/saya/akun/pengaman/lepas', guard(), endHere);
  app.get('/saya/notifikasi', guard(), showNotices);
  app.post('/saya/notifikasi', guard(), readAllNotices);
  app.post('/saya/notifikasi/:id/buka', guard(), openNotice);
  app.use('/saya/jabatan/*', withFactor);
  app.use('/saya/serah-terima/*', withFactor);
  app.get('/saya/jabatan/:id', guard(), showSeat);
  app.post('/saya/jabatan/:id/delegasi', guard(), delegateHere);
  app.post('/saya/jabatan/:id/delegasi/akhir', guard(), endDelegationHere);
  app.post('/saya/jabatan/:id/serah-terima', guard(), giveOverHere);
  app.post('/saya/jabatan/:id/serah-terima/batal', guard(), callOffHere);
  app.get('/saya/serah-terima/:id', guard(), showHandover);
  app.post('/saya/serah-terima/:id', guard(), decideHandover);
  app.get('/saya/peran', guard(), changeRole);
  app.post('/saya/sesi/akhiri', guard(), endOthersHere);
  app.post('/saya/sesi/:id/akhiri', guard(), endOneSession);
}
