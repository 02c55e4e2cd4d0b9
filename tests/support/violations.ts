import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export interface Violation {
  readonly id: string;
  /** The elements it is about, as the page has them. */
  readonly nodes: readonly string[];
}

export interface LookOptions {
  /** Elements made of the same parts as others: their colours are measured for theirs, which is most of axe's time. */
  readonly alike?: string;
}

/** What axe finds wrong with the page as it stands; Monaco's own elements are not ours to mend. */
export async function violationsOf(page: Page, options: LookOptions = {}): Promise<readonly Violation[]> {
  const builder = await builderFor(page);
  if (options.alike === undefined) return lookFor(page, builder);
  return [...(await lookFor(page, builder.disableRules(contrast))), ...(await coloursAgainst(page, options))];
}

/** What axe finds wrong with the page's colours alone: the other rules ask nothing that a page's scheme changes. */
export async function coloursAgainst(page: Page, { alike }: LookOptions = {}): Promise<readonly Violation[]> {
  const builder = (await builderFor(page)).withRules(contrast);
  return lookFor(page, alike === undefined ? builder : builder.exclude(alike));
}

const contrast = "color-contrast";

/** No page of ours frames another's, so axe asks this page alone (its "legacy" mode), and it describes what is wrong alone: a half of its time. */
async function builderFor(page: Page): Promise<AxeBuilder> {
  // Axe is a megabyte of script, and most of what a look at a small page costs: it comes into a page once.
  const hasAxe = await page.evaluate(() => "axe" in globalThis);
  return new AxeBuilder({ page, ...(hasAxe ? { axeSource: "0" } : {}) })
    .exclude(".monaco-editor")
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true);
}

/** What is found while axe reads may be something that fades away meanwhile: what is still there at a second look is wrong. */
async function lookFor(page: Page, builder: AxeBuilder): Promise<readonly Violation[]> {
  const found = await lookOnce(page, builder);
  return found.length === 0 ? found : lookOnce(page, builder);
}

/** Colours on their way to others are those of no moment. */
async function lookOnce(page: Page, builder: AxeBuilder): Promise<readonly Violation[]> {
  await page.waitForFunction(() => document.getAnimations().every((animation) => !(animation instanceof CSSTransition)));
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }));
}
