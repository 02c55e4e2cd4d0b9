import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { expect } from "vitest";
import type { DeckId, UserId } from "@/lib/api/ids";
import type { DeckPage } from "@/tests/integration/collab/deck-page";
import { openCollabHouse } from "@/tests/integration/collab/house";
import { servePage } from "@/tests/integration/collab/served-page";
import { testChromium } from "@/tests/support/chromium";

declare global {
  interface Window {
    readonly deckPage: DeckPage;
  }
}

export interface Visit {
  readonly deckId: DeckId;
  readonly userId: UserId;
  readonly generation?: number;
  /** Where it is told to connect, if not at the house. */
  readonly url?: string;
}

/** A house of decks, and a browser for them: its own copy needs a browser's own database. */
export async function openDeckBrowser() {
  const house = await openCollabHouse();
  const served = await servePage("deck-page");
  const browser = await chromium.launch(await testChromium());
  return {
    house,
    browser,
    /** Opens a deck in a new tab. */
    visit: async (context: BrowserContext, { deckId, userId, generation = 1, url }: Visit): Promise<Page> => {
      const page = await context.newPage();
      await page.exposeFunction("askForToken", () => {
        const token = house.tokenFor(deckId, { userId, generation });
        return url === undefined ? token : { ...token, url };
      });
      await page.goto(served.address);
      await page.waitForFunction(() => window.deckPage !== undefined);
      await page.evaluate((id) => window.deckPage.open(id), deckId);
      return page;
    },
    close: async () => {
      await browser.close();
      served.stop();
      await house.close();
    },
  };
}

export const look = (page: Page) => page.evaluate(() => window.deckPage.look());

/** A database writes behind the page: a page that is killed sooner leaves less. */
export function untilKept(page: Page, text: string): Promise<void> {
  return expect.poll(() => page.evaluate(() => window.deckPage.readCopy()), { timeout: 10_000 }).toBe(text);
}
