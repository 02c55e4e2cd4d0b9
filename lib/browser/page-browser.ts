import { chromium, type Browser, type Page } from "playwright-core";
import { createFallbackFonts } from "@/lib/browser/fallback-fonts";
import type { ChromiumLaunch } from "@/lib/browser/find-chromium";

/** A headless browser for pages of our own making: one at a time, and none of them reaches anything but memory. */
export interface PageBrowser {
  /**
   * Opens a page that asks for nothing but `files` (by path), hands it to `work` and closes it. Throws what `work`
   * throws, and an error where it takes longer than `timeoutMs`; undefined where there is no browser.
   */
  withPage<T>(options: PageOptions, work: (page: Page) => Promise<T>): Promise<T | undefined>;
  stop(): Promise<void>;
}

export interface PageOptions {
  readonly html: string;
  /** What the page may ask for, by path: every other request is refused. */
  readonly files: ReadonlyMap<string, { readonly contentType: string; readonly body: Buffer }>;
  readonly timeoutMs: number;
  /** Pixels of a picture of it to a pixel of CSS; 1 where it is not said. */
  readonly scale?: number | undefined;
  /** Gives the page up, also while it waits for its turn; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Pages have an address that leads nowhere, should one ever get past the answers from memory. */
const origin = "http://page.invalid";

/** A browser that nobody asked for this long is closed: it holds 100 MB. */
const idleMs = 60_000;

export interface PageBrowserOptions {
  /** Where the packages of the fonts are that slides fall back to; without it the system's alone are there. */
  readonly modulesFolder?: string;
  /** A browser that nobody used would not end. */
  readonly onCloseFailed?: (error: unknown) => void;
}

/** Starts with the first page, and again after it ended by itself. */
export function createPageBrowser(
  find: () => Promise<ChromiumLaunch | undefined>,
  { modulesFolder, onCloseFailed }: PageBrowserOptions = {},
): PageBrowser {
  const addFallbackFonts = modulesFolder === undefined ? undefined : createFallbackFonts(modulesFolder);
  let launched: Promise<Browser | undefined> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  function browser(): Promise<Browser | undefined> {
    if (launched !== undefined) return launched;
    const starting = find().then((launch) => launch && chromium.launch(launch));
    launched = starting;
    // The page that it was for hears of it; the next one tries again, if nothing else was started by then.
    starting.catch(() => {
      if (launched === starting) launched = undefined;
    });
    return starting;
  }

  async function close(): Promise<void> {
    const open = launched;
    launched = undefined;
    // A browser that did not start was told to whoever opened a page, and leaves nothing to close.
    await (await open?.catch(() => undefined))?.close();
  }

  async function open<T>({ html, files, timeoutMs, scale, signal }: PageOptions, work: (page: Page) => Promise<T>): Promise<T | undefined> {
    signal?.throwIfAborted();
    const started = await browser();
    if (!started) return undefined;
    if (!started.isConnected()) {
      launched = undefined;
      return open({ html, files, timeoutMs, scale, signal }, work);
    }
    const context = await started.newContext({ serviceWorkers: "block", offline: false, deviceScaleFactor: scale ?? 1 });
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const page = await context.newPage();
      await context.route("**/*", async (route) => {
        const url = new URL(route.request().url());
        if (url.href === `${origin}/`) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
        const file = url.origin === origin ? files.get(url.pathname) : undefined;
        return file ? route.fulfill(file) : route.abort();
      });
      await context.routeWebSocket(/.*/, (socket) => socket.close());
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`A page took longer than ${timeoutMs} ms.`)), timeoutMs);
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
        page.once("crash", () => reject(new Error("A page crashed.")));
      });
      const worked = page
        .goto(`${origin}/`)
        .then(() => addFallbackFonts?.(page))
        .then(() => work(page));
      return await Promise.race([worked, late]);
    } finally {
      clearTimeout(timer);
      await context.close();
    }
  }

  return {
    withPage: (options, work) => {
      clearTimeout(idle);
      const next = queue.then(() => open(options, work));
      queue = next.then(
        () => undefined,
        () => undefined,
      );
      const waiting = queue;
      void waiting.then(() => {
        if (waiting !== queue) return;
        idle = setTimeout(() => void close().catch(onCloseFailed), idleMs);
        idle.unref();
      });
      return next;
    },
    stop: async () => {
      clearTimeout(idle);
      await close();
    },
  };
}
