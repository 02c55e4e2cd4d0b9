import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { hostileDeck, type HostileDeck } from "@/tests/support/decks/hostile-decks";
import { expect, makeDeckWith, makeLink, openEditor, test } from "@/tests/support/people";

const isPublished = (list: string) => ["dompurify", "h5sc", "http-leaks", "xss-payload-list"].includes(list);

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="window.executed=1"><script>window.executed=1</script>
<style>@import url(https://leak.invalid/svg-import);</style><image href="https://leak.invalid/svg-image" width="9" height="9"/>
<switch><rect width="40" height="40"/><foreignObject><img src="x" onerror="window.executed=1"/></foreignObject></switch></svg>`;

const at = (kind: string, host: string, paths: readonly string[]) => paths.map((path) => `${kind} https://${host}/${path}`);

/** What the decks name as pictures, films and sounds: whoever shows them may ask for these and for nothing else. */
const published = {
  deck: hostileDeck(isPublished),
  named: [
    ...at("image", "leaking.via", ["video-poster", "img-src", "image-src"]),
    ...at("image", "leaking.via", ["inline-css-background-image", "inline-css-border-image-source", "inline-css-list-style-image"]),
    ...at("media", "leaking.via", ["video-src", "video-source-src", "video-poster-2", "audio-src", "audio-source-src"]),
  ],
};

/** Backgrounds of a keyframe, of a style attribute and of a slide's settings. */
const ours = {
  deck: hostileDeck((list) => !isPublished(list), ["![Drawing](hostile.svg)"]),
  named: at("image", "leak.invalid", ["18", "24", "28"]),
};

// With the pages' policies, and without: what the sanitizer leaves has to be harmless by itself. The published vectors
// go without alone, which is the harder of the two: a minute of every test run is what both would take.
for (const bypassCSP of [false, true]) {
  for (const [name, { deck, named }] of Object.entries(bypassCSP ? { published, ours } : { ours })) {
    const policies = bypassCSP ? "without the pages' policies" : "as pages are served";
    test(`Vectors ${name} run nothing and ask for nothing in editor, public page and file, ${policies}`, async ({ browser }, info) => {
      // Every slide is drawn, a sixteenth of its points: what runs or asks doesn't hang on how finely.
      const ana = await openWatched(browser, { bypassCSP, viewport: { width: 1440, height: 4000 }, deviceScaleFactor: 0.25 });
      const id = await openHostileDeck(ana, deck);
      await showWholePreview(ana.page, deck.slideCount);
      if (deck === ours.deck) await expect(ana.page.locator(".diagram svg")).not.toHaveCount(0);
      await expectHarmless(ana, named);
      const link = await makeLink(ana, id, "public");
      const exported = await ana.context.request.get(`/api/decks/${id}/export?format=html&notes=1`);
      expect(exported.status()).toBe(200);
      const file = info.outputPath("talk.html");
      await writeFile(file, await exported.body());
      await ana.context.close();

      const reader = await openWatched(browser, { bypassCSP });
      await reader.page.goto(link.url);
      await walkTheStage(reader.page);
      // The page itself listens whether a talk begins.
      await expectHarmless(reader, [...named, `eventsource ${link.url}/events`]);
      await reader.context.close();

      const home = await openWatched(browser, { bypassCSP });
      await home.page.goto(pathToFileURL(file).href);
      await walkTheStage(home.page);
      await expectHarmless(home, [`document ${pathToFileURL(file).href}`]);
      await home.context.close();
    });
  }
}

/** The deck in its editor, with a drawing among its files. */
async function openHostileDeck(person: Watched, { markdown }: HostileDeck): Promise<string> {
  const id = await makeDeckWith(person, markdown);
  const added = await person.context.request.post(`/api/decks/${id}/files`, {
    multipart: { file: { name: "hostile.svg", mimeType: "image/svg+xml", buffer: Buffer.from(drawing) } },
  });
  expect(added.status()).toBe(201);
  await openEditor(person, id);
  return id;
}

async function expectHarmless({ page, asked, errors }: Watched, named: readonly string[]): Promise<void> {
  expect(await harmIn(page), "what ran or would run").toEqual([]);
  expect(
    [...new Set(asked)].filter((request) => !named.includes(request)),
    "what was asked for",
  ).toEqual([]);
  // Pictures that the decks name are answered here: not one of the browser's complaints is theirs.
  expect(errors, "what the page said on its console").toEqual([]);
}

interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Kind and address of everything that was asked for elsewhere than at our server's own addresses. */
  readonly asked: string[];
  readonly errors: string[];
}

