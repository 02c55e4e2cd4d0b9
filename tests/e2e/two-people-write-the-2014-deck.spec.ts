import { expect, openDeckWith, saveStateOf, sourceOf, startWriting, storedText, test, typeAtEnd, waitForWorker } from "@/tests/support/people";
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";

// A deck as the one of 2014: Landslide's, headings without breaks, `!bash` blocks.
const deckFile = "tests/fixtures/deck/talks/unfinished.md";

test.describe("Two people write the 2014 deck", () => {
  test("a stranger starts writing in one press, in a tour of five slides", async ({ newPerson }) => {
    const ana = await newPerson();
    await startWriting(ana);
    await expect(railOf(ana.page)).toHaveCount(5);
    await expect(ana.page.getByRole("region", { name: "Slides" })).toContainText("Write a talk together");
  });

  test("what a stranger wrote on the landing page comes along", async ({ newPerson }) => {
    const { page } = await newPerson();
    await page.goto("/");
    await typeAtEnd(page, "\n---\n\n# A slide of my own");
    await expect(page.getByRole("region", { name: "Slides" })).toContainText("A slide of my own");
    await page.getByRole("button", { name: "Start writing" }).click();
    await page.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("region", { name: "Slides" })).toContainText("A slide of my own");
    await expect(railOf(page)).toHaveCount(5);
    await expect(saveStateOf(page)).toHaveText(/^Saved/);
  });

  test("a dropped Landslide deck opens as Landslide shows it, and its breaks are one undoable edit", async ({ newPerson }) => {
    const { page } = await newPerson();
    await startWriting({ page, context: page.context() });
    await page.goto("/decks");
    await dropFile(page, "unfinished.md", readFileSync(deckFile, "utf8"));
    await page.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
    await expect(railOf(page)).toHaveCount(4);
    await expect(page.getByText("4 slides; 13 if every top-level heading starts one.")).toBeVisible();
    await expect(
      railOf(page)
        .filter({ has: page.getByRole("button", { name: /runs over$/ }) })
        .first(),
    ).toBeVisible();
    await expect(page.locator(".preview-slide-overflow").last()).toHaveAttribute("title", /^\d+(\.\d)? screens tall: /);

    await page.getByRole("button", { name: /^Start a slide at each of/ }).click();
    await expect(railOf(page)).toHaveCount(13);
    await sourceOf(page).focus();
    await page.keyboard.press("Control+z");
    await expect(railOf(page)).toHaveCount(4);
    await page.keyboard.press("Control+Shift+z");
    await expect(railOf(page)).toHaveCount(13);
    await expect(saveStateOf(page)).toHaveText(/^Saved/);
  });

  test("code with a language is coloured, and a template stays as it is written", async ({ writer: ana }) => {
    await openDeckWith(ana, "# Code\n\n    !bash\n    # a comment\n    echo hello\n\n`!{{lang}}` stays\n");
    const slides = ana.page.getByRole("region", { name: "Slides" });
    await expect(slides.locator("pre[data-language=bash] .hljs-comment")).toHaveText("# a comment");
    await expect(slides.getByText("!{{lang}}")).toBeVisible();
  });

  test("typing changes the slide it is in and no other", async ({ writer: ana }) => {
    await openDeckWith(ana, "# One\n\n---\n\n# Two\n\n---\n\n# Three\n");
    const { page } = ana;
    const headings = page.getByRole("region", { name: "Slides" }).locator("h1");
    await expect(headings).toHaveCount(3);
    for (const heading of await headings.all()) await heading.evaluate((element) => element.setAttribute("data-drawn", "before"));
    await typeAtEnd(page, "\nmore");
    await expect(page.getByRole("region", { name: "Slides" }).getByText("more")).toBeVisible();
    expect(await headings.evaluateAll((all) => all.map((element) => element.getAttribute("data-drawn")))).toEqual(["before", "before", null]);
  });

  test("caret and slide follow each other", async ({ writer: ana }) => {
    await openDeckWith(ana, Array.from({ length: 12 }, (_, index) => `# Slide ${index + 1}\n\ntext\n`).join("\n---\n\n"));
    const { page } = ana;
    await railOf(page).nth(8).getByRole("button").click();
    await expect(page.getByText("Slide 9 of 12")).toBeVisible();
    await sourceOf(page).focus();
    await page.keyboard.type("here ");
    await expect(slideOf(page, 9)).toContainText("here");
    await page.keyboard.press("Control+Home");
    await expect(slideOf(page, 1)).toHaveAttribute("aria-current", "true");
    await expect(slideOf(page, 1)).toBeInViewport();
  });

  test("Saved means that it is in the database", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, "# One\n");
    await typeAtEnd(ana.page, "committed text");
    await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
    expect(await storedText(ana, id)).toContain("committed text");
  });

  test("a co-author joins by a link, both see both carets, and each undoes only their own", async ({ newPerson, writer: ana }) => {
    const ben = await newPerson();
    const id = await openDeckWith(ana, "# Together\n\nAna's line\n\nBen's line\n");
    await joinByLink(ana.page, ben.page);
    expect(new URL(ben.page.url()).pathname).toBe(`/decks/${id}`);
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await expect(ana.page.getByRole("list", { name: "People here" }).getByRole("button", { name: "Ben" })).toBeVisible();

    await sourceOf(ana.page).focus();
    await ana.page.keyboard.press("Control+Home");
    await ana.page.keyboard.press("End");
    await ana.page.keyboard.type(" by Ana");
    await typeAtEnd(ben.page, "and by Ben");
    await expect(slideOf(ana.page, 1)).toContainText("and by Ben");
    await expect(slideOf(ben.page, 1)).toContainText("Together by Ana");
    await expect(ana.page.locator(".monaco-editor").getByText("Ben", { exact: true })).toBeAttached();
    await expect(ben.page.locator(".monaco-editor").getByText("A guest", { exact: true })).toBeAttached();

    const text = () => storedText(ana, id);
    await ana.page.keyboard.press("Control+z");
    await expect.poll(text).not.toContain("by Ana");
    expect(await text()).toContain("and by Ben");

    await ana.page.keyboard.type(" again by Ana");
    await ana.page.getByRole("button", { name: "More" }).click();
    await ana.page.getByRole("menuitem", { name: /^Undo/ }).click();
    await expect.poll(text).not.toContain("again by Ana");
    expect(await text()).toContain("and by Ben");

    await sourceOf(ana.page).focus();
    await ana.page.keyboard.type(" once more by Ana");
    await expect.poll(text).toContain("once more by Ana");
    await ana.page.keyboard.press("F1");
    await expect(ana.page.getByRole("textbox", { name: "Type to narrow down results." })).toBeFocused();
    await ana.page.keyboard.type("Undo");
    await expect(ana.page.getByRole("option").first()).toHaveAccessibleName(/^Undo/);
    await ana.page.keyboard.press("Enter");
    await expect.poll(text).not.toContain("once more by Ana");
    expect(await text()).toContain("and by Ben");
  });

  test("a co-author's edits scroll nobody", async ({ newPerson, writer: ana }) => {
    const ben = await newPerson();
    await openDeckWith(ana, Array.from({ length: 30 }, (_, index) => `# Slide ${index + 1}\n\ntext\n`).join("\n---\n\n"));
    await joinByLink(ana.page, ben.page);
    await railOf(ana.page).nth(9).getByRole("button").click();
    await expect(slideOf(ana.page, 10)).toBeInViewport();
    const top = () => slideOf(ana.page, 10).evaluate((element) => Math.round(element.getBoundingClientRect().top));
    await expect.poll(async () => (await top()) === (await top())).toBe(true);
    const before = await top();
    await sourceOf(ben.page).focus();
    await ben.page.keyboard.press("Control+Home");
    await ben.page.keyboard.type("# New first\n\n---\n\n");
    await expect(ana.page.getByText("Slide 11 of 31")).toBeVisible();
    const after = await slideOf(ana.page, 11).evaluate((element) => Math.round(element.getBoundingClientRect().top));
    expect(Math.abs(after - before)).toBeLessThanOrEqual(2);
  });

  test("what is typed without a network is kept, said, and sent when it is back", async ({ newPerson }) => {
    const ana = await newPerson();
    const ben = await newPerson();
    const id = await openDeckWith(ana, "# Together\n");
    await joinByLink(ana.page, ben.page);
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    // Everything that the page loads late is there: only the deck's own connection is to be missed.
    await waitForWorker(ben.page);
    await ben.context.setOffline(true);
    await expect(saveStateOf(ben.page)).toHaveText(/^Offline/);
    await typeAtEnd(ben.page, "written on a train");
    await typeAtEnd(ana.page, "written at a desk ");
    await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
    await expect(saveStateOf(ben.page)).toHaveText(/^Offline/);
    expect(await storedText(ana, id)).not.toContain("written on a train");
    await ben.context.setOffline(false);
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    expect(await storedText(ana, id)).toContain("written on a train");
    await expect(slideOf(ana.page, 1)).toContainText("written on a train");
    await expect(slideOf(ben.page, 1)).toContainText("written at a desk");
  });
});

function railOf(page: Page) {
  return page.getByRole("list", { name: "Slide rail" }).getByRole("listitem");
}

function slideOf(page: Page, number: number) {
  return page
    .getByRole("region", { name: "Slides" })
    .getByRole("listitem")
    .nth(number - 1);
}

/** Ana makes a link that lets people edit; Ben opens it, picks a name and joins. */
async function joinByLink(ana: Page, ben: Page): Promise<void> {
  await ana.getByRole("button", { name: "Share" }).click();
  const links = ana.getByRole("region", { name: "Work on it together" });
  await links.getByRole("button", { name: "New link" }).click();
  await ana.getByRole("menuitem", { name: "People with this link can edit" }).click();
  const address = await links.getByRole("textbox").inputValue();
  await ana.keyboard.press("Escape");
  await ben.goto(address);
  await ben.getByLabel("Your name").fill("Ben");
  await ben.getByRole("button", { name: "Join" }).click();
  await ben.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
  await expect(sourceOf(ben)).toBeVisible();
}

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ""], fileName ?? "", { type: "text/markdown" }));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent("main", "dragenter", { dataTransfer: transfer });
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}
