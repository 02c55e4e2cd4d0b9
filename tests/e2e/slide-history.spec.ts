import { expect, joinUnseen, makeDeckWith, makeLink, openDeckWith, saveStateOf, sourceOf, storedText, test } from "../support/people";

const markdown = "# One\n\nfirst\n\n---\n\n# Two\n\nsecond\n\n---\n\n# Three\n\nthird\n";

test("A slide is lost and brought back, looked up in its own history, approved, and a restore is taken back", async ({ newPerson }) => {
  const ana = await newPerson();
  const { page } = ana;
  const id = await openDeckWith(ana, markdown);
  const rail = page.getByRole("list", { name: "Slide rail" });
  await ana.context.request.post(`/api/decks/${id}/versions`, { data: { name: "First draft" } });

  await test.step("a deleted slide comes back out of the bin to where it was", async () => {
    await rail.getByRole("button", { name: "Slide 2: Two" }).click();
    await page.keyboard.press("Delete");
    await expect.poll(() => storedText(ana, id)).not.toContain("# Two");
    await expect(saveStateOf(page)).toHaveText(/^Saved/);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "History" }).click();
    await expect.poll(async () => (await (await ana.context.request.get(`/api/decks/${id}/slides/deleted`)).json()).slides.length).toBe(1);
    await page.getByRole("button", { name: "Deleted slides" }).click();
    await page.getByRole("button", { name: "Bring back" }).click();
    await expect.poll(() => storedText(ana, id)).toBe(markdown);
  });

  await test.step("a restore of a version is this person's latest step, which Ctrl+Z takes back", async () => {
    await page.getByRole("button", { name: "Close" }).first().click();
    await sourceOf(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("and more");
    await expect.poll(() => storedText(ana, id)).toContain("and more");
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "History" }).click();
    await page.getByRole("button", { name: /First draft/ }).click();
    await page.getByRole("button", { name: "Restore this version" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Restore" }).click();
    await expect.poll(() => storedText(ana, id)).toBe(markdown);
    await sourceOf(page).focus();
    await page.keyboard.press("Control+z");
    await expect.poll(() => storedText(ana, id)).toContain("and more");
  });

  await test.step("one slide is what it was in its own history, and the others stay", async () => {
    await rail.getByRole("button", { name: "Slide 3: Three" }).click({ button: "right" });
    await page.getByRole("menuitem", { name: "History of this slide" }).click();
    await page.getByRole("button", { name: "Bring this back" }).click();
    await expect.poll(async () => (await storedText(ana, id)).trimEnd()).toBe(markdown.trimEnd());
  });

  await test.step("an approval shows in the rail and dies with the slide's text", async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Review" }).click();
    await page.getByRole("button", { name: "Approve" }).nth(1).click();
    await expect(page.getByText("1 of 3 slides approved")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).first().click();
    await expect(rail.getByRole("img", { name: "Approved" })).toHaveCount(1);
    await rail.getByRole("button", { name: "Slide 2: Two" }).click();
    await page.keyboard.press("F2");
    await page.keyboard.press("End");
    await page.keyboard.type(" changed");
    await expect(rail.getByRole("img", { name: "Approved" })).toHaveCount(0);
  });
});

test("Who may comment and not write is offered a slide's history and a comment on it, and nothing that changes it", async ({ newPerson }) => {
  const [ana, ben] = [await newPerson(), await newPerson()];
  const id = await makeDeckWith(ana, markdown);
  await ana.context.request.post(`/api/decks/${id}/versions`, { data: { name: "First draft" } });
  const changed = await ana.context.request.put(`/api/decks/${id}/markdown`, {
    data: markdown.replace("second", "second take"),
    headers: { "content-type": "text/markdown" },
  });
  expect(changed.status()).toBe(204);
  await joinUnseen(await makeLink(ana, id, "comment"), ben);
  const { page } = ben;
  await page.goto(`/decks/${id}`);
  await expect(saveStateOf(page)).toHaveText(/^Read only/);
  await page.getByRole("button", { name: "Slide 2: Two" }).click();
  await page.getByRole("button", { name: "What to do with slide 2" }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["Comment on this slide", "History of this slide"]);
  await page.getByRole("menuitem", { name: "History of this slide" }).click();
  await expect(page.getByRole("dialog", { name: "History of this slide" })).toContainText("second take");
  await expect(page.getByRole("button", { name: "Bring this back" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add slide" })).toHaveCount(0);
});
