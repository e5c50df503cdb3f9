// A catalogue beside another: row by row, and on a portfolio.

import { regionRule } from '../../actions/instrument/known-catalogues.ts';
import type { CatalogueDocument } from '../../domain/instrument/catalogue-document.ts';
import { compareRules } from '../../domain/regional-index/compare.ts';
import { type IndexRule, readIndexRule } from '../../domain/regional-index/rule.ts';
import { spdLevelsOf } from '../../domain/regional-index/spd.ts';
import { BASES, standingOf } from '../../domain/regional-index/standing.ts';
import { roundHalfUp } from '../../domain/shared/rational.ts';
import { findSpdLevels, listIndexInnovations } from '../../store/regional-index.read.ts';
import { catalogueRowFaces, catalogueTermFaces, catalogueTexts } from '../../texts/id/catalogue.ts';
import { faceChanges } from '../../texts/id/edition-faces.ts';
import { formatChange, formatList, formatScore } from '../../texts/id/format.ts';
import { say } from '../../texts/id/say.ts';
import type { Ctx } from '../request.ts';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { CatalogueView } from './catalogue-view.ts';
import { FaceDiff } from './face-diff.tsx';

interface RowsProps {
  readonly mine: CatalogueDocument;
  readonly other: CatalogueDocument;
  readonly otherName: string;
}

/** Only what differs, row by row in the order of the newer catalogue. */
export function RowsCompared({ mine, other, otherName }: RowsProps) {
  const before = new Map(other.rows.map((row) => [row.code, row]));
  const after = new Map(mine.rows.map((row) => [row.code, row]));
  const codes = [...new Set([...after.keys(), ...before.keys()])];
  const rows = codes
    .map((code) => {
      const [old, fresh] = [before.get(code), after.get(code)];
      const note = old === undefined ? catalogueTexts.onlyHere : fresh === undefined ? catalogueTexts.onlyThere : null;
      const changes = old === undefined || fresh === undefined ? [] : faceChanges(catalogueRowFaces(old), catalogueRowFaces(fresh));
      return { code, name: (fresh ?? old)?.name ?? '', note, changes };
    })
    .filter(({ note, changes }) => note !== null || changes.length > 0);
  const terms = faceChanges(catalogueTermFaces(other), catalogueTermFaces(mine));
  return (
    <>
      <p>
        <b>{rows.length === 0 ? catalogueTexts.same(otherName) : catalogueTexts.changed(rows.length, codes.length, otherName)}</b>
      </p>
      {rows.map(({ code, name, note, changes }) => (
        <section key={code} class="tumpuk tumpuk--lega">
          <h3>
            {code} {name}
          </h3>
          {note !== null && <p>{note}</p>}
          <FaceDiff changes={changes} />
        </section>
      ))}
      {terms.length > 0 && (
        <section class="tumpuk tumpuk--lega">
          <h3>{catalogueTexts.terms}</h3>
          <FaceDiff changes={terms} />
        </section>
      )}
    </>
  );
}

interface Tried {
  readonly basis: (typeof BASES)[number];
  readonly now: string;
  readonly under: string;
  readonly difference: string;
  readonly predicate: string;
  readonly notCounted: readonly string[];
}

/** The portfolio of a year under the rule that holds for it and under this catalogue: a simulation, marked as one. */
export async function whatIf(c: Ctx, view: CatalogueView, year: number) {
  const under = readIndexRule(view.text);
  const now = await regionRule(c.var.platform.db, c.var.region.regionId, year);
  if (!under.ok) return <Notice kind="sunyi">{`${catalogueTexts.whatIfIncomplete} ${say(under.refusal)}`}</Notice>;
  if (!now.ok) return <Notice kind="sunyi">{catalogueTexts.whatIfNone}</Notice>;
  const tried = await tryOn(c, now.value, { ...under.value, code: view.code }, year);
  const notCounted = [...new Set(tried.flatMap((one) => one.notCounted))];
  return (
    <>
      <Notice kind="sunyi">{catalogueTexts.whatIfNote}</Notice>
      <Table
        label={catalogueTexts.whatIfTable}
        columns={[
          { key: 'basis', label: catalogueTexts.basis, heading: true },
          { key: 'now', label: catalogueTexts.now(catalogueTexts.nameOf(now.value.code)), numeric: true },
          { key: 'under', label: catalogueTexts.under, numeric: true },
          { key: 'difference', label: catalogueTexts.difference, numeric: true },
          { key: 'predicate', label: catalogueTexts.predicate },
        ]}
        rows={tried.map(({ basis, notCounted: _codes, ...cells }) => ({ cells: { ...cells, basis: catalogueTexts.bases[basis] } }))}
      />
      <p class="kecil redup">{catalogueTexts.roundedOnce}</p>
      {notCounted.length > 0 && <p>{catalogueTexts.notCounted(formatList(notCounted))}</p>}
    </>
  );
}

async function tryOn(c: Ctx, now: IndexRule, under: IndexRule, year: number): Promise<readonly Tried[]> {
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const spd = await findSpdLevels(db, regionId, year);
  const standing = standingOf(now, year, spdLevelsOf(now, spd.rows), await listIndexInnovations(db, regionId, year));
  return BASES.flatMap((basis): readonly Tried[] => {
    const compared = compareRules(now, under, standing.portfolios[basis]);
    if (!compared.ok) return [];
    const { left, right, difference, notCounted } = compared.value;
    return [
      {
        basis,
        now: formatScore(left.printed),
        under: formatScore(right.printed),
        difference: left.printed === right.printed ? '0' : formatChange(roundHalfUp(difference, 2), 2),
        predicate: right.predicate.label,
        notCounted,
      },
    ];
  });
}
