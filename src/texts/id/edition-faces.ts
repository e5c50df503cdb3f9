// Settings as named lines of text, so that two versions of them can be laid side by side.

import type { CategoryRules } from '../../domain/edition/category.ts';
import type { EditionSettings } from '../../domain/edition/settings.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import type { Rubric } from '../../domain/instrument/rubric.ts';
import { weightSum } from '../../domain/instrument/weights.ts';
import { toText } from '../../domain/shared/rational.ts';
import { approverWords, cutWords, entrantWords, entryWords, floorWords, ladderWords, shareWords, shortlistWords } from './edition.ts';
import { capitalised, formatDateTime, formatDecimal, type Zone } from './format.ts';
import { aggregateWords, rankOnWords, scaleChoiceWords } from './rubric.ts';
import { bundleWords } from './rules.ts';

export interface Face {
  /** The same in every version. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** `names`: codes of indicators and criteria -> their names. */
export function rulesFaces(rules: CategoryRules, names: ReadonlyMap<string, string>): readonly Face[] {
  const ladder = (steps: readonly string[]) => (steps.length === 0 ? 'tidak ada langkah' : ladderWords(steps, names).join('; '));
  return [
    { key: 'whoEnters', label: 'Peserta', text: capitalised(entrantWords(rules)) },
    { key: 'approver', label: 'Yang menyetujui', text: approverWords[rules.approver] },
    { key: 'floor', label: 'Ambang', text: capitalised(floorWords(rules)) },
    { key: 'shortlist', label: 'Finalis', text: capitalised(shortlistWords(rules)) },
    { key: 'deskLadder', label: 'Urutan seri nilai meja', text: capitalised(ladder(rules.deskLadder)) },
    { key: 'cut', label: 'Bila tetap seri', text: cutWords[rules.cut] },
    { key: 'shares', label: 'Bobot akhir', text: capitalised(shareWords(rules)) },
    { key: 'finalLadder', label: 'Urutan seri nilai akhir', text: capitalised(ladder(rules.finalLadder)) },
    { key: 'winners', label: 'Pemenang', text: String(rules.winners) },
    { key: 'bundle', label: 'Bundel hitung ulang', text: capitalised(bundleWords(rules)) },
    ...(rules.lot === null && ![...rules.deskLadder, ...rules.finalLadder].includes('lot')
      ? []
      : [{ key: 'lot', label: 'Benih undian', text: lotWords(rules) }]),
  ];
}

function lotWords({ lot }: CategoryRules): string {
  return lot === null ? 'belum ada; diumumkan sebelum hasil dihitung, bila undian akan dipakai' : `${lot.seed} (${lot.source})`;
}

export function rubricFaces(rubric: Rubric): readonly Face[] {
  return [
    ...rubric.criteria.map((one) => ({
      key: `criterion ${one.code}`,
      label: `Kriteria ${one.name}`,
      text: `bobot ${formatDecimal(one.weight)}; ${entryWords(one)}${one.hint === undefined ? '' : `; ${one.hint}`}`,
    })),
    { key: 'sum', label: 'Jumlah bobot', text: `${formatDecimal(toText(weightSum(rubric)))}${rubric.percent ? ' persen' : ''}` },
    { key: 'scale', label: 'Skala', text: scaleChoiceWords[rubric.scale] },
    { key: 'minJurors', label: 'Paling sedikit juri', text: String(rubric.minJurors) },
    {
      key: 'aggregate',
      label: 'Menggabungkan lembar',
      text: `${aggregateWords[rubric.aggregate]}${rubric.aggregate === 'trimmed' ? `, ${rubric.trim}% tiap ujung` : ''}`,
    },
    { key: 'decimals', label: 'Angka di belakang koma', text: String(rubric.decimals) },
    { key: 'rankOn', label: 'Peringkat memakai', text: rankOnWords[rubric.rankOn] },
  ];
}

export function stageFaces(stage: Pick<Stage, 'name' | 'publicGroup' | 'opensAt' | 'closesAt' | 'graceMinutes' | 'exitCheck'>, zone: Zone): readonly Face[] {
  return [
    { key: 'name', label: 'Nama', text: stage.name },
    { key: 'group', label: 'Titik di beranda', text: stage.publicGroup },
    { key: 'opens', label: 'Dibuka', text: formatDateTime(stage.opensAt, zone) },
    { key: 'closes', label: 'Ditutup', text: formatDateTime(stage.closesAt, zone) },
    { key: 'grace', label: 'Kelonggaran', text: `${stage.graceMinutes} menit` },
    { key: 'exit', label: 'Syarat selesai', text: stage.exitCheck ? 'dipakai' : 'tidak dipakai' },
  ];
}

export function settingsFaces(settings: EditionSettings, categoryNames: ReadonlyMap<string, string>): readonly Face[] {
  return [
    { key: 'name', label: 'Nama', text: settings.name },
    { key: 'venue', label: 'Tempat presentasi', text: settings.venue },
    { key: 'welcome', label: 'Pengantar di beranda', text: settings.texts.welcome ?? '' },
    { key: 'contact', label: 'Kontak panitia', text: settings.texts.contact ?? '' },
    ...Object.entries(settings.prizes).map(([code, places]) => ({
      key: `prize ${code}`,
      label: `Hadiah ${categoryNames.get(code) ?? code}`,
      text: places.map((prize, at) => `${at + 1}. ${prize}`).join('; '),
    })),
  ];
}

export interface FaceChange {
  readonly label: string;
  /** Empty where it was not there, or is no more. */
  readonly before: string;
  readonly after: string;
}

/** What differs, in the order of the newer version; what only the older one had comes last. */
export function faceChanges(before: readonly Face[], after: readonly Face[]): readonly FaceChange[] {
  const old = new Map(before.map((face) => [face.key, face]));
  const fresh = new Set(after.map(({ key }) => key));
  return [
    ...after.map(({ key, label, text }) => ({ label, before: old.get(key)?.text ?? '', after: text })),
    ...before.filter(({ key }) => !fresh.has(key)).map(({ label, text }) => ({ label, before: text, after: '' })),
  ].filter((change) => change.before !== change.after);
}
