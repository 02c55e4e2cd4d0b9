import { expect, joinBy, makeDeckWith, makeLink, openDeckWith, saveStateOf, sourceOf, storedText, test } from "@/tests/support/people";
import type { Page } from "@playwright/test";

const threeSlides = "# One\n\ntext of one\n\n---\n\n# Two\n\ntext of two\n\n---\n\n# Three\n\ntext of three\n";

test.describe("Slides are put in order in the rail", () => {
  test("a slide is duplicated, moved, hidden and deleted by keys, and each is one step of undo", async ({ writer: ana }) => {
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

  test("deleted and undone, the text is the same as before", async ({ writer: ana }) => {
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

  test("a slide is added after the current one and written in at once", async ({ writer: ana }) => {
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

  test("slides are dragged to another place, several together", async ({ writer: ana }) => {
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

  test("a right click opens what can be done with a slide", async ({ writer: ana }) => {
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

test.describe("The text is formatted by keys and a toolbar", () => {
  test("bold, list and link come and go, each as one step of undo", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, "# One\n\nsome words\n\nmore\n");
    const { page } = ana;
    const text = () => storedText(ana, id);
    await sourceOf(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+b");
    await expect.poll(text).toBe("# One\n\n**some** words\n\nmore\n");
    await page.keyboard.press("Control+b");
    await expect.poll(text).toBe("# One\n\nsome words\n\nmore\n");
    await page.keyboard.press("Control+Shift+8");
    await expect.poll(text).toBe("# One\n\n- some words\n\nmore\n");
    await page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Italic" }).click();
    await expect.poll(text).toBe("# One\n\n- *some* words\n\nmore\n");
    await page.keyboard.press("Control+z");
    await expect.poll(text).toBe("# One\n\n- some words\n\nmore\n");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("https://example.org");
    await expect.poll(text).toBe("# One\n\n- [some](https://example.org) words\n\nmore\n");
  });

  test("a line becomes a heading and a slide gets notes from the toolbar", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, "one\n\n---\n\n# Two\n");
    const { page } = ana;
    await sourceOf(page).focus();
    await page.keyboard.press("Control+Home");
    await page.getByRole("button", { name: "Heading level" }).click();
    await page.getByRole("menuitem", { name: /^Heading 2/ }).click();
    await expect(sourceOf(page)).toBeFocused();
    await expect.poll(() => storedText(ana, id)).toBe("## one\n\n---\n\n# Two\n");
    await page.getByRole("button", { name: "Speaker notes" }).click();
    await page.keyboard.type("Breathe.");
    await expect.poll(() => storedText(ana, id)).toBe("## one\n\n<!-- Breathe. -->\n\n---\n\n# Two\n");
  });

  test("the palette knows what can be done with slides", async ({ writer: ana }) => {
    await openDeckWith(ana, threeSlides);
    const { page } = ana;
    // With less motion too, which once left it empty until something was typed.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await sourceOf(page).focus();
    await page.keyboard.press("F1");
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.type("Slide: Duplicate");
    await page.getByRole("option", { name: /^Slide: Duplicate/ }).click();
    await expect.poll(() => titles(page)).toHaveLength(4);
  });

  test("the palette opens from the menu too, by mouse and by keys", async ({ writer: ana }) => {
    await openDeckWith(ana, threeSlides);
    const { page } = ana;
    const menu = page.getByRole("button", { name: "More", exact: true });
    const item = page.getByRole("menuitem", { name: "Command palette" });
    for (const choose of [() => item.click(), () => item.press("Enter")]) {
      await menu.click();
      await choose();
      await expect(page.getByRole("option", { name: /^Add Cursor Above/ })).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(sourceOf(page)).toBeFocused();
    }
  });
});

test.describe("Deck and slides are set up in dialogs", () => {
  test("another theme is one edit of the front matter, seen at once and taken back at once", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, `---\n# ours\ntitle: "T"\n---\n\n${threeSlides}`);
    const { page } = ana;
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: /^Deck settings/ }).click();
    const dialog = page.getByRole("dialog", { name: "Deck settings" });
    await dialog.getByRole("radio", { name: "Landslide" }).click();
    await expect.poll(() => storedText(ana, id)).toBe(`---\n# ours\ntitle: "T"\ntheme: landslide\n---\n\n${threeSlides}`);
    await dialog.getByRole("switch", { name: "Slide numbers" }).click();
    await dialog.getByLabel("Footer").fill("Ana Ruiz: 2026");
    await dialog.getByLabel("Footer").press("Enter");
    await expect
      .poll(() => storedText(ana, id))
      .toBe(`---\n# ours\ntitle: "T"\ntheme: landslide\npaginate: true\nfooter: "Ana Ruiz: 2026"\n---\n\n${threeSlides}`);
    await page.keyboard.press("Escape");
    await sourceOf(page).focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
    await expect.poll(() => storedText(ana, id)).toBe(`---\n# ours\ntitle: "T"\n---\n\n${threeSlides}`);
  });

  test("a layout is chosen by its picture and written on the slide", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, threeSlides);
    const { page } = ana;
    await rowOf(page, 2).click({ button: "right" });
    await page.getByRole("menuitem", { name: /^Slide settings/ }).click();
    await page.getByRole("dialog", { name: "Settings of slide 2" }).getByRole("radio", { name: "Centred" }).click();
    await expect.poll(() => storedText(ana, id)).toContain("---\n\n<!-- _layout: center -->\n\n# Two");
  });
});

test("no formatting is offered while nothing can be written", async ({ newPerson }) => {
  const ana = await newPerson();
  const id = await makeDeckWith(ana, "# One\n");
  let connect: () => void = () => undefined;
  const mayConnect = new Promise<void>((resolve) => {
    connect = resolve;
  });
  await ana.page.route("**/collab-token", async (route) => {
    await mayConnect;
    await route.continue();
  });
  await ana.page.goto(`/decks/${id}`);
  const heading = ana.page.getByRole("button", { name: "Heading level" });
  await expect(heading).toBeDisabled();
  await heading.click({ force: true });
  await expect(ana.page.getByRole("menu")).toHaveCount(0);
  connect();
  await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
  await expect(heading).toBeEnabled();
});

test("two people put slides in order at once, and nobody's words are lost", async ({ newPerson, writer: ana }) => {
  const ben = await newPerson();
  const id = await openDeckWith(ana, threeSlides);
  await joinBy(await makeLink(ana, id, "edit"), ben);
  await expect(sourceOf(ben.page)).toBeVisible();
  await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);

  await sourceOf(ben.page).focus();
  await ben.page.keyboard.press("Control+End");
  await ben.page.keyboard.type("by Ben");
  await rowOf(ana.page, 1).click();
  await ana.page.keyboard.press("Alt+ArrowDown");
  await ben.page.keyboard.type(" and more");
  for (const { page } of [ana, ben]) await expect.poll(() => titles(page)).toEqual(["Two", "One", "Three"]);
  await ana.page.keyboard.press("Control+z");
  for (const { page } of [ana, ben]) await expect.poll(() => titles(page)).toEqual(["One", "Two", "Three"]);
  await expect.poll(() => storedText(ana, id)).toBe(`${threeSlides}by Ben and more`);
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
