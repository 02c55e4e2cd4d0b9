import {
  expect,
  goOn,
  joinBy,
  makeDeckWith,
  makeLink,
  openDeckWith,
  openEditor,
  saveStateOf,
  sourceOf,
  storedText,
  test,
  typeAtEnd,
  waitForWorker,
  type DeckLink,
  type Person,
} from "@/tests/support/people";
import type { Page } from "@playwright/test";

const deck = Array.from({ length: 12 }, (_, index) => `# Slide ${index + 1}\n\ntext\n`).join("\n---\n\n");

test.describe("Two people, and something goes wrong", () => {
  test("a lost connection is told apart from leaving, and undo takes back only one's own after it, and after another name", async ({ newPerson }) => {
    const [ana, ben] = [await newPerson(), await newPerson()];
    const id = await openDeckWith(ana, "# Together\n");
    await joinBy(await makeLink(ana, id, "edit"), ben);
    await expect(personIn(ana.page, "Ben")).toBeVisible();
    await typeAtEnd(ben.page, "by Ben ");
    await waitForWorker(ben.page);
    // Both are connected at this very moment: only then is there something to be cut off, and somebody to see it.
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
    await expect(personIn(ana.page, "Ben")).toBeVisible();

    await ben.context.setOffline(true);
    await expect(ana.page.getByText("Ben’s connection was lost.")).toBeVisible();
    await expect(peopleIn(ana.page).getByRole("img", { name: "Ben’s connection was lost" })).toBeVisible();
    await expect(saveStateOf(ben.page)).toHaveText("Offline: kept in this browser");
    await typeAtEnd(ana.page, "by Ana ");
    await ben.context.setOffline(false);
    await expect(personIn(ana.page, "Ben")).toBeVisible();
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await expect.poll(() => storedText(ana, id)).toContain("by Ana ");

    await ben.page.getByRole("button", { name: "Ben (you)" }).click();
    await ben.page.getByRole("menuitem", { name: "Change your name" }).click();
    await ben.page.getByRole("textbox", { name: "Your name" }).fill("Benjamin");
    await ben.page.getByRole("button", { name: "Save" }).click();
    await expect(personIn(ana.page, "Benjamin")).toBeVisible();
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await sourceOf(ben.page).focus();
    await ben.page.keyboard.press("Control+z");
    await expect.poll(() => storedText(ana, id)).not.toContain("by Ben");
    expect(await storedText(ana, id)).toContain("by Ana ");

    await goOn(ben.page, "/decks");
    await expect(personIn(ana.page, "Benjamin")).toHaveCount(0);
    await expect(peopleIn(ana.page).getByRole("img")).toHaveCount(0);
  });

  test("following goes where the other writes, until one scrolls, types or presses again", async ({ newPerson }) => {
    const [ana, ben] = [await newPerson(), await newPerson()];
    const id = await openDeckWith(ana, deck);
    await joinBy(await makeLink(ana, id, "edit"), ben);
    const ofBen = personIn(ana.page, "Ben");
    const words = ana.page.getByText(/^Following Ben/);
    await typeAtEnd(ben.page, "here ");
    await ofBen.press("Enter");
    await expect(words).toHaveText("Following Ben · slide 12");
    await expect(ofBen).toHaveAttribute("aria-pressed", "true");
    await expect(slideOf(ana.page, 12)).toBeInViewport();
    await ben.page.keyboard.press("Control+Home");
    await expect(words).toHaveText("Following Ben · slide 1");
    await expect(slideOf(ana.page, 1)).toBeInViewport();
    // Her own caret stays where it was: at the beginning, on slide 1.
    await expect(ana.page.getByText("Slide 1 of 12")).toBeVisible();

    await ana.page.keyboard.press("Escape");
    await expect(words).toHaveCount(0);
    await ofBen.click();
    await expect(words).toBeVisible();
    await ofBen.click();
    await expect(words).toHaveCount(0);
    await ofBen.click();
    await ana.page.getByRole("region", { name: "Slides" }).hover();
    await ana.page.mouse.wheel(0, 300);
    await expect(words).toHaveCount(0);
    await ofBen.click();
    await typeAtEnd(ana.page, "mine");
    await expect(words).toHaveCount(0);
    await ofBen.click();
    await ana.page.getByRole("button", { name: "Stop following Ben" }).click();
    await expect(words).toHaveCount(0);
  });

  test("who may do more from now on is told so and by whom, and can; who may do less is told too", async ({ newPerson }) => {
    const [ana, ben] = [await newPerson(), await newPerson({ refusals: [404] })];
    const id = await openDeckWith(ana, "# Together\n");
    await ana.context.request.patch("/api/me", { data: { name: "Ana" } });
    await joinBy(await makeLink(ana, id, "comment"), ben);
    await expect(saveStateOf(ben.page)).toHaveText(/^Read only/);
    const { id: userId }: { id: string } = await (await ben.context.request.get("/api/me")).json();
    const give = async (right: string) => {
      const given = await ana.context.request.patch(`/api/decks/${id}/people/${userId}`, { data: { right } });
      expect(given.status()).toBe(204);
    };
    const said = (words: string) => ben.page.getByRole("dialog").filter({ hasText: words });
    await give("present");
    await expect(said("Ana lets you present this deck now, and comment on it.")).toBeVisible();
    await give("edit");
    await expect(said("Ana lets you edit this deck now.")).toBeVisible();
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await ben.page.getByRole("button", { name: "Share" }).click();
    await expect(ben.page.getByRole("dialog", { name: /^Share/ }).getByRole("region", { name: "Publish" })).toBeVisible();
    await ben.page.keyboard.press("Escape");
    await give("comment");
    const banner = ben.page.getByRole("alert");
    await expect(banner.filter({ hasText: "You can now comment, but not change the text" })).toContainText(
      "Ana changed what you may do with this deck.",
    );
    await ben.page.getByRole("button", { name: "Share" }).click();
    await expect(ben.page.getByRole("dialog", { name: /^Share/ }).getByRole("region", { name: "Publish" })).toHaveCount(0);
    await ben.page.keyboard.press("Escape");
    expect((await ana.context.request.delete(`/api/decks/${id}/people/${userId}`)).status()).toBe(204);
    await expect(banner.filter({ hasText: "You no longer have access to this deck" })).toContainText("Ana took away your access while it was open.");
  });

  test("who may no longer change the text is told what they still may, and who may only look at the slides too", async ({ newPerson }) => {
    const [ana, ben] = [await newPerson(), await newPerson({ refusals: [403] })];
    const id = await openDeckWith(ana, "# Together\n");
    const links = { view: await makeLink(ana, id, "view"), comment: await makeLink(ana, id, "comment"), edit: await makeLink(ana, id, "edit") };
    await joinBy(links.view, ben);
    await joinBy(links.comment, ben);
    await joinBy(links.edit, ben);
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await typeAtEnd(ben.page, "by Ben");
    await expect.poll(() => storedText(ana, id)).toContain("by Ben");
    await withdraw(ana, id, links.edit);
    const commenting = ben.page.getByRole("alert").filter({ hasText: "You can now comment, but not change the text" });
    await expect(commenting).toBeVisible();
    await expect(saveStateOf(ben.page)).toHaveText("Read only");
    await commenting.getByRole("button", { name: "OK" }).click();
    await expect(commenting).toHaveCount(0);

    const banner = ben.page.getByRole("alert").filter({ hasText: "You can now only read" });
    await withdraw(ana, id, links.comment);
    await expect(banner).toContainText("you can see its slides, but not its text");
    await banner.getByRole("button", { name: "Show the slides" }).click();
    await expect(ben.page.getByRole("heading", { name: "Together" }).first()).toBeVisible();
    await expect(sourceOf(ben.page)).toHaveCount(0);
  });

  for (const slides of [1, 8]) {
    test(`the slides that somebody may only look at fill the window and scroll under the deck's name: ${slides}`, async ({ newPerson }) => {
      const [ana, ben] = [await newPerson(), await newPerson()];
      const id = await makeDeckWith(ana, Array.from({ length: slides }, (_, index) => `# Slide ${index + 1}\n`).join("\n---\n\n"));
      await joinBy(await makeLink(ana, id, "view"), ben);
      const region = ben.page.getByRole("region", { name: "Slides" });
      await expect(region).toContainText(`Slide ${slides}`);
      const ends = await region.evaluate((element) => [element.getBoundingClientRect().bottom, document.documentElement.scrollHeight]);
      expect(ends).toEqual([900, 900]);
    });
  }

  test("what is written comes to who only looks on and presses slides meanwhile, and so does the right to write along", async ({ newPerson }) => {
    // A browser of his own: its clock stays a made one.
    const [ana, ben] = [await newPerson(), await newPerson({ viewport: { width: 1440, height: 900 } })];
    const id = await makeDeckWith(ana, "# Together\n\n---\n\n# Here\n");
    await ben.page.clock.install();
    await joinBy(await makeLink(ana, id, "view"), ben);
    const region = ben.page.getByRole("region", { name: "Slides" });
    await expect(region).toContainText("Together");
    const later = (look: () => Promise<void>) =>
      expect(async () => {
        for (const slide of await region.locator(".preview-slide-sheet").all()) {
          await slide.click();
          await ben.page.clock.runFor(8_000);
        }
        await look();
      }).toPass();
    const { request } = ana.context;
    await request.put(`/api/decks/${id}/markdown`, {
      data: "# Apart\n\n---\n\n# There\n",
      headers: { "content-type": "text/markdown", "if-match": "*" },
    });
    await later(() => expect(region).toContainText("Apart", { timeout: 1_000 }));
    const { id: userId }: { id: string } = await (await ben.context.request.get("/api/me")).json();
    await request.patch(`/api/decks/${id}/people/${userId}`, { data: { right: "edit" } });
    await later(() => expect(ben.page.getByText("You can edit this deck now.")).toBeVisible({ timeout: 1_000 }));
    await expect(sourceOf(ben.page)).toBeVisible();
  });

  test("a deck that Ana deletes says so to Ben, who keeps his text", async ({ newPerson }) => {
    // What their pages ask for in that moment is gone.
    const [ana, ben] = [await newPerson({ refusals: [410] }), await newPerson({ refusals: [410] })];
    const id = await openDeckWith(ana, "# Together\n");
    await ana.context.request.patch("/api/me", { data: { name: "Ana" } });
    await joinBy(await makeLink(ana, id, "edit"), ben);
    await typeAtEnd(ben.page, "of Ben");
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    expect((await ana.context.request.delete(`/api/decks/${id}`)).status()).toBe(204);
    const banner = ben.page.getByRole("alert").filter({ hasText: "This deck was deleted by Ana" });
    await expect(banner).toBeVisible();
    const download = ben.page.waitForEvent("download");
    await banner.getByRole("button", { name: "Download my text" }).click();
    expect((await download).suggestedFilename()).toBe("Together.md");
  });

  test("a link out of a deck waits for what is not stored", async ({ newPerson }) => {
    const ana = await newPerson();
    const id = await openDeckWith(ana, "# Alone\n");
    await waitForWorker(ana.page);
    await ana.context.setOffline(true);
    await expect(saveStateOf(ana.page)).toHaveText(/^Offline/);
    await typeAtEnd(ana.page, "unsent");
    await ana.page.getByRole("link", { name: "Decks" }).click();
    const dialog = ana.page.getByRole("alertdialog", { name: "Leave before it is saved?" });
    await expect(dialog).toContainText("in this browser alone");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(new URL(ana.page.url()).pathname).toBe(`/decks/${id}`);
    await ana.context.setOffline(false);
    await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
    expect(await storedText(ana, id)).toContain("unsent");
    await ana.page.getByRole("link", { name: "Decks" }).click();
    await ana.page.waitForURL("/decks");
  });

  test("a deck that was deleted can't be shared any more, and says why at the button that keeps the focus", async ({ newPerson }) => {
    const [ana, ben] = [await newPerson({ refusals: [410] }), await newPerson({ refusals: [410] })];
    const id = await openDeckWith(ana, "# Together\n");
    await joinBy(await makeLink(ana, id, "edit"), ben);
    await openEditor(ben, id);
    const share = ben.page.getByRole("button", { name: "Share" });
    await share.focus();
    expect((await ana.context.request.delete(`/api/decks/${id}`)).status()).toBe(204);
    await expect(ben.page.getByRole("alert").filter({ hasText: "This deck was deleted" })).toBeVisible();
    await expect(share).toBeDisabled();
    await expect(share).toBeFocused();
    await share.click({ force: true });
    await expect(ben.page.locator("[data-base-ui-portal]").getByText("This deck was deleted")).toBeVisible();
    await expect(ben.page.getByRole("dialog", { name: /^Share/ })).toHaveCount(0);
  });
});

async function withdraw({ context }: Person, deckId: string, { id }: DeckLink): Promise<void> {
  expect((await context.request.delete(`/api/decks/${deckId}/links/${id}`)).status()).toBe(204);
}

function peopleIn(page: Page) {
  return page.getByRole("list", { name: "People here" });
}

function personIn(page: Page, name: string) {
  return peopleIn(page).getByRole("button", { name, exact: true });
}

function slideOf(page: Page, number: number) {
  return page
    .getByRole("region", { name: "Slides" })
    .getByRole("listitem")
    .nth(number - 1);
}
