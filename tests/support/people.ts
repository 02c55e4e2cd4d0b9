import { test as base, expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";

/** Somebody with a browser of their own. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
}

export interface PersonOptions extends BrowserContextOptions {
  /** Answers that the test is about; the browser reports each of them on the console. */
  readonly refusals?: readonly number[];
}

interface People {
  /** Opens a browser for one more person. A page that says anything on its console fails the test. */
  readonly newPerson: (options?: PersonOptions) => Promise<Person>;
}

export const test = base.extend<People>({
  newPerson: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await provide(async (options = {}) => {
      const person = await openPerson(browser, options, complaints);
      contexts.push(person.context);
      return person;
    });
    for (const context of contexts) await context.close();
    expect(complaints, "what pages said on their consoles").toEqual([]);
  },
});

export { expect };

async function openPerson(browser: Browser, { refusals = [], ...options }: PersonOptions, complaints: string[]): Promise<Person> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  context.on("page", (page) => listen(page, { complaints, refusals }));
  await context.addInitScript(tellBreaches);
  return { context, page: await context.newPage() };
}

/** A breach of a page's policy that its script caught is told too. */
function tellBreaches(): void {
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
    console.error(`breaks the policy: ${effectiveDirective} ${blockedURI} ${sourceFile}`),
  );
}

/**
 * A cut network is the test's doing, and the browser says so on the console; so it does of a style sheet that a slow
 * machine has not come to use within seconds. Everything else is ours to mend.
 */
function listen(page: Page, { complaints, refusals }: { readonly complaints: string[]; readonly refusals: readonly number[] }): void {
  page.on("console", (message) => {
    const isAsked =
      /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|was preloaded using link preload but not used within a few seconds/.test(message.text()) ||
      refusals.some((status) => message.text().includes(`status of ${status} `));
    if (!isAsked && ["error", "warning"].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
}

/** The text as the editor holds it. */
export function sourceOf(page: Page) {
  return page.getByRole("textbox", { name: "Deck source" });
}

export function saveStateOf(page: Page) {
  return page.getByRole("status", { name: "Save state" });
}

/** A guest with a new deck that holds the tour, ready to be written in. */
export async function startWriting({ page }: Person): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Start writing" }).click();
  await page.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
  await untilWritable(page);
}

/** A deck with this text, made over the API by the person's own session; opens its editor. */
export async function openDeckWith(person: Person, markdown: string): Promise<string> {
  const id = await makeDeckWith(person, markdown);
  await openEditor(person, id);
  return id;
}

/** A deck with this text, made over the API by a guest in the person's browser. */
export async function makeDeckWith({ context }: Person, markdown: string): Promise<string> {
  await context.request.post("/api/auth/sign-in/anonymous", { data: {} });
  const made = await context.request.post("/api/decks", { data: { markdown } });
  expect(made.status()).toBe(201);
  const { id }: { id: string } = await made.json();
  return id;
}

/** Until the deck is there to be written in. */
export async function openEditor({ page }: Person, deckId: string): Promise<void> {
  await page.goto(`/decks/${deckId}`);
  await untilWritable(page);
}

/** Looks at every frame: an expectation that does not hold for a second is looked at once a second, and every test opens an editor. */
async function untilWritable(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[role="status"][aria-label="Save state"]')?.textContent.startsWith("Saved"));
  await expect(saveStateOf(page)).toHaveText(/^Saved/);
  await expect(sourceOf(page)).toBeVisible();
}

/** The committed text, as the server has it. */
export async function storedText({ context }: Person, deckId: string): Promise<string> {
  const answer = await context.request.get(`/api/decks/${deckId}/markdown`);
  expect(answer.status()).toBe(200);
  return answer.text();
}

/** Puts the caret at the end of the text and types. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await sourceOf(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

/** Until the editor's worker has loaded all of itself: it answers once its script has run. */
export async function waitForWorker(page: Page): Promise<void> {
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  for (const worker of page.workers()) await worker.evaluate(() => "there");
}
