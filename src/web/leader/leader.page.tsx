// What waits for the leader: signed results to certify, and what was certified.

import { certificationOf } from '../../actions/result/certification.ts';
import type { Category } from '../../domain/edition/category.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Finalist } from '../../domain/jury/panel.ts';
import { type Certification, resultState, signersMissing } from '../../domain/result/certificate.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { findCategories, listShownEditions, listUnpublished } from '../../store/edition.read.ts';
import { findFinalists } from '../../store/jury.read.ts';
import { findShownResult, type ResultVersion } from '../../store/result.read.ts';
import { formatDateTime, shortCode, zoneOf } from '../../texts/id/format.ts';
import { plenaryTexts, RESULT_STATES } from '../../texts/id/result.ts';
import { sureTexts } from '../../texts/id/said.ts';
import { attestedWords, signingTexts } from '../../texts/id/signing.ts';
import { errorOf, page, problemsOf, statusOf } from '../answer.tsx';
import { AttestForm, type OwnKeys, ownKeysFor } from '../attest-form.tsx';
import { ResultTables } from '../committee/plenary-figures.tsx';
import type { Form as Typed } from '../form.ts';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Tag } from '../ui/tag.tsx';

/** What waits for the leader first, then what waits for others. */
const GROUPS = [
  { state: 'signed', title: 'Menunggu penetapan Anda' },
  { state: 'computed', title: 'Menunggu pernyataan juri' },
  { state: 'certified', title: 'Sudah ditetapkan, menunggu sekretariat mengumumkan' },
  { state: 'published', title: 'Sudah diumumkan' },
] as const;

/** A refused form: of which result, why, and what was typed. */
interface RefusedCertification {
  readonly resultId: string;
  readonly form: Typed;
  readonly refusal: Refusal;
}

interface Waiting {
  readonly year: number;
  readonly category: Category;
  readonly result: ResultVersion;
  readonly certification: Certification;
  readonly finalists: readonly Finalist[];
  readonly keys: OwnKeys;
}

export async function showLeader(c: Ctx): Promise<Response> {
  return drawLeader(c, null);
}

export async function drawLeader(c: Ctx, refused: RefusedCertification | null): Promise<Response> {
  const refusal = refused?.refusal ?? null;
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const editions = await listShownEditions(db, regionId, c.var.platform.now());
  const categories = await categoriesOf(c, editions);
  const years = new Map(editions.map(({ editionId, year }) => [editionId, year]));
  const found = await Promise.all(
    categories.map(async (category): Promise<Waiting | null> => {
      const result = await findShownResult(db, regionId, category.categoryId);
      if (result === null) return null;
      return {
        year: years.get(category.editionId) ?? 0,
        category,
        result,
        certification: await certificationOf(db, regionId, result),
        finalists: await findFinalists(db, regionId, category.categoryId),
        keys: await ownKeysFor(c, { category: category.categoryId, version: result.version, digest: result.digest, capacity: 'leader', act: 'certify' }),
      };
    }),
  );
  const results = found.filter((one) => one !== null);
  const shown = new Set((results.length > 0 ? results : editions.filter(({ isRunning }) => isRunning)).map(({ year }) => year));
  const only = shown.size > 1 ? undefined : ([...shown][0] ?? editions[0]?.year);
  return page(
    c,
    { title: 'Penetapan', current: paths.leader, error: refusal !== null, islands: ['passkey'] },
    <div class="tumpuk ruang-6">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Penetapan hasil{only === undefined ? '' : ` ${only}`}</h1>
      {results.length === 0 && <p class="utama">Belum ada hasil yang dihitung. Hasil muncul di sini sesudah pleno.</p>}
      {GROUPS.map(({ state, title }) => {
        const group = results.filter(({ certification }) => resultState(certification) === state);
        if (group.length === 0) return null;
        return (
          <section class="tumpuk" aria-labelledby={state} key={state}>
            <h2 id={state}>{title}</h2>
            {group.map((one) => (
              <ResultCard key={one.result.resultId} c={c} waiting={one} namesYear={shown.size > 1} refused={refused} />
            ))}
          </section>
        );
      })}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

/** Those of the newest edition, and of earlier ones what is not published yet. */
async function categoriesOf(c: Ctx, [newest, ...earlier]: readonly Edition[]): Promise<readonly Category[]> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  if (newest === undefined) return [];
  const own = await findCategories(db, regionId, newest.editionId);
  const ids = earlier.map(({ editionId }) => editionId);
  return ids.length === 0 ? own : [...own, ...(await listUnpublished(db, regionId, ids))];
}

interface ResultCardProps {
  readonly waiting: Waiting;
  readonly c: Ctx;
  /** Whether the heading says of which year it is. */
  readonly namesYear: boolean;
  readonly refused: RefusedCertification | null;
}

function ResultCard({ c, waiting, namesYear, refused }: ResultCardProps) {
  const { year, category, result, certification, finalists, keys } = waiting;
  const zone = zoneOf(c.var.region.zone);
  const state = resultState(certification);
  const own = refused?.resultId === result.resultId ? refused : null;
  const refusal = own?.refusal ?? null;
  return (
    <section class="tumpuk" aria-labelledby={`k-${result.resultId}`}>
      <div class="baris baris--jauh">
        <h3 id={`k-${result.resultId}`}>{namesYear ? `${category.name} ${year}` : category.name}</h3>
        <Tag state={state === 'signed' ? 'menunggu' : state === 'computed' ? 'proses' : 'selesai'}>{RESULT_STATES[state]}</Tag>
      </div>
      {state === 'computed' && <p>Masih menunggu pernyataan {signersMissing(certification).length} juri. Angka dibuka sesudah semua menyatakan hasil benar.</p>}
      {state !== 'computed' && <ResultTables result={result} finalists={finalists} summary of={result.resultId} />}
      {state !== 'computed' && (
        <p>
          {plenaryTexts.resultCode(result.version)}: <b class="angka">{shortCode(result.digest)}</b>
          <br />
          <small class="redup">
            Sidik lengkapnya <code class="sidik">{result.digest}</code>
          </small>
        </p>
      )}
      {state === 'signed' && (
        <AttestForm
          c={c}
          keys={keys}
          action={paths.plenaryAct(year, category.code, 'penetapan')}
          hidden={{ hasil: result.resultId }}
          refusal={refusal}
          id={result.resultId}
          sure={{ sign: sureTexts.certify, state: sureTexts.certify }}
          button={{ sign: signingTexts.certify, state: plenaryTexts.certify }}
        >
          <Field
            name="sk"
            id={`sk-${result.resultId}`}
            label="Nomor keputusan"
            hint="Boleh diisi kemudian pada dokumen keputusan."
            optional
            maxLength={200}
            value={own?.form.text('sk')}
            error={errorOf(refusal, 'sk')}
          />
          <p>Sistem menghitung ulang dari masukan yang dibekukan sebelum menetapkan.</p>
        </AttestForm>
      )}
      {result.certifiedHow !== null && (
        <p>
          Ditetapkan {formatDateTime(result.certifiedAt ?? '', zone)}. {attestedWords(result.certifiedHow)}.
        </p>
      )}
      {state === 'published' && (
        <p>
          <a href={paths.result(year, category.code)}>Lihat halaman hasil</a>
        </p>
      )}
    </section>
  );
}
