import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, openDeckWith, saveStateOf, test, type Person } from "@/tests/support/people";
import { openDesk, pressPresent, shown } from "@/tests/support/stage";

const secret = "MARKER-only-for-the-speaker";
const talk = `---
title: Small boats
---

# Small boats

<!-- ${secret} one -->

---

## Steps

- first

. . .

- second

# Presenter Notes

${secret} two

---

## The end

.notes: ${secret} three
`;

test.describe("Presenting", () => {
  test("keys lead through slides and steps, and every view opens and closes", async ({ writer: ana }) => {
    await openDeckWith(ana, talk);
    const stage = await pressPresent(ana);
    await walkByKeys(stage);
  });

  test("the stage says how to fill the screen, until it does", async ({ writer: ana }) => {
    await openDeckWith(ana, talk);
    const stage = await pressPresent(ana);
    const words = () => stage.getByRole("button", { name: "Full screen" }).evaluate((button) => getComputedStyle(button, "::after").content);
    expect(await words()).toBe('"Full screen"');
    await stage.keyboard.press("f");
    await expect.poll(words).toBe("none");
    await stage.keyboard.press("f");
    await expect.poll(words).toBe('"Full screen"');
    await stage.close();
  });

  test("the presenter's desk in a window of its own has notes, next step, clock and time, and leads the stage", async ({ writer: ana }) => {
    await openDeckWith(ana, talk);
    const stage = await pressPresent(ana);
    const desk = await openDesk(stage);
    await expect(desk.getByText(`${secret} one`)).toBeVisible();
    await expect(desk.getByText("1 / 3")).toBeVisible();
    await expect(desk.getByText(/^\d:\d\d$/).first()).toBeVisible();
    await expect(desk.getByText(/^\d{1,2}:\d\d( [AP]M)?$/).last()).toBeVisible();
    // Who searched the slides and found nothing has the keys back.
    for (const key of ["t", "o"]) {
      await desk.keyboard.press(key);
      await expect(desk.getByRole("searchbox", { name: "Search slides" })).toBeFocused();
      await desk.keyboard.type("zz");
      await desk.keyboard.press("Escape");
    }
    await desk.keyboard.press("ArrowRight");
    await expect(shown(stage)).toHaveAttribute("data-slide", "2");
    await expect(desk.getByText(`${secret} two`)).toBeVisible();
    await stage.keyboard.press("End");
    await expect(desk.getByText("3 / 3")).toBeVisible();
  });
});

