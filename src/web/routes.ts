// The whole URL map, one line each, by audience.

import type { Hono } from 'hono';
import { changeRole, endOneSession, showAccount, signOutHere } from './account/account.page.tsx';
import { acceptLink, showForgotten, showLink } from './account/link.page.tsx';
import { showMine } from './account/mine.page.tsx';
import { showSignIn, signInHere } from './account/sign-in.page.tsx';
import { guard } from './guard.ts';
import type { Env } from './request.ts';

export function addRoutes(app: Hono<Env>): void {
  // account
  app.get('/masuk', showSignIn);
  app.post('/masuk', signInHere);
  app.post('/keluar', guard(), signOutHere);
  app.get('/lupa-sandi', showForgotten);
  app.get('/undangan/:code', showLink);
  app.post('/undangan/:code', acceptLink);
  app.get('/saya', guard(), showMine);
  app.get('/saya/akun', guard(), showAccount);
  app.get('/saya/peran', guard(), changeRole);
  app.post('/saya/sesi/:id/akhiri', guard(), endOneSession);
}
