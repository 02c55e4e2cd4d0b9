import { expect, openDeckWith, sourceOf, storedText, test } from "@/tests/support/people";
import type { Page } from "@playwright/test";

// A break that is a heading by accident, a link that leads nowhere, a picture without words.
const faulty = "# One\n\nthe last words\n---\n\n# Two\n\n[more][nowhere]\n\n![](https://example.org/build-times.png)\n";

test.describe("What the linter says", () => {
  test("is listed, leads to its place, and is mended by one undoable press", async ({ writer: ana }) => {
    await ana.context.route("https://example.org/**", (route) => route.fulfill({ contentType: "image/svg+xml", body: picture }));
    const id = await openDeckWith(ana, faulty);
    const { page } = ana;
    await openPanel(page, "3 notices");
    await page.getByRole("button", { name: /^Nothing defines the link “nowhere”/ }).click();
    await expect(page.getByText("Ln 8, Col 1")).toBeVisible();

    await openPanel(page, "3 notices");
    await page.getByRole("button", { name: "Make it a slide break" }).click();
    await expect.poll(() => storedText(ana, id)).toContain("the last words\n\n---\n\n# Two");
    await expect(page.getByRole("list", { name: "Slide rail" }).getByRole("listitem")).toHaveCount(2);
    await expect(page.getByRole("button", { name: "2 notices" })).toBeVisible();

    await sourceOf(page).focus();
    await page.keyboard.press("Control+z");
    await expect.poll(() => storedText(ana, id)).toBe(faulty);
    await expect(page.getByRole("button", { name: "3 notices" })).toBeVisible();
  });

  test("is offered as a quick fix where the caret stands", async ({ writer: ana }) => {
    await ana.context.route("https://example.org/**", (route) => route.fulfill({ contentType: "image/svg+xml", body: picture }));
    const id = await openDeckWith(ana, faulty);
    const { page } = ana;
    await expect(page.getByRole("button", { name: "3 notices" })).toBeVisible();
    await sourceOf(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Control+.");
    await page.getByText("Call it “build times”").click();
    await expect.poll(() => storedText(ana, id)).toContain("![build times](https://example.org/build-times.png)");
  });
});

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

async function openPanel(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await expect(page.getByRole("dialog", { name })).toBeVisible();
}
