// The whole URL map, one line each, by audience; the edition editor's lines stand in routes-edition.ts.

import type { Hono } from 'hono';
import { callOffHere, delegateHere, endDelegationHere, endSeatRoleHere, giveOverHere, grantSeatRoleHere, showSeat } from './account/seat.page.tsx';
import { addAgencyHere, showAgencies } from './admin/agencies.page.tsx';
import { mergeHere, renameHere, showAgency } from './admin/agency.page.tsx';
import { addKeyHere, confirmSheetHere, endKeyHere, showBackupKeys, showKeySheet } from './admin/backup-key.page.tsx';
import { backUpHere, showBackups } from './admin/backups.page.tsx';
import { importAgenciesHere, showAgencyImport } from './admin/import-agencies.page.tsx';
import { agencyExample, agencyTemplate, peopleExample, peopleTemplate } from './admin/import-files.ts';
import { importHere, showImport } from './admin/import-people.page.tsx';
import { invite, showInvite } from './admin/invite.page.tsx';
import { makeLink, showMadeLink } from './admin/made-link.page.tsx';
import { changeMailHere, showMail, tryMailHere } from './admin/mail.page.tsx';
import { giveByHandHere, sendAgainHere, showMessage } from './admin/message.page.tsx';
import { showMessages } from './admin/messages.page.tsx';
import { showPeople } from './admin/people.page.tsx';
import {
  changePersonHere,
  endFactorHere,
  endSeatHere,
  endSessionsHere,
  giveSeatHere,
  grantRoleHere,
  letInHere,
  showPerson,
  shutOutHere,
  unlinkHere,
} from './admin/person.page.tsx';
import { askRenewalHere, confirmRenewalHere, keepKeyHere, showRegionKey } from './admin/region-key.page.tsx';
import { showSeats } from './admin/seats.page.tsx';
import { beginRuleHere, endRuleHere, requireHere, showSecurity } from './admin/security.page.tsx';
import { showServer } from './admin/server.page.tsx';
import { mailSlips, makeSlips, showSlips } from './admin/slips.page.tsx';
import { changeSsoHere, showSso, trySsoHere } from './admin/sso.page.tsx';
import { changeTemplateHere, showTemplate, showTemplates } from './admin/templates.page.tsx';
import { showBoard } from './committee/board.page.tsx';
import { assignManyHere, previewHere, remindManyHere, undoBulkHere } from './committee/board-acts.tsx';
import { exportBoard } from './committee/board-export.ts';
import { goToDesk, showDesk } from './committee/desk.page.tsx';
import { showDeskEntry } from './committee/desk-entry.page.tsx';
import { assignHere, releaseHere } from './committee/desk-entry-acts.ts';
import { showLedger } from './committee/ledger.page.tsx';
import { showPanel, showPanels } from './committee/panel.page.tsx';
import { appointHere, releaseJurorHere } from './committee/panel-acts.ts';
import { listPlenaries, showPlenary } from './committee/plenary.page.tsx';
import { absentHere, certifyHere, computeHere, decideHere, publishHere, reopenHere, signHere } from './committee/plenary-acts.ts';
import { downloadSheets } from './committee/plenary-sheets-csv.ts';
import { showRepair } from './committee/repair.page.tsx';
import { showShortlist } from './committee/shortlist.page.tsx';
import { announceHere, computeShortlistHere, confirmAnnouncement, decideCutHere } from './committee/shortlist-acts.tsx';
import { confirmKeyHere, showKeyLists } from './committee/signing-keys.page.tsx';
import { sendTargets, setTargetsHere, showTargets } from './committee/targets.page.tsx';
import { showVerification } from './committee/verification.page.tsx';
import { askRepairHere, finishHere, giveVerdictHere, takeUpHere } from './committee/verification-acts.ts';
import { goToVerifications, showVerificationList } from './committee/verification-list.page.tsx';
import { guard, realYear } from './guard.ts';
import { approveHere, returnHere, showApproval } from './head/approval.page.tsx';
import { showApprovals } from './head/approvals.page.tsx';
import { attachHere, detachHere, saveIndicatorHere } from './innovator/attach.ts';
import { showCheck, showSubmission, submitHere } from './innovator/check.page.tsx';
import { showEntries } from './innovator/entries.page.tsx';
import { sendEvidence } from './innovator/evidence-file.ts';
import { showHistory } from './innovator/history.page.tsx';
import { showIndicator } from './innovator/indicator.page.tsx';
import { showPrint } from './innovator/print.page.tsx';
import { saveProfileHere, showProfile } from './innovator/profile.page.tsx';
import { showReceipt, withdrawHere } from './innovator/receipt.page.tsx';
import { showStart, startHere } from './innovator/start.page.tsx';
import { showEntry } from './innovator/task-list.page.tsx';
import { showFinalist } from './jury/finalist.page.tsx';
import { showJury } from './jury/jury-list.page.tsx';
import { confirmPact, showPact } from './jury/pact.page.tsx';
import { showSheetReceipt } from './jury/receipt.page.tsx';
import { declareHere, saveSheetHere, sealSheetHere, showSeal, showSheet } from './jury/sheet.page.tsx';
import { showIndex } from './leader/iid.page.tsx';
import { showLeader } from './leader/leader.page.tsx';
import { saveSpdHere, showSpd } from './leader/spd.page.tsx';
import { showAccessibility, showHelp, showPrivacy, showStatus } from './public/about.page.tsx';
import { sendAnchors, sendStamp } from './public/anchors.page.ts';
import { downloadBundle, giveKeyHere, showVerifyBundle } from './public/bundle.page.tsx';
import { askCode, showAnswer } from './public/check.page.tsx';
import { showGallery } from './public/gallery.page.tsx';
import { showGuide } from './public/guide.page.tsx';
import { showHome } from './public/home.page.tsx';
import { showInnovation } from './public/innovation.page.tsx';
import { showPastEdition, showPastEditions } from './public/past-edition.page.tsx';
import { listResults, showResult } from './public/results.page.tsx';
import { downloadCalendar, showSchedule } from './public/schedule.page.tsx';
import { goToPassword, sendIcon, sendRobots } from './public/well-known.ts';
import type { Env } from './request.ts';
import { addAccessRoutes } from './routes-access.ts';
import { addAccountRoutes } from './routes-account.ts';
import { editionRoutes } from './routes-edition.ts';

