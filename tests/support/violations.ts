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
  // Every look takes axe into the page once more, which is most of what a look at a small page costs.
  if (options.alike === undefined) return lookFor(page, builderFor(page));
  return [...(await lookFor(page, builderFor(page).disableRules(contrast))), ...(await coloursAgainst(page, options))];
}

/** What axe finds wrong with the page's colours alone: the other rules ask nothing that a page's scheme changes. */
export function coloursAgainst(page: Page, { alike }: LookOptions = {}): Promise<readonly Violation[]> {
  const builder = builderFor(page).withRules(contrast);
  return lookFor(page, alike === undefined ? builder : builder.exclude(alike));
}

const contrast = "color-contrast";

/** No page of ours frames another's, so axe asks this page alone (its "legacy" mode), and it describes what is wrong alone: a half of its time. */
function builderFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .exclude(".monaco-editor")
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true);
}

/** Colours on their way to others are those of no moment. */
async function lookFor(page: Page, builder: AxeBuilder): Promise<readonly Violation[]> {
  await page.waitForFunction(() => document.getAnimations().every((animation) => !(animation instanceof CSSTransition)));
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }));
}
