import { expect, test, vi } from "vitest";
import { parseDeck } from "@/lib/deck";
import { exportPdf, type PdfOptions, type PdfStage } from "@/lib/export/pdf";
import { assets } from "@/tests/unit/stage/assets-in-memory";

const deck = parseDeck("# One\n\n---\n\n# Two crashes\n\n---\n\n<!-- _hidden: true -->\n\n# Hidden\n\n---\n\n# Three\n");

type Print = PdfOptions["print"];

/** In place of a browser: "prints" the page's HTML, and fails on what it can't bear. */
function printer(bears: (html: string) => boolean): Print {
  return async ({ html, signal }) => {
    signal.throwIfAborted();
    if (!bears(html)) throw new Error("A page crashed.");
    return new TextEncoder().encode(html);
  };
}

const without = (html: string, words: string) => !html.includes(`<h1>${words}`);

function make(print: Print, signal = new AbortController().signal) {
  const stages: PdfStage[] = [];
  return { stages, made: exportPdf({ deck, assets, print, signal, onStage: (stage) => stages.push(stage) }) };
}

test("a slide that breaks the printing gives way to a sentence, and the others stay", async () => {
  const { made, stages } = make(printer((html) => without(html, "Two crashes")));
  const { broken, bytes, slideCount } = await made;
  expect(broken).toEqual([1]);
  expect(slideCount).toBe(3);
  expect(new TextDecoder().decode(bytes)).toMatch(/<h1>One<[\s\S]*Slide 2 could not be printed[\s\S]*<h1>Three</);
  expect(stages).toContain("finding");
});

test("where no slide alone is to blame the failure is told", async () => {
  const { made } = make(printer((html) => without(html, "One") || without(html, "Three")));
  await expect(made).rejects.toThrow("A page crashed.");
});

test("a server without a browser says what works instead", async () => {
  const { made } = make(async () => undefined);
  await expect(made).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("Save as PDF") });
});

test("given up, it looks for nothing", async () => {
  const leaving = new AbortController();
  const print = vi.fn<Print>(async () => {
    leaving.abort(new Error("given up"));
    throw leaving.signal.reason;
  });
  await expect(make(print, leaving.signal).made).rejects.toThrow("given up");
  expect(print).toHaveBeenCalledTimes(1);
});