test.describe("The public page", () => {
  test("anybody sees the slides without sign-in, and never a note in any byte", async ({ newPerson, writer: ana }) => {
    await openDeckWith(ana, talk);
    const address = await publish(ana);
    const eve = await newPerson({ isFirstVisit: true });
    const bodies: Promise<Buffer>[] = [];
    eve.page.on("response", (response) => {
      // The stream of a talk's state has no end: what it tells is asked for once below.
      if (response.status() === 200 && !response.url().endsWith("/events")) bodies.push(response.body());
    });
    bodies.push(eve.context.request.get(`${address}/events?poll=1`).then((answer) => answer.body()));
    await eve.page.goto(address);
    await walkByKeys(eve.page);
    const desk = await openDesk(eve.page);
    await expect(desk.locator("body")).not.toContainText(secret);
    const bytes = Buffer.concat(await Promise.all(bodies));
    expect(bytes.byteLength).toBeGreaterThan(1_000);
    expect(bytes.includes(secret)).toBe(false);
    expect(await eve.page.getByRole("link", { name: /edit/i }).count()).toBe(0);
  });

  test("a slide that is still on its way takes no focus from who types where to go next", async ({ newPerson, writer: ana }) => {
    await openDeckWith(ana, talk);
    const address = await publish(ana);
    const { page } = await newPerson({ isFirstVisit: true });
    await page.addInitScript(holdTransitions);
    await page.goto(address);
    await expect(shown(page)).toHaveAttribute("data-slide", "1");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("3");
    await page.evaluate(() => dispatchEvent(new Event("let-go")));
    await expect(shown(page)).toHaveAttribute("data-slide", "2");
    await page.keyboard.press("Enter");
    await page.evaluate(() => dispatchEvent(new Event("let-go")));
    await expect(shown(page)).toHaveAttribute("data-slide", "3");
  });

  test("printed while something is open over it, it is the slides alone", async ({ newPerson, writer: ana }) => {
    await openDeckWith(ana, talk);
    const address = await publish(ana);
    const { page } = await newPerson();
    await page.goto(address);
    await expect(shown(page)).toHaveAttribute("data-slide", "1");
    for (const key of ["?", "t", "g", "b"]) {
      await page.keyboard.press(key);
      await page.emulateMedia({ media: "print" });
      await expect(page.locator("body > :not(.stage):visible")).toHaveCount(0);
      await expect(page.getByRole("heading", { name: "The end" })).toBeVisible();
      await page.emulateMedia({ media: null });
      await page.keyboard.press("Escape");
    }
  });

  test("the first slide reads without any script", async ({ newPerson, writer: ana }) => {
    await openDeckWith(ana, talk);
    const address = await publish(ana);
    const eve = await newPerson({ javaScriptEnabled: false });
    await eve.page.goto(address);
    await expect(eve.page.getByRole("heading", { name: "Small boats" })).toBeInViewport();
    await eve.page.getByRole("heading", { name: "The end" }).scrollIntoViewIfNeeded();
    await expect(eve.page.getByRole("heading", { name: "The end" })).toBeInViewport();
  });

  test("a phone turns the slides by swiping", async ({ newPerson, writer: ana }) => {
    await openDeckWith(ana, talk);
    const address = await publish(ana);
    const eve = await newPerson({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    await eve.page.goto(address);
    await expect(shown(eve.page)).toHaveAttribute("data-slide", "1");
    await swipe(eve.page, "left");
    await expect(shown(eve.page)).toHaveAttribute("data-slide", "2");
    await swipe(eve.page, "right");
    await expect(shown(eve.page)).toHaveAttribute("data-slide", "1");
    expect(await eve.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("withdrawn, it says so with 410, and under an open page too, whatever a proxy said before", async ({ newPerson, writer: ana }) => {
    const id = await openDeckWith(ana, talk);
    const address = await publish(ana);
    const eve = await newPerson({ refusals: [404, 410] });
    await eve.page.route("**/events*", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Nothing here</h1>" }));
    const isAsking = () => eve.page.waitForResponse((response) => response.url().endsWith("/events?poll=1"));
    const isAsked = isAsking();
    await eve.page.goto(address);
    await isAsked;
    await isAsking();
    await eve.page.unrouteAll();
    const { links }: { links: { id: string }[] } = await (await ana.context.request.get(`/api/decks/${id}/links`)).json();
    for (const link of links) await ana.context.request.delete(`/api/decks/${id}/links/${link.id}`);
    const answer = await ana.context.request.get(address);
    expect(answer.status()).toBe(410);
    expect(await answer.text()).toContain("no longer public");
    await expect(eve.page.getByText("no longer public")).toBeVisible();
  });
});

test.describe("Taking the deck home", () => {
  test("the HTML file opens from disk with the network off, asks for nothing, and presents itself", async ({ newPerson, writer: ana }, info) => {
    await openDeckWith(ana, talk);
    const { file, text } = await download(ana.page, "HTML file", info.outputPath("deck.html"));
    expect(text).not.toContain(secret);
    const requests: string[] = [];
    const home = await newPerson();
    await home.context.setOffline(true);
    home.context.on("request", (request) => requests.push(request.url()));
    await home.page.goto(pathToFileURL(file).href);
    await walkByKeys(home.page);
    await openDesk(home.page);
    expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
    expect(new Set(requests.filter((url) => url.startsWith("file:")).map((url) => new URL(url).pathname)).size).toBe(1);
  });

  test("with speaker notes only if asked for", async ({ newPerson, writer: ana }, info) => {
    await openDeckWith(ana, talk);
    const { file, text } = await download(ana.page, "HTML file with speaker notes", info.outputPath("deck.html"));
    expect(text).toContain(secret);
    const home = await newPerson();
    await home.page.goto(pathToFileURL(file).href);
    const desk = await openDesk(home.page);
    await expect(desk.getByText(`${secret} one`)).toBeVisible();
  });

  test("the Markdown is what was written, byte for byte", async ({ writer: ana }, info) => {
    await openDeckWith(ana, talk);
    const { text } = await download(ana.page, "Markdown file", info.outputPath("deck.md"));
    expect(text).toBe(talk);
  });
});

/** Every key of the stage once: forwards by steps, back, ends, blank, overview, help, full screen. */
async function walkByKeys(page: Page): Promise<void> {
  const at = (slide: string) => expect(shown(page)).toHaveAttribute("data-slide", slide);
  const press = (key: string) => page.keyboard.press(key);
  await at("1");
  await press("ArrowRight");
  await at("2");
  await expect(page.getByText("second")).not.toBeVisible();
  await press("Space");
  await at("2");
  await expect(page.getByText("second")).toBeVisible();
  await press("PageDown");
  await at("3");
  await press("PageUp");
  await at("2");
  await press("Home");
  await at("1");
  await press("End");
  await at("3");
  await press("ArrowLeft");
  await at("2");
  await press("Home");
  await press("b");
  await expect(page.locator(".stage-blank, [data-blank]").first()).toBeVisible();
  await press("b");
  await press("o");
  await expect(page.getByRole("button", { name: "Slide 3 of 3: The end" })).toBeVisible();
  await press("Escape");
  await at("1");
  await press("Escape");
  await expect(page.getByRole("button", { name: "Slide 3 of 3: The end" })).toBeVisible();
  await press("Escape");
  await press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).not.toBeVisible();
  await press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await press("f");
  await at("1");
}

/** Runs in the page: a slide comes in when the test lets it, as on a machine that is busy. */
function holdTransitions(): void {
  const held: (() => void)[] = [];
  Object.assign(document, {
    startViewTransition: (change: () => void) => {
      held.push(change);
      return { ready: Promise.resolve() };
    },
  });
  addEventListener("let-go", () => {
    for (const change of held.splice(0)) change();
  });
}

async function publish({ context, page }: Person): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  const section = page.getByRole("region", { name: "Publish" });
  await section.getByRole("button", { name: "Publish" }).click();
  const address = await section.getByRole("textbox").inputValue();
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await context.request.get(address)).status()).toBe(200);
  return address;
}

async function swipe(page: Page, direction: "left" | "right"): Promise<void> {
  const [from, to] = direction === "left" ? [320, 60] : [60, 320];
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 400 }] });
  await touch("touchStart", from);
  await touch("touchMove", (from + to) / 2);
  await touch("touchMove", to);
  await touch("touchEnd");
  await session.detach();
}

async function download(page: Page, item: string, file: string): Promise<{ readonly file: string; readonly text: string }> {
  await expect(saveStateOf(page)).toHaveText(/^Saved/);
  await page.getByRole("button", { name: "Export" }).click();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: new RegExp(`^${item}(?! with)`) }).click()]);
  const bytes = await readFile(await saved.path());
  await writeFile(file, bytes);
  return { file, text: bytes.toString("utf8") };
}
