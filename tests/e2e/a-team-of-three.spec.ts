import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect, goOn, saveStateOf, sourceOf, storedText, test, typeAtEnd, type Person } from "@/tests/support/people";

const deck = `# Containers for everybody

with Ana and Ben

---

# What a container is

A process with walls.

---

# Why now

Nobody knows.

---

# Questions
`;

// The script of issue 7: a step a picture, kept beside the test's results to be looked at.
test("A team of three writes, reviews, loses a slide, publishes and parts", async ({ newPerson }, testInfo) => {
  // What is withdrawn under an open page is refused to it.
  const [ana, ben, cem] = [await newPerson(), await newPerson(), await newPerson({ refusals: [403, 404] })];
  let step = 0;
  const look = async (name: string, { page }: Person) => {
    step += 1;
    await page.screenshot({ path: testInfo.outputPath(`${String(step).padStart(2, "0")}-${name}.png`) });
  };
  let id = "";

  await test.step("Ana and Ben sign up, and Ana makes a team", async () => {
    await signUp(ana, "Ana");
    await signUp(ben, "Ben");
    await goOn(ana.page, "/teams");
    await ana.page.getByRole("button", { name: "New team" }).click();
    await ana.page.getByLabel("What is it called?").fill("Container talks");
    await ana.page.getByRole("button", { name: "Create team" }).click();
    await ana.page.waitForURL(/\/teams\/[^/]+$/);
    await expect(ana.page.getByRole("heading", { name: "Container talks" })).toBeVisible();
    await look("team", ana);
  });

  await test.step("Ana invites Ben into the team by a link, and he accepts", async () => {
    await ana.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await ana.page.getByRole("button", { name: "Get a link" }).click();
    await expect(ana.page.getByText("The link is made and copied.")).toBeVisible();
    const address = await ana.page.evaluate(() => navigator.clipboard.readText());
    await ben.page.goto(new URL(address).pathname);
    await look("invitation", ben);
    await ben.page.getByRole("button", { name: "Accept" }).click();
    await ben.page.waitForURL(/\/teams\/[^/]+$/);
    await expect(ben.page.getByRole("list", { name: "People of the team" })).toContainText("Ana");
  });

  await test.step("Ana shares her deck with the team, and Ben has it open", async () => {
    const made = await ana.context.request.post("/api/decks", { data: { markdown: deck } });
    expect(made.status()).toBe(201);
    ({ id } = await made.json());
    await open(ana.page, id);
    const dialog = await openShare(ana.page);
    await dialog.getByRole("button", { name: "Share with a team" }).click();
    await ana.page.getByRole("menuitem", { name: "Container talks" }).click();
    await expect(dialog.getByRole("list", { name: "People with access" })).toContainText("Container talks");
    await look("share", ana);
    await ana.page.keyboard.press("Escape");
    await open(ben.page, id);
  });

  await test.step("Cem joins by a link that lets him comment and asks for a password", async () => {
    const made = await ana.context.request.post(`/api/decks/${id}/links`, {
      data: { kind: "join", right: "comment", label: "Cem", password: "walls and all" },
    });
    expect(made.status()).toBe(201);
    const { url }: { url: string } = await made.json();
    await cem.page.goto(new URL(url).pathname);
    await cem.page.getByLabel("Your name").fill("Cem");
    await cem.page.getByLabel("The link’s password").fill("walls and all");
    await look("password", cem);
    await cem.page.getByRole("button", { name: "Join" }).click();
    await cem.page.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
    await expect(saveStateOf(cem.page)).toHaveText(/^Read only/);
  });

  await test.step("Ana and Ben write at once", async () => {
    await Promise.all([typeAtEnd(ana.page, "\nAsk Ana. "), typeAtEnd(ben.page, "\nAsk Ben. ")]);
    await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await expect.poll(() => storedText(ana, id)).toMatch(/Ask Ana\.[\s\S]*Ask Ben\.|Ask Ben\.[\s\S]*Ask Ana\./);
    await look("writing", ben);
  });

  await test.step("Cem comments on a slide; Ana sees it at once and answers", async () => {
    await rowOf(cem.page, 3).click();
    await openComments(cem.page);
    await cem.page.getByRole("button", { name: "New comment" }).click();
    await cem.page.getByRole("textbox", { name: "Comment" }).fill("Somebody must know.");
    await cem.page.keyboard.press("Control+Enter");
    await openComments(ana.page);
    const panel = commentsOf(ana.page);
    await expect(panel).toContainText("Somebody must know.");
    await panel.getByRole("button", { name: "Reply" }).first().click();
    await panel.getByRole("textbox", { name: "Reply" }).fill("I will ask.");
    await ana.page.keyboard.press("Control+Enter");
    await expect(commentsOf(cem.page)).toContainText("I will ask.");
    await look("comments", ana);
  });

  await test.step("Ben resolves it", async () => {
    await openComments(ben.page);
    await commentsOf(ben.page).getByRole("button", { name: "Resolve", exact: true }).click();
    await expect(commentsOf(ana.page)).not.toContainText("Somebody must know.");
    await look("resolved", ben);
    await ben.page.getByRole("button", { name: "Close comments" }).click();
    await ana.page.getByRole("button", { name: "Close comments" }).click();
  });

  await test.step("Ana names the version, and Cem approves one slide and asks for a change of another", async () => {
    await chooseInMore(ana.page, "History");
    await ana.page.getByRole("button", { name: "Name how it is now" }).click();
    await ana.page.getByLabel("Name", { exact: true }).fill("Rehearsed");
    await ana.page.getByRole("dialog").last().getByRole("button", { name: "Save" }).click();
    await expect(ana.page.getByRole("navigation", { name: "Versions" })).toContainText("Rehearsed");
    await look("named", ana);
    await ana.page.keyboard.press("Escape");
    await chooseInMore(cem.page, "Review");
    const slides = cem.page.getByRole("region", { name: "Slides to review" });
    await slides.getByRole("button", { name: "Approve" }).first().click();
    await expect(cem.page.getByText("1 of 4 slides approved")).toBeVisible();
    await look("review", cem);
    await cem.page.keyboard.press("Escape");
  });

  await test.step("Ben changes the approved slide, and only then is it approved no more", async () => {
    await typeAtEnd(ben.page, "More. ");
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await chooseInMore(cem.page, "Review");
    await expect(cem.page.getByText("1 of 4 slides approved")).toBeVisible();
    await cem.page.keyboard.press("Escape");
    await sourceOf(ben.page).focus();
    await ben.page.keyboard.press("Control+Home");
    await ben.page.keyboard.press("End");
    await ben.page.keyboard.type(" at last");
    await expect(saveStateOf(ben.page)).toHaveText(/^Saved/);
    await chooseInMore(cem.page, "Review");
    await expect(cem.page.getByText("0 of 4 slides approved")).toBeVisible();
    await look("approval-gone", cem);
    await cem.page.keyboard.press("Escape");
  });

  await test.step("Ben deletes a slide by mistake, and Ana brings it back out of the bin", async () => {
    await rowOf(ben.page, 2).click();
    await ben.page.keyboard.press("Delete");
    await expect(ana.page.getByRole("button", { name: "Slide 2: Why now" })).toBeVisible();
    await chooseInMore(ana.page, "History");
    await ana.page.getByRole("button", { name: "Deleted slides" }).click();
    await expect(ana.page.getByRole("button", { name: "Bring back" })).toBeVisible();
    await look("bin", ana);
    await ana.page.getByRole("button", { name: "Bring back" }).click();
    await expect(ana.page.getByText("The slide is back where it was.")).toBeVisible();
    await ana.page.keyboard.press("Escape");
    await expect(ben.page.getByRole("button", { name: "Slide 2: What a container is" })).toBeVisible();
  });

  let address = "";
  await test.step("Ana publishes, and a stranger sees the slides", async () => {
    const section = (await openShare(ana.page)).getByRole("region", { name: "Publish" });
    await section.getByRole("button", { name: "Publish" }).click();
    address = await section.getByRole("textbox").inputValue();
    await look("published", ana);
    await ana.page.keyboard.press("Escape");
    // Its page asks again once the link is withdrawn.
    const stranger = await newPerson({ refusals: [410] });
    await stranger.page.goto(new URL(address).pathname);
    await expect(stranger.page.getByRole("heading", { name: "Containers for everybody at last" })).toBeVisible();
    await look("public", stranger);
  });

  await test.step("Ben goes back to the rehearsed version, Ana sees it, and takes it back", async () => {
    await chooseInMore(ben.page, "History");
    await ben.page
      .getByRole("navigation", { name: "Versions" })
      .getByRole("button", { name: /Rehearsed/ })
      .click();
    await expect(ben.page.getByRole("region", { name: "Changes since this version" })).toContainText("Changed");
    await look("compare", ben);
    await ben.page.getByRole("button", { name: "Restore this version" }).click();
    await ben.page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(ana.page.getByRole("button", { name: "Slide 1: Containers for everybody", exact: true })).toBeVisible();
    await look("restored", ana);
    await expect(ben.page.getByRole("dialog").filter({ hasText: /^The deck is as it was/ })).toBeVisible();
    await expect(cem.page.getByRole("dialog").filter({ hasText: "Ben took the deck back to “Rehearsed”." })).toBeVisible();
    const said = ana.page.getByRole("dialog").filter({ hasText: "Ben took the deck back to “Rehearsed”." });
    await said.getByRole("button", { name: "Undo" }).click();
    await expect(ana.page.getByRole("button", { name: "Slide 1: Containers for everybody at last" })).toBeVisible();
  });

  await test.step("The menu of Cem's right says of each what it lets him do", async () => {
    const dialog = await openShare(ana.page);
    await dialog.getByRole("button", { name: "Cem: can comment" }).click();
    const rights = ana.page.getByRole("group", { name: "What they can do" }).getByRole("menuitemradio");
    await expect(rights).toHaveText([
      "Can editThey write with you, share and publish.",
      "Can presentThey read along, comment, see the speaker notes and give the talk. They change nothing.",
      "Can commentThey read the text and the speaker notes along with you, and comment. They change nothing.",
      "Can viewThey see the slides, neither the text nor the speaker notes.",
    ]);
    await look("rights", ana);
  });

  await test.step("Ana removes Cem, whose open page says so", async () => {
    await ana.page.getByRole("menuitem", { name: "Remove access…" }).click();
    await ana.page.getByRole("button", { name: "Remove access", exact: true }).click();
    await expect(cem.page.getByRole("alert").filter({ hasText: /no longer|any more/ })).toBeVisible();
    await look("removed", cem);
  });

  await test.step("Ana withdraws the public link, which says so", async () => {
    const section = ana.page.getByRole("region", { name: "Publish" });
    await section.getByRole("button", { name: "More about this link" }).click();
    await ana.page.getByRole("menuitem", { name: "Withdraw…" }).click();
    await ana.page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect.poll(async () => (await ana.context.request.get(address)).status()).toBe(410);
    await look("withdrawn", ana);
  });
});

async function signUp({ page }: Person, name: string): Promise<void> {
  await page.goto("/signup");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.invalid`);
  await page.getByLabel("Password").fill("a good password");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL(/\/decks$/);
}

async function open(page: Page, id: string): Promise<void> {
  await goOn(page, `/decks/${id}`);
  await expect(saveStateOf(page)).toHaveText(/^Saved/);
}

async function openShare(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Share" }).click();
  return page.getByRole("dialog", { name: /^Share/ });
}

async function chooseInMore(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function openComments(page: Page): Promise<void> {
  if (!(await commentsOf(page).isVisible())) await page.getByRole("button", { name: /^Comments/ }).click();
}

function commentsOf(page: Page): Locator {
  return page.getByRole("complementary", { name: "Comments" });
}

function rowOf(page: Page, number: number): Locator {
  return page.getByRole("button", { name: new RegExp(`^Slide ${number}: `) });
}
