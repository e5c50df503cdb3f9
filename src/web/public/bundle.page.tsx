// The bundle of a published result: its card on the page of the result, its file, its key, and the page that recomputes one in the browser.

import { perform } from '../../actions/perform.ts';
import { giveKey } from '../../actions/publication/give-key.ts';
import { holdsGrant } from '../../domain/people/role.ts';
import { mayHaveBundle } from '../../domain/publication/parties.ts';
import type { PublishedResult } from '../../domain/publication/published-result.ts';
import { findPublishedResult, type Publication } from '../../store/publication.read.ts';
import { type BundleAccess, findBundleAccess, readBundle } from '../../store/publication-bundle.read.ts';
import { bundlePageTexts } from '../../texts/id/bundle-page.ts';
import { notFound, page, seeOther } from '../answer.tsx';
import { readForm } from '../form.ts';
import { paths } from '../paths.ts';
import { type Ctx, who } from '../request.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { FileField } from '../ui/files.tsx';
import { Form } from '../ui/form.tsx';
import { SealCard } from '../ui/seal.tsx';

/** How to recompute the result oneself: the digest for everybody, the file for whom it is open, the key for the secretariat. */
export async function BundleCard({ c, publication }: { readonly c: Ctx; readonly publication: Publication<PublishedResult> }) {
  const { visitor, platform, region } = c.var;
  const access = await findBundleAccess(platform.db, region.regionId, publication.publicationId);
  if (access === null) return null;
  const { year, category } = publication.body;
  return (
    <SealCard title={bundlePageTexts.title} code={bundlePageTexts.digestIs} digest={access.digest}>
      <p class="kecil">{bundlePageTexts.lead}</p>
      {isOpenTo(c, access) ? (
        <p>
          <ButtonLink href={paths.bundle(year, category.code)} icon="unduh" download>
            {bundlePageTexts.download}
          </ButtonLink>
        </p>
      ) : (
        <p class="kecil redup">{bundlePageTexts.partiesOnly}</p>
      )}
      <p>
        <a href={paths.verifyBundle(access.digest)}>{bundlePageTexts.checkOne}</a>
      </p>
      {visitor !== null && isKeeper(c, access) && (
        <Form action={paths.bundleKey(year, category.code)} csrf={visitor.csrf} label={bundlePageTexts.key}>
          <p class="kecil">{bundlePageTexts.keyLead}</p>
          <Button kind="netral" icon="unduh">
            {bundlePageTexts.takeKey}
          </Button>
        </Form>
      )}
    </SealCard>
  );
}

/** Whoever must first set up a second factor counts as a stranger. */
function isOpenTo(c: Ctx, access: BundleAccess): boolean {
  const { visitor } = c.var;
  return mayHaveBundle(visitor === null || visitor.lacksFactor ? null : visitor.actor, access);
}

function isKeeper(c: Ctx, { editionId, categoryId }: BundleAccess): boolean {
  const { visitor } = c.var;
  return visitor !== null && !visitor.lacksFactor && holdsGrant(visitor.actor, 'secretariat', editionId, categoryId);
}

/** The file, for whom it is open; others are asked to sign in, or told that nothing is here. */
export async function downloadBundle(c: Ctx): Promise<Response> {
  const found = await findHere(c);
  if (found === null) return notFound(c);
  if (!isOpenTo(c, found.access)) return c.var.visitor === null ? seeOther(c, paths.signIn(c.req.path)) : notFound(c);
  const text = await readBundle(c.var.platform.db, c.var.region.regionId, found.access.publicationId);
  return text === null ? notFound(c) : fileOf(c, text, `bundel-${found.name}.json`);
}

/** The key, as an act of the secretariat. */
export async function giveKeyHere(c: Ctx): Promise<Response> {
  await readForm(c);
  const found = await findHere(c);
  if (found === null) return notFound(c);
  const { publicationId } = found.access;
  const given = await perform(c.var.platform, who(c), (act) => giveKey(act, { publicationId }));
  return given.ok ? fileOf(c, given.value.text, `kunci-bundel-${found.name}.json`) : notFound(c);
}

async function findHere(c: Ctx): Promise<{ readonly access: BundleAccess; readonly name: string } | null> {
  const [year, code] = [c.req.param('year') ?? '', c.req.param('category') ?? ''];
  if (!/^\d{4}$/.test(year)) return null;
  const { db } = c.var.platform;
  const { regionId } = c.var.region;
  const published = await findPublishedResult(db, regionId, Number(year), code);
  const access = published === null ? null : await findBundleAccess(db, regionId, published.publicationId);
  return published === null || access === null ? null : { access, name: `${year}-${code}-v${published.version}` };
}

function fileOf(c: Ctx, text: string, name: string): Response {
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${c.var.region.isSample ? 'contoh-' : ''}${name}"`,
    'content-length': String(Buffer.byteLength(text)),
    'x-robots-tag': 'noindex',
  };
  return new Response(text, { headers });
}

/** Recomputes a bundle in the browser; without a script it says how the command line does the same. */
export function showVerifyBundle(c: Ctx): Response {
  const digest = c.req.query('sidik') ?? '';
  const texts = bundlePageTexts;
  return page(
    c,
    { title: texts.check, current: paths.results, back: { href: paths.results, label: texts.allResults }, islands: ['verify-bundle'] },
    <div class="baca tumpuk">
      <h1>{texts.check}</h1>
      <p class="utama">{texts.checkLead}</p>
      <form id="periksa" hidden>
        <div class="tumpuk ruang-5">
          <FileField name="bundel" label={texts.file} hint={texts.fileHint} accept=".json,application/json" />
          <Field name="sidik" label={texts.digest} hint={texts.digestHint} optional maxLength={64} value={/^[0-9a-f]{64}$/i.test(digest) ? digest : ''} />
          <FileField name="jangkar" label={texts.anchors} hint={texts.anchorsHint} accept=".txt,text/plain" />
          <Field name="daftar" label={texts.keyList} hint={texts.keyListHint} optional maxLength={64} />
          <Button kind="utama">{texts.checkNow}</Button>
        </div>
      </form>
      <div id="putusan" role="status" class="tumpuk" />
      <h2>{texts.byCommand}</h2>
      <p>{texts.byCommandLead}</p>
      <p>
        <code>{texts.command}</code>
      </p>
      <p class="redup">{texts.whatHolds}</p>
    </div>,
  );
}
