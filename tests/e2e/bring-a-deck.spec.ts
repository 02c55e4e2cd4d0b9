import { readFile } from "node:fs/promises";
import { beGuest, expect, goOn, openDeckWith, saveStateOf, sourceOf, storedText, test, type Person } from "@/tests/support/people";

const slidev = `---
theme: seriph
---

# A Slidev talk

<v-click>

Shown later

</v-click>

---
layout: center
---

# Two

<Tweet id="1" />
`;

async function openDecks(person: Person): Promise<void> {
  await beGuest(person);
  await goOn(person.page, "/decks");
}

async function choose({ page }: Person, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Import" }).click()]);
  await chooser.setFiles(files.map(({ name, text }) => ({ name, mimeType: "text/markdown", buffer: Buffer.from(text) })));
}

function deckIdOf({ page }: Person): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

test.describe("Bringing a deck", () => {
  test("says as what it was read and what did not come along, and leads to it", async ({ writer: ana }) => {
    await openDecks(ana);
    await choose(ana, [{ name: "talk.md", text: slidev }]);
    await ana.page.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
    const banner = ana.page.getByRole("status").filter({ hasText: "Read as Slidev" });
    await expect(banner).toContainText("v-click");
    await expect(banner).toContainText(/could not be converted/);
    await expect(sourceOf(ana.page)).toBeVisible();
    await banner.getByRole("button", { name: /^See (it|them)$/ }).click();
    await ana.page.getByRole("dialog").getByRole("button", { name: /Tweet/ }).first().click();
    await expect(ana.page.getByText(/Slide 2 of 2/)).toBeVisible();
    await banner.getByRole("button", { name: "Dismiss" }).click();
    await ana.page.reload();
    await expect(sourceOf(ana.page)).toBeVisible();
    await expect(banner).toBeHidden();
  });

  test("comments come along in a file of their own", async ({ newPerson }) => {
    const ana = await newPerson();
    const id = await openDeckWith(ana, "# Caching\n\nThe cache is lukewarm.\n");
    await ana.context.request.post(`/api/decks/${id}/comments`, { data: { body: "How warm?", range: { start: 24, end: 32 }, quote: "lukewarm" } });
    await ana.page.getByRole("button", { name: "Export" }).click();
    const [saved] = await Promise.all([ana.page.waitForEvent("download"), ana.page.getByRole("menuitem", { name: /^Comments file/ }).click()]);
    expect(saved.suggestedFilename()).toBe("caching.comments.json");
    await goOn(ana.page, "/decks");
    await choose(ana, [
      { name: "caching.md", text: "# Before it\n\n---\n\n# Caching\n\nThe cache is lukewarm.\n" },
      { name: "caching.comments.json", text: await readFile(await saved.path(), "utf8") },
    ]);
    await ana.page.waitForURL((url) => url.pathname.startsWith("/decks/") && !url.pathname.endsWith(id));
    await ana.page.getByRole("button", { name: "1 comment on slide 2" }).first().click();
    await expect(ana.page.getByRole("article", { name: /How warm\?/ })).toBeVisible();
  });

  test("a wrong guess is one choice to change, and can be taken back; edits are not replaced unasked", async ({ newPerson }) => {
    const ana = await newPerson({ refusals: [409] });
    await openDecks(ana);
    await choose(ana, [{ name: "talk.md", text: slidev }]);
    await ana.page.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
    const id = deckIdOf(ana);
    await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
    const asSlidev = await storedText(ana, id);
    const banner = ana.page.getByRole("status").filter({ hasText: "Read as" });
    const readAs = async (name: string) => {
      await banner.getByRole("button", { name: "Read it as" }).click();
      await ana.page.getByRole("menuitem", { name, exact: true }).click();
    };
    await readAs("Plain Markdown");
    await expect(banner).toContainText("Read as plain Markdown");
    await expect.poll(() => storedText(ana, id)).not.toBe(asSlidev);
    await expect(sourceOf(ana.page)).toBeVisible();
    await ana.page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => storedText(ana, id)).toBe(asSlidev);

    await readAs("Marp");
    await ana.page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
    expect(await storedText(ana, id)).toBe(asSlidev);
    await readAs("Marp");
    await ana.page.getByRole("alertdialog").getByRole("button", { name: "Read it again" }).click();
    await expect(banner).toContainText("Read as Marp");
  });

  test("a Landslide configuration and its sources become one deck, other files decks of their own", async ({ writer: ana }) => {
    await openDecks(ana);
    await choose(ana, [
      { name: "talk.cfg", text: "[landslide]\nsource = one.md\n         two.md\n" },
      { name: "one.md", text: "# One of two\n" },
      { name: "two.md", text: "# Two of two\n" },
      { name: "alone.md", text: "# Alone\n" },
    ]);
    const note = ana.page.getByRole("status").filter({ hasText: "Alone" });
    await expect(note.getByRole("listitem")).toHaveText([/One of two.*read as Landslide/, /Alone.*plain Markdown/]);
  });

  test("pasted text says as what it will be read before a deck is made of it", async ({ writer: ana }) => {
    await openDecks(ana);
    await ana.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
    }, slidev);
    const dialog = ana.page.getByRole("dialog", { name: "Make a deck of what you pasted?" });
    await expect(dialog.getByRole("button", { name: "Slidev" })).toBeVisible();
    await dialog.getByRole("button", { name: "Make a deck" }).click();
    await ana.page.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
    await expect(ana.page.getByRole("status").filter({ hasText: "Read as Slidev" })).toBeVisible();
  });
});
