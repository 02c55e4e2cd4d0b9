import { expect, openDeckWith, saveStateOf, sourceOf, storedText, test } from "@/tests/support/people";
import type { Page } from "@playwright/test";

const threeSlides = "# One\n\ntext of one\n\n---\n\n# Two\n\ntext of two\n\n---\n\n# Three\n\ntext of three\n";

test.describe("Slides are put in order in the rail", () => {
  test("a slide is duplicated, moved, hidden and deleted by keys, and each is one step of undo", async ({ newPerson }) => {
    const ana = await newPerson();
    const id = await openDeckWith(ana, threeSlides);
    const { page } = ana;
    await rowOf(page, 2).click();
    await page.keyboard.press("Control+d");
    await expect.poll(() => titles(page)).toEqual(["One", "Two", "Two", "Three"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => titles(page)).toEqual(["One", "Two", "Three"]);

    await rowOf(page, 2).click();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => titles(page)).toEqual(["Two", "One", "Three"]);
    await expect(page.getByText("Slide moved to 1 of 3")).toBeAttached();
    await expect(rowOf(page, 1)).toBeFocused();
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => titles(page)).toEqual(["One", "Three", "Two"]);

    await page.keyboard.press("h");
    await expect(page.getByRole("button", { name: "Slide 3: Two, hidden" })).toBeFocused();
    await page.keyboard.press("h");
    await expect(page.getByRole("button", { name: "Slide 3: Two", exact: true })).toBeVisible();

    await page.keyboard.press("Delete");
    await expect.poll(() => titles(page)).toEqual(["One", "Three"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => titles(page)).toEqual(["One", "Three", "Two"]);
    await expect(saveStateOf(page)).toHaveText(/^Saved/);
    expect(await storedText(ana, id)).toBe("# One\n\ntext of one\n\n---\n\n# Three\n\ntext of three\n\n---\n\n# Two\n\ntext of two\n");
  });

  test("deleted and undone, the text is the same as before", async ({ newPerson }) => {
    const ana = await newPerson();
    const id = await openDeckWith(ana, threeSlides);
    const { page } = ana;
    await rowOf(page, 2).click();
    await page.keyboard.press("Delete");
    await expect.poll(() => titles(page)).toEqual(["One", "Three"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => titles(page)).toEqual(["One", "Two", "Three"]);
    await expect(saveStateOf(page)).toHaveText(/^Saved/);
    expect(await storedText(ana, id)).toBe(threeSlides);
  });

  test("a slide is added after the current one and written in at once", async ({ newPerson }) => {
    const ana = await newPerson();
    await openDeckWith(ana, threeSlides);
    const { page } = ana;
    await rowOf(page, 1).click();
    await page.keyboard.press("Enter");
    await expect.poll(() => titles(page)).toEqual(["One", "untitled", "Two", "Three"]);
    await expect(rowOf(page, 2)).toBeFocused();
    await page.keyboard.press("F2");
    await expect(sourceOf(page)).toBeFocused();
    await page.keyboard.type("# New");
    await expect.poll(() => titles(page)).toEqual(["One", "New", "Two", "Three"]);
    await page.getByRole("button", { name: "Add slide", exact: true }).click();
    await page.keyboard.type("# Last");
    await expect.poll(() => titles(page)).toEqual(["One", "New", "Two", "Three", "Last"]);
  });

  test("slides are dragged to another place, several together", async ({ newPerson }) => {
    const ana = await newPerson();
    await openDeckWith(ana, threeSlides);
    const { page } = ana;
    await drag(page, 3, 1);
    await expect.poll(() => titles(page)).toEqual(["Three", "One", "Two"]);
    await rowOf(page, 1).click();
    await rowOf(page, 2).click({ modifiers: ["Shift"] });
    await drag(page, 1, 4);
    await expect.poll(() => titles(page)).toEqual(["Two", "Three", "One"]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => titles(page)).toEqual(["Three", "One", "Two"]);
  });

  test("a right click opens what can be done with a slide", async ({ newPerson }) => {
    const ana = await newPerson();
    await openDeckWith(ana, threeSlides);
    const { page } = ana;
    await rowOf(page, 3).click({ button: "right" });
    await page.getByRole("menuitem", { name: /^Move up/ }).click();
    await expect.poll(() => titles(page)).toEqual(["One", "Three", "Two"]);
    await page.getByRole("button", { name: "What to do with slide 2" }).click();
    await page.getByRole("menuitem", { name: /^Duplicate/ }).click();
    await expect.poll(() => titles(page)).toEqual(["One", "Three", "Three", "Two"]);
  });

  test("in the sheet of a phone slides have their menu too", async ({ newPerson }) => {
    const ana = await newPerson({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await openDeckWith(ana, threeSlides);
    const { page } = ana;
    await page.getByRole("button", { name: "All slides" }).click();
    await page.getByRole("button", { name: "What to do with slide 1" }).click();
    await page.getByRole("menuitem", { name: /^Move down/ }).click();
    await expect.poll(() => titles(page)).toEqual(["Two", "One", "Three"]);
  });
});

function rowOf(page: Page, number: number) {
  return page
    .getByRole("list", { name: "Slide rail" })
    .getByRole("listitem")
    .nth(number - 1)
    .getByRole("button");
}

async function titles(page: Page): Promise<readonly string[]> {
  const rows = page.getByRole("list", { name: "Slide rail" }).getByRole("button");
  const names = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
  return names.map((name) => name.replace(/^Slide \d+: /, "").replace(/, (?:hidden|chosen|runs over).*$/, ""));
}

/** Drags the row of a slide before the row of another; one more than there are means behind the last. */
async function drag(page: Page, from: number, before: number): Promise<void> {
  const start = await rowOf(page, from).boundingBox();
  const first = await rowOf(page, 1).boundingBox();
  const second = await rowOf(page, 2).boundingBox();
  if (start === null || first === null || second === null) throw new Error("The rail shows no such rows.");
  const rowHeight = second.y - first.y;
  await page.mouse.move(start.x + 60, start.y + 30);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + 50, { steps: 4 });
  await page.mouse.move(start.x + 60, first.y + (before - 1) * rowHeight, { steps: 8 });
  await expect(page.locator(".rail-drop")).toBeVisible();
  await page.mouse.up();
}
