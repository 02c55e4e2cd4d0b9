import { beGuest, expect, goOn, joinUnseen, makeLink, openDeckWith, sourceOf, storedText, test } from "../support/people";

const markdown = "# Caching\n\nAna Berg\n\n---\n\n# Why it is slow\n\n- the cache is lukewarm after each deploy\n- nobody looks\n";

test("Two people talk about the words of a deck, which may go, come back and be answered", async ({ newPerson }) => {
  const [ana, ben] = [await newPerson(), await newPerson()];
  for (const [person, name] of [
    [ana, "Ana"],
    [ben, "Ben"],
  ] as const) {
    await beGuest(person);
    await person.context.request.patch("/api/me", { data: { name } });
  }
  const id = await openDeckWith(ana, markdown);
  await joinUnseen(await makeLink(ana, id, "comment"), ben);

  await test.step("Ben, who may not write, selects a word and comments on it, to Ana", async () => {
    await ben.page.goto(`/decks/${id}`);
    await expect(sourceOf(ben.page)).toBeVisible();
    // On a busy machine the text is laid out anew between the two presses of a double click, which then select nothing.
    await expect(async () => {
      await ben.page.locator(".view-line", { hasText: "lukewarm" }).getByText("lukewarm").dblclick();
      await ben.page.getByRole("button", { name: "Comment", exact: true }).click({ timeout: 3_000 });
    }).toPass();
    const words = ben.page.getByRole("textbox", { name: "Comment" });
    await words.pressSequentially("How warm is that, @An");
    await ben.page.getByRole("option", { name: "Ana" }).click();
    await words.press("Control+Enter");
    await expect(ben.page.getByRole("article", { name: /How warm is that, @Ana/ })).toBeVisible();
  });

  const mark = ana.page.locator(".comment-mark");
  await test.step("Ana sees it at once: on the words, on the slide, in the panel", async () => {
    await expect(mark).toHaveText(/lukewarm/);
    await ana.page.getByRole("button", { name: "1 comment on slide 2" }).first().click();
    await expect(ana.page.getByRole("article", { name: /How warm is that/ })).toBeVisible();
  });

  await test.step("the words go with what is written above them; deleted they are told to be gone; undone they are back", async () => {
    await sourceOf(ana.page).focus();
    await ana.page.keyboard.press("Control+Home");
    await ana.page.keyboard.type("A title before. ");
    await expect(mark).toHaveText(/lukewarm/);
    await ana.page.locator(".view-line", { hasText: "lukewarm" }).getByText("lukewarm").click();
    await ana.page.keyboard.press("End");
    await ana.page.keyboard.press("Shift+Home");
    await ana.page.keyboard.press("Delete");
    await expect(ana.page.getByText("The text it spoke of is gone")).toBeVisible();
    await expect(ben.page.getByText("The text it spoke of is gone")).toBeVisible();
    await ana.page.keyboard.press("Control+z");
    await expect(mark).toHaveText(/lukewarm/);
    await expect(ben.page.getByText("The text it spoke of is gone")).toBeHidden();
    await expect.poll(() => storedText(ana, id)).toContain("the cache is lukewarm");
  });

  await test.step("Ana answers and resolves it; Ben opens it again", async () => {
    await ana.page.getByRole("textbox", { name: "Reply" }).fill("About 40 degrees.");
    await ana.page.getByRole("button", { name: "Reply", exact: true }).click();
    await expect(ben.page.getByRole("article", { name: /About 40 degrees/ })).toBeVisible();
    await ana.page.getByRole("button", { name: "Resolve", exact: true }).click();
    await expect(ben.page.getByText("No open comments.")).toBeVisible();
    await ben.page.getByRole("button", { name: "Resolved", exact: true }).click();
    await ben.page.getByRole("button", { name: "Open again" }).click();
    await expect(mark).toHaveText(/lukewarm/);
  });

  await test.step("who presses Reply at another conversation writes there at once", async () => {
    await ana.context.request.post(`/api/decks/${id}/comments`, { data: { body: "Of the whole deck." } });
    const card = ana.page.getByRole("listitem").filter({ hasText: "Of the whole deck." });
    await card.getByRole("button", { name: "Reply" }).click();
    await ana.page.keyboard.type("Yes, all of it.");
    await ana.page.keyboard.press("Control+Enter");
    await expect(card.getByRole("article", { name: /Yes, all of it/ })).toBeVisible();
  });

  await test.step("what was said to Ana waits in her inbox, and leads to its place", async () => {
    await goOn(ana.page, "/inbox");
    const item = ana.page.getByRole("listitem").filter({ hasText: "speaks to you in" });
    await expect(item).toContainText("How warm is that");
    await item.getByRole("link").click();
    await expect(ana.page.getByRole("article", { name: /How warm is that/ })).toBeVisible();
  });
});
