import { beGuest, expect, openEditor, storedText, test, type Person } from "@/tests/support/people";
import { violationsOf } from "@/tests/support/violations";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="teal"/></svg>`;

async function makeDeck({ context }: Person, data: unknown): Promise<string> {
  const { id }: { id: string } = await (await context.request.post("/api/decks", { data })).json();
  return id;
}

const card = ({ page }: Person, title: string) => page.getByRole("list", { name: "Decks" }).getByRole("link", { name: title });

test.describe("The library", () => {
  test("decks are found by what a slide says, put into folders and thrown away by keys alone, and taken back", async ({ newPerson }) => {
    const ana = await newPerson();
    const { page } = ana;
    await beGuest(ana);
    await makeDeck(ana, { markdown: "# Queues\n\n---\n\n## Back pressure\n\nA slow consumer makes the producer wait.\n" });
    await makeDeck(ana, { markdown: "# Caches" });
    await page.goto("/decks");
    await page.keyboard.press("/");
    await page.keyboard.type("slow prod");
    const found = page.getByRole("list", { name: "Found" });
    await expect(found).toContainText("Back pressure");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#back-pressure$/);
    await expect(page.getByText(/Slide 2 of 2/)).toBeVisible();

    await page.goto("/decks");
    await page.getByRole("button", { name: "New folder for your decks" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Spring");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("navigation").getByRole("link", { name: /^Spring/ })).toBeVisible();
    await card(ana, "Queues").dragTo(page.getByRole("navigation").getByRole("link", { name: /^Spring/ }));
    await page
      .getByRole("navigation")
      .getByRole("link", { name: /^Spring/ })
      .click();
    await expect(card(ana, "Queues")).toBeVisible();
    await expect(card(ana, "Caches")).toBeHidden();

    await page.getByRole("navigation").getByRole("link", { name: "All decks" }).click();
    await card(ana, "Caches").focus();
    await page.keyboard.press("x");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("x");
    await expect(page.getByRole("toolbar", { name: "With the chosen decks" })).toContainText("2 selected");
    await page.keyboard.press("Delete");
    await expect(page.getByRole("heading", { name: "Your decks are in the trash" })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(card(ana, "Caches")).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  test("the trash is said to be empty at no moment where decks are in it", async ({ newPerson }) => {
    const ana = await newPerson();
    const { page } = ana;
    await beGuest(ana);
    const id = await makeDeck(ana, { markdown: "# Caches" });
    expect((await ana.context.request.delete(`/api/decks/${id}`)).status()).toBe(204);
    await page.goto("/decks");
    await expect(page.getByRole("heading", { name: "Your deck is in the trash" })).toBeVisible();
    // The records know of words too that were gone again within the same frame.
    await page.evaluate(() => {
      new MutationObserver((changes) => {
        const touched = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
        if (touched.some(({ textContent }) => textContent?.includes("The trash is empty"))) document.body.dataset["lied"] = "";
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await page.getByRole("button", { name: "Open the trash" }).click();
    await expect(page.getByRole("heading", { name: "Trash", exact: true })).toBeVisible();
    await expect(card(ana, "Caches")).toBeVisible();
    expect(await page.locator("body[data-lied]").count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  test("slides come from another deck with their pictures as one edit, and a picture gets another name in the text too", async ({ writer: ana }) => {
    const { page } = ana;
    await beGuest(ana);
    const other = await makeDeck(ana, { markdown: "# Lender\n\n---\n\n## Lent\n\n![a](dot.svg)\n" });
    const headers = { "content-type": "image/svg+xml", "x-file-name": "dot.svg" };
    await ana.context.request.post(`/api/decks/${other}/files`, { data: svg, headers });
    const id = await makeDeck(ana, { markdown: "# Mine\n" });
    await openEditor(ana, id);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Insert slides from another deck" }).click();
    await page.getByRole("button", { name: /^Lender/ }).click();
    await page.getByRole("button", { name: "Slide 2: Lent" }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Insert", exact: true }).click();
    await expect.poll(() => storedText(ana, id)).toBe("# Mine\n\n---\n\n## Lent\n\n![a](dot.svg)\n");

    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Files of this deck" }).click();
    await expect(page.getByRole("list", { name: "Files" })).toContainText("Slide 2");
    await page.getByRole("button", { name: "More about dot.svg" }).click();
    await page.getByRole("menuitem", { name: "Rename…" }).click();
    await page.getByRole("textbox", { name: /^Name/ }).fill("point");
    await page.getByRole("button", { name: "Rename", exact: true }).click();
    await expect.poll(() => storedText(ana, id)).toContain("![a](point.svg)");
    await expect(page.getByRole("dialog", { name: "Rename the file" })).toBeHidden();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await expect(page.getByRole("region", { name: "Slides" }).getByRole("img", { name: "a" })).toHaveAttribute("src", /point\.svg$/);
  });
});