export function addRoutes(app: Hono<Env>): void {
  app.use('/s/:year/*', realYear);

  // public
  app.get('/', showHome);
  app.get('/jadwal', showSchedule);
  app.get('/jadwal.ics', downloadCalendar);
  app.get('/pedoman', showGuide);
  app.get('/inovasi', showGallery);
  app.get('/inovasi/:slug', showInnovation);
  app.get('/riwayat', showPastEditions);
  app.get('/riwayat/:year', showPastEdition);
  app.get('/hasil', listResults);
  app.get('/hasil/:year{\\d{4}}', (c) => c.redirect('/hasil'));
  app.get('/hasil/:year/:category', showResult);
  app.get('/hasil/:year/:category/bundel.json', downloadBundle);
  app.post('/hasil/:year/:category/kunci-bundel', guard('secretariat'), giveKeyHere);
  app.get('/periksa-bundel', showVerifyBundle);
  app.get('/cek', askCode);
  app.get('/cek/:code', showAnswer);
  app.get('/jangkar.txt', sendAnchors);
  app.get('/jangkar/:file{\\d+\\.tst}', sendStamp);
  app.get('/bantuan', showHelp);
  app.get('/status', showStatus);
  app.get('/privasi', showPrivacy);
  app.get('/aksesibilitas', showAccessibility);
  app.get('/robots.txt', sendRobots);
  app.get('/favicon.ico', sendIcon);
  app.get('/.well-known/change-password', goToPassword);

  addAccountRoutes(app);
  addAccessRoutes(app);

  // the door: innovators fill and send, their head decides
  app.get('/usulan', guard('innovator', 'head'), showEntries);
  app.get('/usulan/mulai', guard('innovator'), showStart);
  app.post('/usulan/mulai', guard('innovator'), startHere);
  app.get('/usulan/:id', guard('innovator', 'head'), showEntry);
  app.get('/usulan/:id/profil/:part', guard('innovator', 'head'), showProfile);
  app.post('/usulan/:id/profil/:part', guard('innovator'), saveProfileHere);
  app.get('/usulan/:id/indikator/:code', guard('innovator', 'head'), showIndicator);
  app.post('/usulan/:id/indikator/:code', guard('innovator'), saveIndicatorHere);
  app.post('/usulan/:id/indikator/:code/bukti', guard('innovator'), attachHere);
  app.post('/usulan/:id/bukti/:evidence/lepas', guard('innovator'), detachHere);
  app.get('/usulan/:id/periksa', guard('innovator', 'head'), showCheck);
  app.get('/usulan/:id/pengajuan', guard('innovator'), showSubmission);
  app.post('/usulan/:id/pengajuan', guard('innovator'), submitHere);
  app.get('/usulan/:id/tanda-terima', guard('innovator', 'head'), showReceipt);
  app.post('/usulan/:id/penarikan', guard('innovator'), withdrawHere);
  app.get('/usulan/:id/riwayat', guard('innovator', 'head'), showHistory);
  app.get('/usulan/:id/cetak', guard('innovator', 'head'), showPrint);
  app.get('/bukti/:id', guard('innovator', 'head', 'verifier', 'secretariat', 'leader', 'juror', 'chair'), sendEvidence);
  app.get('/persetujuan', guard('head'), showApprovals);
  app.get('/persetujuan/:id', guard('head'), showApproval);
  app.post('/persetujuan/:id/setuju', guard('head'), approveHere);
  app.post('/persetujuan/:id/kembali', guard('head'), returnHere);

  // the committee's edition
  editionRoutes(app);

  // jury, plenary, leader
  app.get('/s/:year/panel', guard('secretariat'), showPanels);
  app.get('/s/:year/panel/:category', guard('secretariat'), showPanel);
  app.post('/s/:year/panel/:category', guard('secretariat'), appointHere);
  app.post('/s/:year/panel/:category/lepas', guard('secretariat'), releaseJurorHere);
  app.get('/juri', guard('juror', 'chair'), showJury);
  app.get('/juri/pakta', guard('juror', 'chair'), showPact);
  app.post('/juri/pakta', guard('juror', 'chair'), confirmPact);
  app.get('/juri/lembar/:id', guard('juror', 'chair'), showSheet);
  app.post('/juri/lembar/:id', guard('juror', 'chair'), saveSheetHere);
  app.get('/juri/lembar/:id/usulan', guard('juror', 'chair'), showFinalist);
  app.get('/juri/lembar/:id/kunci', guard('juror', 'chair'), showSeal);
  app.post('/juri/lembar/:id/kunci', guard('juror', 'chair'), sealSheetHere);
  app.get('/juri/lembar/:id/tanda-terima', guard('juror', 'chair'), showSheetReceipt);
  app.post('/juri/lembar/:id/benturan', guard('juror', 'chair'), declareHere);
  app.get('/pleno', guard('secretariat', 'chair', 'juror'), listPlenaries);
  app.get('/pleno/:category', guard('secretariat', 'chair', 'juror'), showPlenary);
  app.get('/pleno/:category/lembar.csv', guard('secretariat', 'chair'), downloadSheets);
  app.post('/pleno/:category/hitung', guard('secretariat', 'chair'), computeHere);
  app.post('/pleno/:category/putusan', guard('chair'), decideHere);
  app.post('/pleno/:category/absen', guard('chair'), absentHere);
  app.post('/pleno/:category/buka', guard('chair'), reopenHere);
  app.post('/pleno/:category/pernyataan', guard('juror', 'chair'), signHere);
  app.get('/s/:year/kunci', guard('secretariat', 'chair', 'admin'), showKeyLists);
  app.post('/s/:year/kunci/konfirmasi', guard('secretariat', 'chair', 'admin'), confirmKeyHere);
  app.post('/pleno/:category/penetapan', guard('leader'), certifyHere);
  app.post('/pleno/:category/pengumuman', guard('secretariat'), publishHere);
  app.get('/pimpinan', guard('leader'), showLeader);
  app.get('/pimpinan/iid', guard('leader', 'secretariat', 'admin'), showIndex);
  app.get('/pimpinan/iid/spd', guard('leader', 'secretariat', 'admin'), showSpd);
  app.post('/pimpinan/iid/spd', guard('secretariat', 'admin'), saveSpdHere);

  // admin
  app.get('/admin/orang', guard('admin'), showPeople);
  app.get('/admin/orang/templat.xlsx', guard('admin'), peopleTemplate);
  app.get('/admin/orang/contoh.xlsx', guard('admin'), peopleExample);
  app.get('/admin/perangkat/templat.xlsx', guard('admin'), agencyTemplate);
  app.get('/admin/perangkat/contoh.xlsx', guard('admin'), agencyExample);
  app.get('/admin/orang/undang', guard('admin'), showInvite);
  app.post('/admin/orang/undang', guard('admin'), invite);
  app.get('/admin/orang/masukkan', guard('admin'), showImport);
  app.post('/admin/orang/masukkan', guard('admin'), importHere);
  app.get('/admin/orang/slip', guard('admin'), showSlips);
  app.post('/admin/orang/slip', guard('admin'), makeSlips);
  app.post('/admin/orang/slip/surel', guard('admin'), mailSlips);
  app.get('/admin/orang/:id/tautan', guard('admin'), showMadeLink);
  app.post('/admin/orang/:id/tautan', guard('admin'), makeLink);
  app.get('/admin/orang/:id', guard('admin'), showPerson);
  app.post('/admin/orang/:id/jabatan', guard('admin'), giveSeatHere);
  app.post('/admin/orang/:id/peran', guard('admin'), grantRoleHere);
  app.post('/admin/orang/:id/jabatan/akhir', guard('admin'), endSeatHere);
  app.post('/admin/orang/:id/data', guard('admin'), changePersonHere);
  app.post('/admin/orang/:id/pengaman', guard('admin'), endFactorHere);
  app.post('/admin/orang/:id/kantor', guard('admin'), unlinkHere);
  app.post('/admin/orang/:id/sesi', guard('admin'), endSessionsHere);
  app.post('/admin/orang/:id/tutup', guard('admin'), shutOutHere);
  app.post('/admin/orang/:id/buka', guard('admin'), letInHere);
  app.get('/admin/perangkat', guard('admin'), showAgencies);
  app.post('/admin/perangkat', guard('admin'), addAgencyHere);
  app.get('/admin/perangkat/masukkan', guard('admin'), showAgencyImport);
  app.post('/admin/perangkat/masukkan', guard('admin'), importAgenciesHere);
  app.get('/admin/perangkat/:id', guard('admin'), showAgency);
  app.post('/admin/perangkat/:id/nama', guard('admin'), renameHere);
  app.post('/admin/perangkat/:id/gabung', guard('admin'), mergeHere);
  app.get('/s/:year/target', guard('secretariat', 'leader', 'admin'), showTargets);
  app.post('/s/:year/target', guard('secretariat', 'admin'), setTargetsHere);
  app.get('/s/:year/target.xlsx', guard('secretariat', 'leader', 'admin'), sendTargets);
  app.get('/admin/jabatan', guard('admin'), showSeats);
  app.get('/admin/jabatan/:id', guard('admin'), showSeat);
  app.post('/admin/jabatan/:id/delegasi', guard('admin'), delegateHere);
  app.post('/admin/jabatan/:id/delegasi/akhir', guard('admin'), endDelegationHere);
  app.post('/admin/jabatan/:id/serah-terima', guard('admin'), giveOverHere);
  app.post('/admin/jabatan/:id/serah-terima/batal', guard('admin'), callOffHere);
  app.post('/admin/jabatan/:id/peran', guard('admin'), grantSeatRoleHere);
  app.post('/admin/jabatan/:id/peran/akhir', guard('admin'), endSeatRoleHere);
  app.get('/admin/pengaman', guard('admin'), showSecurity);
  app.post('/admin/pengaman', guard('admin'), requireHere);
  app.post('/admin/pengaman/cabut', guard('admin'), endRuleHere);
  app.post('/admin/pengaman/wajib', guard('admin'), beginRuleHere);
  app.get('/admin/pengaman/kantor', guard('admin'), showSso);
  app.post('/admin/pengaman/kantor', guard('admin'), changeSsoHere);
  app.post('/admin/pengaman/kantor/uji', guard('admin'), trySsoHere);
  app.get('/admin/pesan', guard('admin', 'secretariat'), showMessages);
  app.get('/admin/pesan/surel', guard('admin'), showMail);
  app.post('/admin/pesan/surel', guard('admin'), changeMailHere);
  app.post('/admin/pesan/surel/uji', guard('admin'), tryMailHere);
  app.get('/admin/pesan/templat', guard('admin', 'secretariat'), showTemplates);
  app.get('/admin/pesan/templat/:kind', guard('admin', 'secretariat'), showTemplate);
  app.post('/admin/pesan/templat/:kind', guard('admin', 'secretariat'), changeTemplateHere);
  app.get('/admin/pesan/:id', guard('admin', 'secretariat'), showMessage);
  app.post('/admin/pesan/:id/disampaikan', guard('admin', 'secretariat'), giveByHandHere);
  app.post('/admin/pesan/:id/ulang', guard('admin', 'secretariat'), sendAgainHere);
  app.get('/admin/server', guard('admin'), showServer);
  app.get('/admin/kunci-daerah', guard('admin', 'secretariat'), showRegionKey);
  app.post('/admin/kunci-daerah/minta', guard('admin', 'secretariat'), askRenewalHere);
  app.post('/admin/kunci-daerah/konfirmasi', guard('admin', 'secretariat'), confirmRenewalHere);
  app.post('/admin/kunci-daerah/batal', guard('admin', 'secretariat'), keepKeyHere);
  app.get('/admin/cadangan', guard('admin'), showBackups);
  app.post('/admin/cadangan', guard('admin'), backUpHere);
  app.get('/admin/cadangan/kunci', guard('admin'), showBackupKeys);
  app.post('/admin/cadangan/kunci', guard('admin'), confirmSheetHere);
  app.post('/admin/cadangan/kunci/lembar', guard('admin'), showKeySheet);
  app.post('/admin/cadangan/kunci/penerima', guard('admin'), addKeyHere);
  app.post('/admin/cadangan/kunci/hentikan', guard('admin'), endKeyHere);
  app.get('/s/:year{\\d{4}}/jejak', guard('secretariat', 'leader', 'admin'), showLedger);

  // verification and desk
  app.get('/s/:year/papan', guard('secretariat', 'verifier'), showBoard);
  app.get('/s/:year/papan/usulan.xlsx', guard('secretariat', 'verifier'), exportBoard);
  app.post('/s/:year/papan/tindakan', guard('secretariat'), previewHere);
  app.post('/s/:year/papan/tugaskan', guard('secretariat'), assignManyHere);
  app.post('/s/:year/papan/ingatkan', guard('secretariat'), remindManyHere);
  app.post('/s/:year/papan/batalkan', guard('secretariat'), undoBulkHere);
  app.get('/s/:year/usulan/:id', guard('secretariat', 'verifier'), showDeskEntry);
  app.post('/s/:year/usulan/:id/petugas', guard('secretariat'), assignHere);
  app.post('/s/:year/usulan/:id/lepas', guard('secretariat'), releaseHere);
  app.get('/verifikasi', guard('verifier', 'secretariat'), goToVerifications);
  app.get('/s/:year/verifikasi', guard('verifier', 'secretariat'), showVerificationList);
  app.post('/verifikasi/:id/mulai', guard('verifier'), takeUpHere);
  app.post('/verifikasi/:id/selesai', guard('verifier'), finishHere);
  app.get('/verifikasi/:id/perbaikan', guard('verifier'), showRepair);
  app.post('/verifikasi/:id/perbaikan', guard('verifier'), askRepairHere);
  app.get('/verifikasi/:id/:code', guard('verifier'), showVerification);
  app.post('/verifikasi/:id/:code', guard('verifier'), giveVerdictHere);
  app.get('/s/:year/nilai-meja', guard('secretariat'), goToDesk);
  app.get('/s/:year/nilai-meja/:category', guard('secretariat'), showDesk);
  app.get('/s/:year/penetapan', guard('secretariat'), goToDesk);
  app.get('/s/:year/penetapan/:category', guard('secretariat'), showShortlist);
  app.post('/s/:year/penetapan/:category/hitung', guard('secretariat'), computeShortlistHere);
  app.post('/s/:year/penetapan/:category/putusan', guard('secretariat'), decideCutHere);
  app.get('/s/:year/penetapan/:category/umumkan', guard('secretariat'), confirmAnnouncement);
  app.post('/s/:year/penetapan/:category/umumkan', guard('secretariat'), announceHere);
}