const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
/** Where the app itself asks. */
const ownAddress =
  /^http:\/\/localhost:\d+\/(?:_next\/static\/|packages\/|api\/decks\/|api\/inbox\/count$|api\/auth\/sign-in|decks(?:\/[0-9a-f-]{36}(?:\/files\/hostile\.svg)?)?(?:$|\?_rsc=)|p\/[\w-]+(?:$|\/files\/[0-9a-f]+$)|assets\/)/;

async function openWatched(browser: Browser, options: BrowserContextOptions): Promise<Watched> {
  const context = await browser.newContext(options);
  const asked: string[] = [];
  const errors: string[] = [];
  await context.addInitScript(() => {
    Reflect.set(globalThis, "executed", 0);
    for (const name of ["alert", "confirm", "prompt", "print"]) Reflect.set(globalThis, name, () => Reflect.set(globalThis, "executed", 1));
  });
  context.on("request", (request) => {
    if (!ownAddress.test(request.url()) && !request.url().startsWith("data:")) asked.push(`${request.resourceType()} ${request.url()}`);
  });
  await context.route(
    (url) => url.protocol.startsWith("http") && url.hostname !== "localhost",
    (route) => route.fulfill({ contentType: "image/png", body: picture }),
  );
  const page = await context.newPage();
  context.on("page", (other) => errors.push(`a page opened: ${other.url()}`));
  page.on("dialog", (dialog) => errors.push(`a dialog: ${dialog.message()}`));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} ${message.location().url}`);
  });
  return { context, page, asked, errors };
}

/** Scrolls by until every slide was drawn. */
async function showWholePreview(page: Page, slideCount: number): Promise<void> {
  const slides = page.getByRole("region", { name: "Slides" });
  await expect(slides.locator(".preview-slide")).toHaveCount(slideCount);
  const drawn = () =>
    slides.evaluate(async (scroller) => {
      for (let top = 0; top <= scroller.scrollHeight; top += scroller.clientHeight) {
        scroller.scrollTo(0, top);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
      return [...scroller.querySelectorAll(".preview-slide-sheet > div")].filter((sheet) => sheet.shadowRoot?.querySelector("section.slide")).length;
    });
  await expect.poll(drawn, { timeout: 120_000 }).toBe(slideCount);
  await slides.getByRole("heading", { name: "The end" }).scrollIntoViewIfNeeded();
  await expect(slides.getByRole("heading", { name: "The end" })).toBeInViewport();
  await page
    .locator(".preview-slide-sheet")
    .nth(slideCount - 2)
    .click({ position: { x: 4, y: 4 } });
  await expect(page.locator(".preview-slide[data-active]")).toHaveAttribute("data-index", String(slideCount - 2));
}

/** Turns slides by keys, and shows all of them at once, as on paper. */
async function walkTheStage(page: Page): Promise<void> {
  const shown = page.locator("section.slide[data-active]");
  await expect(shown).toHaveAttribute("data-slide", "1");
  await page.keyboard.press("End");
  await expect(page.getByRole("heading", { name: "The end" })).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(shown).toHaveAttribute("data-slide", "1");
  await page.keyboard.press("ArrowRight");
  await expect(shown).toHaveAttribute("data-slide", "2");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("section.slide").nth(3)).toBeVisible();
  await page.waitForLoadState("networkidle");
}

/** What ran, and what would run if somebody touched it: in the page, and in the slides' shadow roots. */
function harmIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const harm: string[] = Reflect.get(globalThis, "executed") === 0 ? [] : ["executed"];
    const open: ParentNode[] = [document];
    for (let root = open.pop(); root; root = open.pop()) {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) open.push(element.shadowRoot);
        for (const { name, value } of element.attributes) {
          if (name.startsWith("on") || name === "srcdoc") harm.push(`${element.localName} ${name}`);
          if (!/^(?:href|src|data|action|formaction|xlink:href)$/.test(name) || !URL.canParse(value, location.href)) continue;
          if (/^(?:javascript:|vbscript:|blob:|data:text)/.test(new URL(value, location.href).href))
            harm.push(`${element.localName} ${name}="${value}"`);
        }
        if (/^(?:iframe|object|embed|portal|frame|base)$/.test(element.localName)) harm.push(`<${element.localName}>`);
      }
    }
    return harm;
  });
}
