import { expect, makeLink, openDeckWith, saveStateOf, test } from "@/tests/support/people";
import { coloursAgainst, violationsOf, type Violation } from "@/tests/support/violations";

const talk =
  "# A talk\n\nwith text\n\n---\n\n## Two\n\n- one\n- [two](https://example.invalid/)\n\n```js\nconst a = 1; // why\n```\n" +
  "\n---\n\n```js\nconst wide = [`a line of code`, `that is wider than`, `a card of text`, `on any screen, and`, `has to be scrolled`];\n```\n" +
  "\n---\n\n## Four\n\n```chart bar\n,minutes\nBorder,48\nTrack works,14\n```\n";

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`pages are accessible at ${viewport.width} px, light and dark, and nothing scrolls sideways`, async ({ newPerson }) => {
    const ana = await newPerson({ viewport });
    const { page } = ana;
    const found: (Violation & { readonly page: string })[] = [];
    const tell = (name: string, violations: readonly Violation[]) => found.push(...violations.map((violation) => ({ page: name, ...violation })));
    const look = async (name: string) => {
      tell(name, await violationsOf(page));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(viewport.width);
      await page.emulateMedia({ colorScheme: "dark" });
      tell(`${name}, dark`, await coloursAgainst(page));
      await page.emulateMedia({ colorScheme: "light" });
    };
    await page.emulateMedia({ colorScheme: "light" });
    for (const address of ["/", "/login", "/signup", "/decks"]) {
      await page.goto(address);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await look(address);
    }
    const id = await openDeckWith(ana, talk);
    await expect(saveStateOf(page)).toHaveText(/^Saved/);
    await look("editor");
    await page.goto("/decks");
    await expect(page.getByText("A talk").first()).toBeVisible();
    await look("dashboard");
    for (const address of ["/account", "/inbox", "/teams"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await look(address);
    }
    await page.goto(`/decks/${id}/present`);
    await expect(page.locator("section.slide[data-active]")).toBeVisible();
    await look("stage");
    for (const view of ["desk", "remote"]) {
      await page.goto(`/decks/${id}/present?view=${view}`);
      await expect(page.getByRole("button", { name: /^Go live/ })).toBeVisible();
      await look(view);
    }
    // Anybody's page: a slide whose heading is the deck's second level, one without any, the document, and what opens over it.
    const { url } = await makeLink(ana, id, "public");
    for (const address of ["#2", "#3", "?view=read"]) {
      await page.goto(url + address);
      await expect(page.locator("div.stage-announcer")).toBeAttached();
      await look(`public page ${address}`);
    }
    await page.goto(`${url}#2`);
    for (const key of ["o", "g", "t", "?"]) {
      await expect(page.locator("div.stage-announcer")).toBeAttached();
      await page.keyboard.press(key);
      await look(`public page, ${key}`);
      await page.keyboard.press("Escape");
    }
    expect(found).toEqual([]);
  });
}

// The guide is long: light and wide, dark and narrow say of it what four runs would, and of its entries the first of each
// chapter stand for the rest.
for (const { colorScheme, ...viewport } of [
  { colorScheme: "light", width: 1440, height: 900 },
  { colorScheme: "dark", width: 390, height: 844 },
] as const) {
  test(`the guide is accessible in ${colorScheme} at ${viewport.width} px, and nothing scrolls sideways`, async ({ newPerson }) => {
    const { page } = await newPerson({ colorScheme, viewport });
    await page.goto("/guide");
    await expect(page.getByRole("heading").first()).toBeVisible();
    expect(await violationsOf(page, { alike: "section article:nth-of-type(n + 4)" })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  });
}
