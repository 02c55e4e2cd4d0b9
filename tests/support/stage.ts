import type { Page } from "@playwright/test";
import { expect, sourceOf, type Person } from "@/tests/support/people";

/** The slide that a stage shows. */
export function shown(page: Page) {
  return page.locator("section.slide[data-active]");
}

/** The stage that the editor's button opens. */
export async function pressPresent({ context, page }: Person): Promise<Page> {
  await expect(sourceOf(page)).toBeVisible();
  const [stage] = await Promise.all([context.waitForEvent("page"), page.getByRole("button", { name: "Present" }).click()]);
  await expect(shown(stage)).toHaveAttribute("data-slide", "1");
  return stage;
}

/** The desk that `p` opens. */
export async function openDesk(stage: Page): Promise<Page> {
  const [desk] = await Promise.all([stage.context().waitForEvent("page"), stage.keyboard.press("p")]);
  await desk.waitForLoadState();
  return desk;
}
