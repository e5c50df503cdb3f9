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
import { plenaryTexts, RESULT_STATES } from '../../texts/id/result.ts';
import { sureTexts } from '../../texts/id/said.ts';
import { errorOf, page, problemsOf, statusOf } from '../answer.tsx';
import { ResultTables } from '../committee/plenary-figures.tsx';
import type { Form as Typed } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Sure } from '../sure.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Tag } from '../ui/tag.tsx';

/** What waits for the leader first, then what waits for others. */
const GROUPS = [
  { state: 'signed', title: 'Menunggu penetapan Anda' },
  { state: 'computed', title: 'Menunggu tanda tangan juri' },
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
      };
    }),
  );
  const results = found.filter((one) => one !== null);
  const shown = new Set((results.length > 0 ? results : editions.filter(({ isRunning }) => isRunning)).map(({ year }) => year));
  const only = shown.size > 1 ? undefined : ([...shown][0] ?? editions[0]?.year);
  return page(
    c,
    { title: 'Penetapan', current: paths.leader, error: refusal !== null },
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
              <ResultCard key={one.result.resultId} waiting={one} csrf={signedIn(c).csrf} namesYear={shown.size > 1} refused={refused} />
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
  readonly csrf: string;
  /** Whether the heading says of which year it is. */
  readonly namesYear: boolean;
  readonly refused: RefusedCertification | null;
}

function ResultCard({ waiting, csrf, namesYear, refused }: ResultCardProps) {
  const { year, category, result, certification, finalists } = waiting;
  const state = resultState(certification);
  const own = refused?.resultId === result.resultId ? refused : null;
  const refusal = own?.refusal ?? null;
  return (
    <section class="tumpuk" aria-labelledby={`k-${result.resultId}`}>
      <div class="baris baris--jauh">
        <h3 id={`k-${result.resultId}`}>{namesYear ? `${category.name} ${year}` : category.name}</h3>
        <Tag state={state === 'signed' ? 'menunggu' : state === 'computed' ? 'proses' : 'selesai'}>{RESULT_STATES[state]}</Tag>
      </div>
      {state === 'computed' && <p>Masih menunggu {signersMissing(certification).length} tanda tangan. Angka dibuka sesudah semua menandatangani.</p>}
      {state !== 'computed' && <ResultTables result={result} finalists={finalists} summary of={result.resultId} />}
      {state !== 'computed' && (
        <p>
          Sidik hasil: <code class="sidik">{result.digest}</code>
        </p>
      )}
      {state === 'signed' && (
        <Form action={paths.plenaryAct(year, category.code, 'penetapan')} csrf={csrf} hidden={{ hasil: result.resultId }}>
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
          <Sure label={sureTexts.certify} refusal={refusal} id={`pasti-${result.resultId}`} />
          <p>
            <Button kind="utama">{plenaryTexts.certify}</Button>
          </p>
        </Form>
      )}
      {state === 'published' && (
        <p>
          <a href={paths.result(year, category.code)}>Lihat halaman hasil</a>
        </p>
      )}
    </section>
  );
}
