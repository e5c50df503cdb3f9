import { phaseOf, type Stage } from '../../domain/edition/stage.ts';
import { movedEnds } from '../../domain/edition/timeline.ts';
import { weightSum } from '../../domain/instrument/weights.ts';
import { roundHalfUp } from '../../domain/shared/rational.ts';
import { catalogue } from '../../platform/catalogues.ts';
import { listStageChanges, type StageChange } from '../../store/edition.read.ts';
import {
  entrantWords,
  entryWords,
  floorWords,
  ladderWords,
  moveSentence,
  phaseWords,
  rubricLockWords,
  rulesLockWords,
  scaleWords,
  shareWords,
  shortlistWords,
} from '../../texts/id/edition.ts';
import { formatDateTime, formatDecimal, zoneOf } from '../../texts/id/format.ts';
import { bundleWords, stepNames } from '../../texts/id/rules.ts';
import { notFound, page } from '../answer.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ButtonLink } from '../ui/button.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import { type CategorySettings, type EditionView, readEdition } from './edition-view.ts';
import { editionYears } from './edition-years.tsx';

/** The edition as it is set: stages, categories, and what may still change with the reason why not. */
export async function showEdition(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  if (view === null) return notFound(c);
  const { edition, stages } = view;
  const changes = await listStageChanges(c.var.platform.db, c.var.region.regionId, edition.editionId);
  return page(
    c,
    { title: `Edisi ${edition.year}`, current: paths.edition(edition.year), year: edition.year },
    <div class="tumpuk ruang-6">
      <div class="bagian__judul">
        <h1>{edition.name}</h1>
        <ButtonLink href={paths.cloneEdition(edition.year)} kind="netral">
          Salin menjadi edisi baru
        </ButtonLink>
      </div>
      {await editionYears(c, edition.year, paths.edition)}
      <DefinitionList
        rows={[
          { term: 'Tahun', value: String(edition.year) },
          { term: 'Instrumen nilai meja', value: edition.instrument },
          { term: 'Tempat presentasi', value: edition.venue },
        ]}
      />
      <Stages c={c} stages={stages} year={edition.year} />
      <Changes changes={changes} />
      <section class="tumpuk" aria-labelledby="kategori">
        <h2 id="kategori">Kategori</h2>
        <Notice kind={view.rulesLock === 'frozen' ? 'segel' : 'info'}>{rulesLockWords[view.rulesLock]}</Notice>
        {view.categories.map((category) => (
          <CategoryPart key={category.code} category={category} view={view} />
        ))}
      </section>
    </div>,
  );
}

function Stages({ c, stages, year }: { readonly c: Ctx; readonly stages: readonly Stage[]; readonly year: number }) {
  const zone = zoneOf(c.var.region.zone);
  const now = c.var.platform.now();
  return (
    <section class="tumpuk" aria-labelledby="tahap">
      <h2 id="tahap">Tahapan</h2>
      <Table
        label="Waktu setiap tahap"
        columns={[
          { key: 'name', label: 'Tahap', heading: true },
          { key: 'opens', label: 'Dibuka' },
          { key: 'closes', label: 'Ditutup' },
          { key: 'phase', label: 'Keadaan' },
          { key: 'change', label: <span class="hanya-baca">Ubah</span> },
        ]}
        rows={stages.map((stage) => ({
          id: stage.kind,
          cells: {
            name: stage.name,
            opens: formatDateTime(stage.opensAt, zone),
            closes: formatDateTime(stage.closesAt, zone),
            phase: phaseWords[phaseOf(stage, now)],
            change: (
              <a href={paths.stage(year, stage.stageId)}>
                Atur waktu<span class="hanya-baca"> {stage.name}</span>
              </a>
            ),
          },
        }))}
      />
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly StageChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section class="tumpuk" aria-labelledby="perubahan">
      <h2 id="perubahan">Waktu yang pernah diubah</h2>
      <ul class="tumpuk">
        {changes.map((change) => (
          <li key={`${change.stageId} ${change.changedAt}`}>{moveSentence(change.stageName, movedEnds(change), change.reason)}</li>
        ))}
      </ul>
    </section>
  );
}

function CategoryPart({ category, view }: { readonly category: CategorySettings; readonly view: EditionView }) {
  const { rules, rubric } = category;
  const { year } = view.edition;
  const names = stepNames(rubric, catalogue(view.edition.instrument));
  return (
    <section class="kartu tumpuk" aria-labelledby={`k-${category.code}`}>
      <h3 id={`k-${category.code}`}>{category.name}</h3>
      {rules && (
        <DefinitionList
          rows={[
            { term: 'Peserta', value: entrantWords(rules) },
            { term: 'Ambang', value: floorWords(rules) },
            { term: 'Finalis', value: shortlistWords(rules) },
            { term: 'Urutan seri nilai meja', value: <Ladder steps={ladderWords(rules.deskLadder, names)} /> },
            { term: 'Bobot akhir', value: shareWords(rules) },
            { term: 'Urutan seri nilai akhir', value: <Ladder steps={ladderWords(rules.finalLadder, names)} /> },
            { term: 'Pemenang', value: String(rules.winners) },
            { term: 'Bundel hitung ulang', value: bundleWords(rules) },
            { term: 'Versi ketentuan', value: String(category.rulesVersion) },
          ]}
        />
      )}
      {view.rulesLock !== 'frozen' && (
        <p>
          <a href={paths.rules(year, category.code)}>Ubah ketentuan {category.name}</a>
        </p>
      )}
      {rubric && <RubricPart category={category} />}
      <p class="redup">{rubricLockWords[category.rubricLock]}</p>
      {category.rubricLock !== 'frozen' && (
        <p>
          <a href={paths.rubric(year, category.code)}>Ubah rubrik {category.name}</a>
        </p>
      )}
    </section>
  );
}

function Ladder({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function RubricPart({ category }: { readonly category: CategorySettings }) {
  const { rubric } = category;
  if (rubric === null) return null;
  return (
    <>
      <h4>Rubrik juri, versi {category.rubricVersion}</h4>
      <p>
        Paling sedikit {rubric.minJurors} juri; {scaleWords(rubric)}; {rubric.decimals} desimal.
      </p>
      <Table
        label={`Rubrik ${category.name}`}
        columns={[
          { key: 'name', label: 'Kriteria', heading: true },
          { key: 'weight', label: 'Bobot', numeric: true },
          { key: 'entry', label: 'Isian' },
        ]}
        rows={rubric.criteria.map((one) => ({
          id: `${category.code}-${one.code}`,
          cells: { name: one.name, weight: formatDecimal(one.weight), entry: entryWords(one) },
        }))}
      />
      <p class="redup">Jumlah bobot: {formatDecimal(roundHalfUp(weightSum(rubric), rubric.decimals))}</p>
    </>
  );
}
