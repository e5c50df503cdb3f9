// The addresses of the room where deciding roles and ways in are confirmed.

import type { Hono } from 'hono';
import { ACCESS_ROLES, confirmHere, reviewHere, showRequests, stopHere, strikeHere } from './access/requests.page.tsx';
import { declineHere, showWaiting, useCodeHere } from './access/waiting.page.tsx';
import { guard } from './guard.ts';
import type { Env } from './request.ts';

export function addAccessRoutes(app: Hono<Env>): void {
  app.get('/akses', guard(...ACCESS_ROLES), showRequests);
  app.post('/akses/daftar', guard(...ACCESS_ROLES), reviewHere);
  app.post('/akses/:id/konfirmasi', guard(...ACCESS_ROLES), confirmHere);
  app.post('/akses/:id/henti', guard(...ACCESS_ROLES), stopHere);
  app.post('/akses/:id/coret', guard(...ACCESS_ROLES), strikeHere);
  app.get('/saya/akses', guard(), showWaiting);
  app.post('/saya/akses/kode', guard(), useCodeHere);
  app.post('/saya/akses/:id/henti', guard(), declineHere);
}
