// What waits for the leader: signed results to certify, and what was certified.

import { certificationOf } from '../../actions/result/certification.ts';
import type { Category } from '../../domain/edition/category.ts';
import type { Finalist } from '../../domain/jury/panel.ts';
import { type Certification, resultState, signersMissing } from '../../domain/result/certificate.ts';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { currentEdition, findCategories } from '../../store/edition.read.ts';
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

/** A refused form: of which category, why, and what was typed. */
interface RefusedCertification {
  readonly code: string;
  readonly form: Typed;
  readonly refusal: Refusal;
}

interface Waiting {
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
  const edition = await currentEdition(db, regionId, c.var.platform.now());
  const categories = edition === null ? [] : await findCategories(db, regionId, edition.editionId);
  const found = await Promise.all(
    categories.map(async (category): Promise<Waiting | null> => {
      const result = await findShownResult(db, regionId, category.categoryId);
      if (result === null) return null;
      return {
        category,
        result,
        certification: await certificationOf(db, regionId, result),
        finalists: await findFinalists(db, regionId, category.categoryId),
      };
    }),
  );
  const results = found.filter((one) => one !== null);
  return page(
    c,
    { title: 'Penetapan', current: paths.leader, error: refusal !== null },
    <div class="tumpuk ruang-6">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} />}
      <h1>Penetapan hasil{edition === null ? '' : ` ${edition.year}`}</h1>
      {results.length === 0 && <p class="utama">Belum ada hasil yang dihitung. Hasil muncul di sini sesudah pleno.</p>}
      {GROUPS.map(({ state, title }) => {
        const group = results.filter(({ certification }) => resultState(certification) === state);
        if (group.length === 0) return null;
        return (
          <section class="tumpuk" aria-labelledby={state} key={state}>
            <h2 id={state}>{title}</h2>
            {group.map((one) => (
              <ResultCard key={one.category.code} waiting={one} csrf={signedIn(c).csrf} year={edition?.year ?? 0} refused={refused} />
            ))}
          </section>
        );
      })}
    </div>,
    refusal === null ? 200 : statusOf(refusal),
  );
}

interface ResultCardProps {
  readonly waiting: Waiting;
  readonly csrf: string;
  readonly year: number;
  readonly refused: RefusedCertification | null;
}

function ResultCard({ waiting, csrf, year, refused }: ResultCardProps) {
  const { category, result, certification, finalists } = waiting;
  const state = resultState(certification);
  const own = refused?.code === category.code ? refused : null;
  const refusal = own?.refusal ?? null;
  return (
    <section class="tumpuk" aria-labelledby={`k-${category.code}`}>
      <div class="baris baris--jauh">
        <h3 id={`k-${category.code}`}>{category.name}</h3>
        <Tag state={state === 'signed' ? 'menunggu' : state === 'computed' ? 'proses' : 'selesai'}>{RESULT_STATES[state]}</Tag>
      </div>
      {state === 'computed' && <p>Masih menunggu {signersMissing(certification).length} tanda tangan. Angka dibuka sesudah semua menandatangani.</p>}
      {state !== 'computed' && <ResultTables result={result} finalists={finalists} summary of={category.code} />}
      {state !== 'computed' && (
        <p>
          Sidik hasil: <code class="sidik">{result.digest}</code>
        </p>
      )}
      {state === 'signed' && (
        <Form action={paths.plenaryAct(category.code, 'penetapan')} csrf={csrf} hidden={{ hasil: result.resultId }}>
          <Field
            name="sk"
            id={`sk-${category.code}`}
            label="Nomor keputusan"
            hint="Boleh diisi kemudian pada dokumen keputusan."
            optional
            maxLength={200}
            value={own?.form.text('sk')}
            error={errorOf(refusal, 'sk')}
          />
          <p>Sistem menghitung ulang dari masukan yang dibekukan sebelum menetapkan.</p>
          <Sure label={sureTexts.certify} refusal={refusal} id={`pasti-${category.code}`} />
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
