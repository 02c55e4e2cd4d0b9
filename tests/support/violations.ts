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
 */
export async function violationsOf(page: Page): Promise<readonly Violation[]> {
  const axe = new AxeBuilder({ page })
    .exclude(".monaco-editor")
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }));
}
