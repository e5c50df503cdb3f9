// The URL map of the edition editor and the catalogues.

import type { Hono } from 'hono';
import { showEdition } from './committee/edition.page.tsx';
import { changeCategoryHere, showCategory } from './committee/edition-category.page.tsx';
import { addCategoryHere, showNewCategory } from './committee/edition-category-new.page.tsx';
import { cloneHere, showClone } from './committee/edition-clone.page.tsx';
import { compareEditions } from './committee/edition-compare.page.tsx';
import { showHistory } from './committee/edition-history.page.tsx';
import { previewEdition } from './committee/edition-preview.page.tsx';
import { changeRubricHere, showRubric } from './committee/edition-rubric.page.tsx';
import { changeRulesHere, showRules } from './committee/edition-rules.page.tsx';
import { changeSettingsHere, showSettings } from './committee/edition-settings.page.tsx';
import { moveStageHere, showStage } from './committee/edition-stage.page.tsx';
import { addStageHere, showNewStage } from './committee/edition-stage-new.page.tsx';
import { showStart, startHere } from './committee/edition-start.page.tsx';
import { readRubricFile, sendRubric, showRubricFile } from './committee/rubric-file.page.tsx';
import { guard } from './guard.ts';
import type { Env } from './request.ts';

export function editionRoutes(app: Hono<Env>): void {
  const makers = guard('secretariat', 'admin');
  const readers = guard('secretariat', 'chair', 'admin');
  const deciders = guard('secretariat', 'chair');
  app.get('/s/:year/edisi', readers, showEdition);
  app.get('/s/:year/edisi/baru', makers, showStart);
  app.post('/s/:year/edisi/baru', makers, startHere);
  app.get('/s/:year/edisi/salin', makers, showClone);
  app.post('/s/:year/edisi/salin', makers, cloneHere);
  app.get('/s/:year/edisi/banding/:other', readers, compareEditions);
  app.get('/s/:year/edisi/riwayat', readers, showHistory);
  app.get('/s/:year/edisi/setelan', deciders, showSettings);
  app.post('/s/:year/edisi/setelan', deciders, changeSettingsHere);
  app.get('/s/:year/edisi/tahap', guard('secretariat'), showNewStage);
  app.post('/s/:year/edisi/tahap', guard('secretariat'), addStageHere);
  app.get('/s/:year/edisi/tahap/:stage', guard('secretariat'), showStage);
  app.post('/s/:year/edisi/tahap/:stage', guard('secretariat'), moveStageHere);
  app.get('/s/:year/edisi/kategori', deciders, showNewCategory);
  app.post('/s/:year/edisi/kategori', deciders, addCategoryHere);
  app.get('/s/:year/edisi/kategori/:category', readers, showCategory);
  app.post('/s/:year/edisi/kategori/:category', deciders, changeCategoryHere);
  app.get('/s/:year/edisi/pratinjau/:category', readers, previewEdition);
  app.get('/s/:year/edisi/ketentuan/:category', deciders, showRules);
  app.post('/s/:year/edisi/ketentuan/:category', deciders, changeRulesHere);
  app.get('/s/:year/edisi/rubrik/:category/berkas', deciders, showRubricFile);
  app.post('/s/:year/edisi/rubrik/:category/berkas', deciders, readRubricFile);
  app.get('/s/:year/edisi/rubrik/:category/berkas.xlsx', readers, sendRubric);
  app.get('/s/:year/edisi/rubrik/:category/berkas.json', readers, sendRubric);
  app.get('/s/:year/edisi/rubrik/:category', deciders, showRubric);
  app.post('/s/:year/edisi/rubrik/:category', deciders, changeRubricHere);
}
