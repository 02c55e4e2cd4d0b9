import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export interface Violation {
  readonly id: string;
  /** The elements it is about, as the page has them. */
  readonly nodes: readonly string[];
}

/**
 * What axe finds wrong with the page as it stands; Monaco's own elements are not ours to mend. No page of ours frames
 * another's, so axe asks this page alone (its "legacy" mode), and it describes what is wrong alone: a half of its time.
 * Contrast is most of the rest: elements that `alike` selects are made of the same parts as others, whose colours are
 * measured for theirs.
 */
export async function violationsOf(page: Page, { alike }: { readonly alike?: string } = {}): Promise<readonly Violation[]> {
  const shapes = builderFor(page).disableRules("color-contrast");
  const colours = builderFor(page).withRules("color-contrast");
  if (alike !== undefined) colours.exclude(alike);
  const found = [...(await shapes.analyze()).violations, ...(await colours.analyze()).violations];
  return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }));
}

function builderFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .exclude(".monaco-editor")
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true);
}
