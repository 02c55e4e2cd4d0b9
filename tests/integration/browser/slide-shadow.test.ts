import { buildSync } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { findChromium } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { parseDeck, renderDeck } from "@/lib/deck";
import { inProject } from "@/scripts/setup/root.mjs";

const browser = createPageBrowser(() => findChromium({ chromiumPath: process.env["CHROMIUM_PATH"], folder: inProject("build/chromium") }));
afterAll(() => browser.stop());

/** A global `attachSlide`, as the editor's page has it. */
function bundled(): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: 'import { attachSlide } from "@/components/slides/slide-shadow"; Object.assign(globalThis, { attachSlide });',
      resolveDir: inProject("."),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
  });
  return outputFiles[0]?.text ?? "";
}

test("in the editor as on the stage, a slide's own style goes before its theme's and the deck's, and is gone with it", async () => {
  const deck = parseDeck(
    "---\nstyle: 'h2 { color: rgb(1, 1, 1) }'\n---\n\n<style scoped>\nh2 { color: rgb(2, 2, 2); font-size: 7px }\n</style>\n\n## A\n\n---\n\n## B\n",
  );
  const shown = await browser.withPage({ html: `<script>${bundled()}</script><div></div>`, files: new Map(), timeoutMs: 60_000 }, (page) =>
    page.evaluate(
      ({ html, css }) => {
        const host = document.querySelector("div");
        const attach: unknown = Reflect.get(globalThis, "attachSlide");
        if (!host || typeof attach !== "function") throw new Error("The page has no box for slides.");
        const box: unknown = attach(host);
        const call = (name: string, ...given: unknown[]) => Reflect.apply(Reflect.get(Object(box), name), box, given);
        call("style", { theme: "lectern", colorScheme: "light", aspectRatio: "16:9" }, { css, fit: undefined });
        return html.map((one) => {
          call("show", one, undefined);
          const heading = host.shadowRoot?.querySelector("h2");
          return heading ? [getComputedStyle(heading).color, getComputedStyle(heading).fontSize === "7px"] : [];
        });
      },
      { html: renderDeck(deck), css: deck.css },
    ),
  );
  expect(shown).toEqual([
    ["rgb(2, 2, 2)", true],
    ["rgb(1, 1, 1)", false],
  ]);
});
