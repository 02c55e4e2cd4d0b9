import { test as base, expect, type Page } from "@playwright/test";
import {
  createBrowserPool,
  openBrowser,
  tidy,
  type BrowserPool,
  type OwnBrowser,
  type Person,
  type PersonOptions,
} from "@/tests/support/own-browser";
import type { DeckRight } from "@/lib/workspace/policies";

export type { Person, PersonOptions } from "@/tests/support/own-browser";

interface People {
  /** Opens a browser for one more person. A page that says anything on its console fails the test. */
  readonly newPerson: (options?: PersonOptions) => Promise<Person>;
  /** A guest whose tab goes on from deck to deck, as people's do who write: what an editor loads is loaded once. */
  readonly writer: Person;
}

interface KeptBrowsers {
  readonly pool: BrowserPool;
  readonly kept: { writer?: OwnBrowser };
}

export const test = base.extend<People, KeptBrowsers>({
  pool: [async ({ browser }, provide) => provide(createBrowserPool(browser)), { scope: "worker" }],
  kept: [{}, { scope: "worker" }],
  newPerson: async ({ browser, pool }, provide) => {
    const lent: OwnBrowser[] = [];
    const opened: OwnBrowser[] = [];
    await provide(async ({ refusals = [], isFirstVisit = false, ...options } = {}) => {
      const isPlain = !isFirstVisit && Object.keys(options).length === 0;
      const own = isPlain ? await pool.take() : await openBrowser(browser, options);
      own.refusals = refusals;
      (isPlain ? lent : opened).push(own);
      return own;
    });
    for (const { context } of opened) await context.close();
    const complaints = [...lent, ...opened].flatMap((own) => own.complaints);
    for (const own of lent) await pool.giveBack(own);
    expect(complaints, "what pages said on their consoles").toEqual([]);
  },
  writer: async ({ browser, kept }, provide) => {
    const writer = (kept.writer ??= await openBrowser(browser));
    await writer.page.mouse.move(0, 0);
    await provide(writer);
    await tidy(writer);
    expect(writer.complaints.splice(0), "what pages said on their consoles").toEqual([]);
  },
});

export { expect };

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
export async function makeDeckWith(person: Person, markdown: string): Promise<string> {
  const { context } = person;
  await beGuest(person);
  const made = await context.request.post("/api/decks", { data: { markdown } });
  expect(made.status()).toBe(201);
  const { id }: { id: string } = await made.json();
  return id;
}

/** Whoever is nobody yet becomes a guest. */
export async function beGuest({ context }: Person): Promise<void> {
  const isSomebody = (await context.cookies()).some(({ name }) => name.endsWith(".session_token"));
  if (isSomebody) return;
  const answer = await context.request.post("/api/auth/sign-in/anonymous", { data: {} });
  expect(answer.status()).toBe(200);
}

/** A link of a deck, as its owner sees it. */
export interface DeckLink {
  readonly id: string;
  readonly url: string;
  readonly token: string;
}

/** A link that shows the deck to everybody, or one that gives whoever joins by it a right. */
export async function makeLink({ context }: Pick<Person, "context">, deckId: string, gives: "public" | DeckRight): Promise<DeckLink> {
  const data = gives === "public" ? { kind: "public" } : { kind: "join", right: gives };
  const made = await context.request.post(`/api/decks/${deckId}/links`, { data });
  expect(made.status()).toBe(201);
  return made.json();
}

/** Opens the link, picks this name where they have none, and joins. */
export async function joinBy({ url }: DeckLink, { page }: Person, name = "Ben"): Promise<void> {
  await page.goto(new URL(url).pathname);
  const field = page.getByLabel("Your name");
  await expect(page.getByRole("button", { name: "Join" })).toBeVisible();
  if (await field.isVisible()) await field.fill(name);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL(/\/decks\/[0-9a-f-]{36}$/);
}

/** Joins over the API, as a guest where they are nobody yet. */
export async function joinUnseen({ token }: DeckLink, person: Person): Promise<void> {
  await beGuest(person);
  expect((await person.context.request.post(`/api/join/${token}`, { data: {} })).status()).toBe(200);
}

/** Until the deck is there to be written in. */
export async function openEditor({ page }: Person, deckId: string): Promise<void> {
  await goOn(page, `/decks/${deckId}`);
  await untilWritable(page);
}

/** Where a page of the app is open, the app itself goes on from there, as by its own links; else the address is opened. */
export async function goOn(page: Page, path: string): Promise<void> {
  const goesItself = await page.evaluate((to) => {
    const router: unknown = Reflect.get(Reflect.get(globalThis, "next") ?? {}, "router");
    if (typeof router !== "object" || router === null) return false;
    Reflect.get(router, "push")(to);
    return true;
  }, path);
  await (goesItself ? page.waitForURL(path) : page.goto(path));
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
