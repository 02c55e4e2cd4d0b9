import { randomUUID } from "node:crypto";
import { beGuest, expect, goOn, openDeckWith, saveStateOf, sourceOf, startWriting, test, typeAtEnd, waitForWorker } from "@/tests/support/people";
import { violationsOf } from "@/tests/support/violations";

test.describe("Bad input", () => {
  for (const [name, bytes, words] of [
    ["talk.docx", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from("word/document.xml")]), /talk\.docx is a Word document/],
    ["huge.md", Buffer.alloc(5 * 1024 * 1024, "a "), /huge\.md has 5\.0 MiB; a deck holds up to 1 MiB/],
    ["latin1.md", Buffer.from([0x23, 0x20, 0xe9, 0x74, 0xe9, 0x0a]), /latin1\.md is not UTF-8 text/],
  ] as const) {
    test(`${name} is refused with what works instead`, async ({ writer }) => {
      const { page } = writer;
      await beGuest(writer);
      await goOn(page, "/decks");
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Import" }).click()]);
      await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
      await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
      await expect(page).toHaveURL(/\/decks$/);
    });
  }

  test("broken front matter opens the deck, and a notice says the line", async ({ writer: ana }) => {
    await openDeckWith(ana, '---\ntitle: "never closed\n---\n\n# Still here\n');
    await expect(ana.page.getByRole("region", { name: "Slides" })).toContainText("Still here");
    await ana.page.getByRole("button", { name: /notice/ }).click();
    await expect(ana.page.getByText(/line \d.*until it is mended/)).toBeVisible();
  });

  test("a title without end leaves the save state its words", async ({ writer: ana }) => {
    await openDeckWith(ana, `# ${"A title without end ".repeat(40)}\n`);
    await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
    const isCut = () => saveStateOf(ana.page).evaluate((label) => [...label.children].some((part) => part.scrollWidth > part.clientWidth));
    await expect.poll(isCut).toBe(false);
    await ana.page.setViewportSize({ width: 1024, height: 768 });
    await expect.poll(isCut).toBe(false);
    await ana.page.setViewportSize({ width: 1440, height: 900 });
  });

  test("an idle connection is kept longer than any browser keeps it: no request is lost as it closes", async ({ request }) => {
    const { "keep-alive": kept = "" } = (await request.get("/api/health/live")).headers();
    expect(Number(/^timeout=(\d+)/.exec(kept)?.[1])).toBeGreaterThan(300);
  });

  test("a method that an address of the API does not take is refused in a sentence", async ({ request }) => {
    const answer = await request.delete("/api/decks");
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([405, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ code: "method-not-allowed", detail: "This address takes GET, POST, and no DELETE." });
  });

  test("a deck that does not exist says so", async ({ newPerson }) => {
    const ana = await newPerson({ refusals: [404] });
    const { page } = ana;
    await beGuest(ana);
    const answer = await page.goto(`/decks/${randomUUID()}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading")).toContainText(/no such|not found|nothing/i);
  });

  test("a deck that is not shared with this account says which account that is, and leads back as another", async ({ newPerson }) => {
    const ana = await newPerson({ refusals: [404] });
    const { page } = ana;
    const email = `${randomUUID()}@example.invalid`;
    const signedUp = await ana.context.request.post("/api/auth/sign-up/email", { data: { name: "Ana", email, password: "a good password" } });
    expect(signedUp.status()).toBe(200);
    const address = `/decks/${randomUUID()}`;
    await page.goto(address);
    await expect(page.getByRole("main")).toContainText(`You are signed in as ${email}`);
    await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
    await page.getByRole("button", { name: "Use another account" }).click();
    await page.waitForURL(`/login?next=${encodeURIComponent(address)}`);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

  test("a session that ends in the middle of an edit says so and keeps the text", async ({ newPerson }) => {
    const ana = await newPerson({ refusals: [401] });
    await openDeckWith(ana, "# Kept\n");
    await waitForWorker(ana.page);
    await ana.context.clearCookies();
    await ana.context.setOffline(true);
    await typeAtEnd(ana.page, "typed after the session ended");
    await ana.context.setOffline(false);
    await expect(saveStateOf(ana.page)).toHaveText(/^Not saved|^Read only|^Offline/);
    await expect(
      ana.page
        .getByRole("alert")
        .or(ana.page.getByText(/sign in/i))
        .first(),
    ).toBeVisible();
    await expect(ana.page.getByRole("region", { name: "Slides" })).toContainText("typed after the session ended");
  });

  test("a deck that is put into the trash says so to whoever has it open", async ({ newPerson }) => {
    // What the page asks for in that moment is gone.
    const ana = await newPerson({ refusals: [410] });
    const id = await openDeckWith(ana, "# Going\n");
    await ana.context.request.delete(`/api/decks/${id}`);
    await expect(ana.page.getByText(/trash|deleted/i).first()).toBeVisible();
    await expect(sourceOf(ana.page)).toBeVisible();
  });
});

test.describe("Accounts", () => {
  test("a guest who signs up finds the deck again, with its picture, after signing in elsewhere", async ({ newPerson }) => {
    const ana = await newPerson();
    await startWriting(ana);
    const email = `${randomUUID()}@example.invalid`;
    await ana.page.goto("/signup");
    await ana.page.getByLabel("Name").fill("Ana");
    await ana.page.getByLabel("E-mail").fill(email);
    await ana.page.getByLabel("Password").fill("a good password");
    await ana.page.getByRole("button", { name: "Sign up" }).click();
    await ana.page.waitForURL(/\/decks$/);
    await expect(ana.page.getByText("A tour in five slides")).toBeVisible();

    const elsewhere = await newPerson();
    await elsewhere.page.goto("/login");
    await elsewhere.page.getByLabel("E-mail").fill(email);
    await elsewhere.page.getByLabel("Password").fill("a good password");
    await elsewhere.page.getByRole("button", { name: "Sign in" }).click();
    await elsewhere.page.waitForURL(/\/decks$/);
    const card = elsewhere.page
      .getByRole("main")
      .getByRole("listitem")
      .or(elsewhere.page.getByRole("gridcell"))
      .filter({ hasText: "A tour in five slides" });
    await expect(card.first()).toContainText("Edited");
    await expect(card.first()).toContainText("Write a talk together");
  });

  test("a wrong password is refused in words", async ({ newPerson }) => {
    const { page } = await newPerson({ refusals: [401] });
    await page.goto("/login");
    await page.getByLabel("E-mail").fill("nobody@example.invalid");
    await page.getByLabel("Password").fill("not the password");
    const [answer] = await Promise.all([page.waitForResponse(/sign-in\/email/), page.getByRole("button", { name: "Sign in" }).click()]);
    expect(answer.status()).toBe(401);
    await expect(page.getByRole("alert").filter({ hasText: /./ }).first()).toBeVisible();
  });

  test("where the browser keeps pages from copying, an invitation's link shows and is marked", async ({ newPerson }) => {
    const ana = await newPerson({ viewport: { width: 390, height: 844 } });
    const { page } = ana;
    await ana.context.request.post("/api/auth/sign-up/email", {
      data: { name: "Ana", email: `${randomUUID()}@example.invalid`, password: "a good password" },
    });
    // As at every address of plain http but localhost.
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await openDeckWith(ana, "# Together\n");
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByLabel("Invite by e-mail").fill("ben@example.invalid");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    const box = page.getByRole("textbox", { name: "The invitation’s link" });
    const marked = () => box.evaluate((it) => it instanceof HTMLInputElement && it.value.slice(it.selectionStart ?? 0, it.selectionEnd ?? 0));
    await expect(box).toBeFocused();
    expect(await marked()).toMatch(/^http.*\/invitations\/\w+$/);
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "Invitation of ben@example.invalid" }).click();
    await page.getByRole("menuitem", { name: "Copy its link" }).click();
    await expect(box).toBeFocused();
    expect(await marked()).toMatch(/\/invitations\/\w+$/);
    expect(await violationsOf(page)).toEqual([]);
  });

  test("a new password signs out elsewhere, and the page says so at once; a wrong one is named where it stands", async ({ newPerson }) => {
    const ana = await newPerson({ refusals: [400] });
    const { page } = ana;
    const account = { name: "Ana", email: `${randomUUID()}@example.invalid`, password: "a good password" };
    await ana.context.request.post("/api/auth/sign-up/email", { data: account });
    const elsewhere = await newPerson();
    await elsewhere.context.request.post("/api/auth/sign-in/email", { data: { email: account.email, password: account.password } });
    await page.goto("/account");
    const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
    await expect(sessions).toHaveCount(2);

    await page.getByRole("definition").getByRole("button", { name: "Change" }).last().click();
    const [now, next] = [page.getByLabel("Password now"), page.getByLabel("New password")];
    await now.fill("not the password");
    await next.fill("a better password");
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(now).toHaveAccessibleDescription("The password is wrong.");
    await expect(next).toHaveAccessibleDescription("At least 8 characters.");
    await now.fill(account.password);
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(page.getByText("The new password counts.").first()).toBeVisible();
    await expect(sessions).toHaveText([/This device/]);
  });
});
