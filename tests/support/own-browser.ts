import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";

/** Somebody with a browser of their own. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
}

export interface PersonOptions extends BrowserContextOptions {
  /** Answers that the test is about; the browser reports each of them on the console. */
  readonly refusals?: readonly number[];
  /** Nothing of ours was ever loaded by it: for tests of what is loaded. */
  readonly isFirstVisit?: boolean;
}

export interface OwnBrowser extends Person {
  refusals: readonly number[];
  /** What its pages said on their consoles. */
  readonly complaints: string[];
}

/** As large as playwright.config.ts opens it. */
const windowSize = { width: 1440, height: 900 };

export interface BrowserPool {
  readonly take: () => Promise<OwnBrowser>;
  readonly giveBack: (own: OwnBrowser) => Promise<void>;
}

/**
 * Browsers of people who came and went, as new but for what their page has compiled: that is a half of what opening an
 * editor costs, and every test opens one.
 */
export function createBrowserPool(browser: Browser): BrowserPool {
  const idle: OwnBrowser[] = [];
  return {
    take: async () => idle.pop() ?? openBrowser(browser),
    giveBack: async (own) => {
      await tidy(own);
      await forget(own);
      idle.push(own);
    },
  };
}

export async function openBrowser(browser: Browser, options: BrowserContextOptions = {}): Promise<OwnBrowser> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const complaints: string[] = [];
  const own: OwnBrowser = { context, page: await context.newPage(), complaints, refusals: [] };
  context.on("page", (page) => listen(page, own));
  listen(own.page, own);
  await context.addInitScript(tellBreaches);
  return own;
}

/** Takes back what a test did to a browser, but for what people have in theirs. */
export async function tidy({ context, page }: OwnBrowser): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  for (const event of ["request", "response"] as const) {
    page.removeAllListeners(event);
    context.removeAllListeners(event);
  }
  await context.unrouteAll();
  await context.setOffline(false);
  await page.emulateMedia({ media: null, reducedMotion: null });
  await page.setViewportSize(windowSize);
}

/** Nobody was ever here: no session, nothing kept. The page stays with our server, whose process it is that knows the scripts. */
async function forget({ context, page, complaints }: OwnBrowser): Promise<void> {
  await page.goto("/api/health/live");
  const { origin } = new URL(page.url());
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "cookies,local_storage,indexeddb" });
  await session.detach();
  await page.evaluate(() => sessionStorage.clear());
  await context.clearCookies();
  complaints.length = 0;
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
function listen(page: Page, own: OwnBrowser): void {
  page.on("console", (message) => {
    const isAsked =
      /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|was preloaded using link preload but not used within a few seconds/.test(message.text()) ||
      own.refusals.some((status) => message.text().includes(`status of ${status} `));
    if (!isAsked && ["error", "warning"].includes(message.type())) own.complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => own.complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
}
