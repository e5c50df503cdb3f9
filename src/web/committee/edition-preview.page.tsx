// What each role will see of a category, with the pieces those pages are made of.

import type { ComponentType } from 'preact';
import type { StageKind } from '../../domain/edition/stage.ts';
import { momentOf } from '../../domain/edition/timeline.ts';
import { rubricAsForm } from '../../domain/instrument/rubric-form.ts';
import { groupLines } from '../../texts/id/edition.ts';
import { previewTexts } from '../../texts/id/edition-preview.ts';
import { formatDateTime, formatDecimal, zoneOf } from '../../texts/id/format.ts';
import { rubricInWords, rulesInWords } from '../../texts/id/rules.ts';
import { notFound, page } from '../answer.tsx';
import { CriterionInput } from '../jury/sheet-form.tsx';
import { paths } from '../paths.ts';
import type { Ctx } from '../request.ts';
import { Tabs } from '../ui/browsing.tsx';
import { Notice } from '../ui/notice.tsx';
import { StageLine } from '../ui/progress.tsx';
import { type CategorySettings, type EditionView, findSettings, readEdition } from './edition-view.ts';
import { WeightTable } from './rubric-fields.tsx';

const ROLES = ['inovator', 'kepala', 'verifikator', 'juri', 'publik'] as const;
type Role = (typeof ROLES)[number];

interface Props {
  readonly c: Ctx;
  readonly view: EditionView;
  readonly category: CategorySettings;
}

export async function previewEdition(c: Ctx): Promise<Response> {
  const view = await readEdition(c);
  const category = findSettings(view, c.req.param('category'));
  if (view === null || category === null) return notFound(c);
  const role = ROLES.find((one) => one === c.req.query('peran')) ?? 'inovator';
  const { year } = view.edition;
  const Part = PARTS[role];
  return page(
    c,
    { title: previewTexts.title, current: paths.edition(year), year, back: { href: paths.edition(year), label: `Edisi ${year}` } },
    <div class="baca tumpuk">
      <h1>{previewTexts.title}</h1>
      {view.categories.length > 1 && (
        <Tabs
          label={previewTexts.categories}
          places={view.categories.map(({ code, name }) => ({ href: paths.previewEdition(year, code, role), label: name, current: code === category.code }))}
        />
      )}
      <Tabs
        label={previewTexts.roles}
        places={ROLES.map((one) => ({ href: paths.previewEdition(year, category.code, one), label: previewTexts.role[one], current: one === role }))}
      />
      <Notice kind="sunyi">{previewTexts.note}</Notice>
      <Part c={c} view={view} category={category} />
    </div>,
  );
}

const PARTS: Readonly<Record<Role, ComponentType<Props>>> = {
  inovator: Innovator,
  kepala: Head,
  verifikator: Verifier,
  juri: Juror,
  publik: Public,
};

/** When the role's work is open, or that the edition has no such stage. */
function When({ c, view, kind }: { readonly c: Ctx; readonly view: EditionView; readonly kind: StageKind }) {
  const stage = view.stages.find((one) => one.kind === kind);
  if (stage === undefined) return <p class="utama">{previewTexts.noStage}</p>;
  const zone = zoneOf(c.var.region.zone);
  return <p class="utama">{previewTexts.window(stage.name, formatDateTime(stage.opensAt, zone), formatDateTime(stage.closesAt, zone))}</p>;
}

function Innovator({ c, view, category }: Props) {
  const instrument = view.instrument;
  return (
    <section class="tumpuk" aria-labelledby="peran-ini">
      <h2 id="peran-ini">{previewTexts.heading.inovator(category.name)}</h2>
      <When c={c} view={view} kind="registration" />
      <p>{previewTexts.fills}</p>
      <ol>
        {instrument.sid.map(({ code, name, weight, mandatory }) => (
          <li key={code}>
            {name}, bobot {formatDecimal(weight)}
            {mandatory && ` (${previewTexts.mandatory})`}
          </li>
        ))}
      </ol>
      <p>{category.rules?.approver === 'nobody' ? previewTexts.sentStraight : previewTexts.sentToHead}</p>
    </section>
  );
}

function Head({ c, view, category }: Props) {
  return (
    <section class="tumpuk" aria-labelledby="peran-ini">
      <h2 id="peran-ini">{previewTexts.heading.kepala(category.name)}</h2>
      {category.rules?.approver === 'nobody' ? (
        <p class="utama">{previewTexts.headNothing}</p>
      ) : (
        <>
          <When c={c} view={view} kind="approval" />
          <p>{previewTexts.headDecides}</p>
        </>
      )}
    </section>
  );
}

function Verifier({ c, view, category }: Props) {
  return (
    <section class="tumpuk" aria-labelledby="peran-ini">
      <h2 id="peran-ini">{previewTexts.heading.verifikator(category.name)}</h2>
      <When c={c} view={view} kind="verification" />
      <p>{previewTexts.verifierDecides}</p>
      <ul>
        {previewTexts.verdicts.map((verdict) => (
          <li key={verdict}>{verdict}</li>
        ))}
      </ul>
    </section>
  );
}

/** The sheet as jurors get it; nothing here can be filled in. */
function Juror({ c, view, category }: Props) {
  return (
    <section class="tumpuk" aria-labelledby="peran-ini">
      <h2 id="peran-ini">{previewTexts.heading.juri(category.name)}</h2>
      <When c={c} view={view} kind="presentation" />
      <fieldset disabled class="tumpuk ruang-5" aria-label={previewTexts.sheet}>
        {category.rubric?.criteria.map((criterion) => (
          <CriterionInput key={criterion.code} criterion={criterion} value={undefined} error={undefined} />
        ))}
      </fieldset>
      {category.rubric !== null && (
        <ul>
          {rubricInWords(category.rubric).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Public({ c, view, category }: Props) {
  const zone = zoneOf(c.var.region.zone);
  const { groups } = momentOf(view.stages, c.var.platform.now());
  return (
    <section class="tumpuk" aria-labelledby="peran-ini">
      <h2 id="peran-ini">{previewTexts.heading.publik(category.name)}</h2>
      <StageLine
        stages={groups.map((group) => ({
          name: group.name,
          state: group.state === 'done' ? 'sudah' : group.state === 'now' ? 'kini' : 'nanti',
          when: groupLines(group, zone),
        }))}
      />
      {category.rules !== null && (
        <ul>
          {rulesInWords(category.rules, category.rubric, view.instrument).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {category.rubric !== null && <WeightTable typed={rubricAsForm(category.rubric)} />}
      <Prizes places={view.edition.prizes[category.code] ?? []} />
    </section>
  );
}

function Prizes({ places }: { readonly places: readonly string[] }) {
  if (places.length === 0) return <p>{previewTexts.noPrizes}</p>;
  return (
    <>
      <h3>{previewTexts.prizes}</h3>
      <ol>
        {places.map((prize) => (
          <li key={prize}>{prize}</li>
        ))}
      </ol>
    </>
  );
}
