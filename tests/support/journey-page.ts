// What every page must keep, whoever looks at it: looked at once per kind of page, in light and in dark, on a narrow phone.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** English months, holes of the program, and words the house does not use. */
const FORBIDDEN =
  /\b(January|February|March|May|June|July|August|October|December|undefined|NaN|Invalid|null|Silahkan)\b|Belum ditentukan|\[object|\d{4}-\d{2}-\d{2}T\d{2}/;
const WIDTHS = [320, 1280];

/** Everything wrong with the page that is open, as sentences; empty when it is right. */
export async function complaintsOf(page: Page, kind: string, { axe }: { readonly axe: boolean }): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 640 });
    complaints.push(...(await layoutComplaints(page, width)));
  }
  await page.setViewportSize({ width: 360, height: 640 });
  complaints.push(...(await wordComplaints(page)));
  if (axe) complaints.push(...(await axeComplaints(page)));
  await picture(page, kind);
  return complaints.map((one) => `${kind}: ${one}`);
}

async function layoutComplaints(page: Page, width: number): Promise<readonly string[]> {
  return page.evaluate((at) => {
    const found: string[] = [];
    const root = document.documentElement;
    const name = (element: Element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
      found.push(`scrolls sideways at ${at} px (${root.scrollWidth}): ${wide.slice(0, 3).map(name).join(' ')}`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '' || !parent.checkVisibility()) continue;
      if (parent.closest('script, style, noscript, svg')) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 14) small.add(`${name(parent)} ${size} px "${(node.textContent ?? '').trim().slice(0, 30)}"`);
    }
    if (small.size > 0) found.push(`text under 14 px: ${[...small].slice(0, 4).join(' ')}`);
    for (const control of document.querySelectorAll('input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, textarea')) {
      if (control.checkVisibility() && Number.parseFloat(getComputedStyle(control).fontSize) < 16) found.push(`a control under 16 px: ${name(control)}`);
    }
    for (const target of document.querySelectorAll('button, summary, a.tombol, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select')) {
      const box = target.getBoundingClientRect();
      if (target.checkVisibility() && box.width > 0 && (box.height < 24 || box.width < 24))
        found.push(`a target under 24 px: ${name(target)} ${box.width}×${box.height}`);
    }
    return found;
  }, width);
}

async function wordComplaints(page: Page): Promise<readonly string[]> {
  const { text, title, lang, inline } = await page.evaluate(() => ({
    text: document.body.innerText,
    title: document.title,
    lang: document.documentElement.lang,
    inline: document.querySelectorAll('[style], script:not([src]), [onclick]').length,
  }));
  const bad = FORBIDDEN.exec(`${title}\n${text}`);
  return [
    ...(bad ? [`says "${text.slice(Math.max(0, bad.index - title.length - 30), bad.index - title.length + 30)}" (${bad[0]})`] : []),
    ...(/\bWIB\b/.test(text) && !/\bWITA\b/.test(text) ? ['names WIB without WITA'] : []),
    ...(lang === 'id' ? [] : [`lang is "${lang}"`]),
    ...(title.trim() === '' ? ['has no title'] : []),
    ...(inline === 0 ? [] : [`${inline} inline styles or scripts`]),
  ];
}

async function axeComplaints(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const builder = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await (colorScheme === 'light' ? builder : builder.withRules(['color-contrast'])).analyze();
    for (const { id, nodes } of violations) {
      complaints.push(
        `axe ${id} in ${colorScheme}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
      );
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return complaints;
}

/** Keeps the page as a picture when a folder is named for it. */
async function picture(page: Page, kind: string): Promise<void> {
  const folder = process.env.BAILANG_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${kind.replaceAll(/[^a-z0-9]+/gi, '-')}.png`), fullPage: true });
}
