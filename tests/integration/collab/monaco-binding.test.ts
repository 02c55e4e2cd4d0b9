import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testChromium } from "@/tests/support/chromium";
import type { BindingPage } from "@/tests/integration/collab/binding-page";
import { servePage } from "@/tests/integration/collab/served-page";

declare global {
  interface Window {
    readonly page: BindingPage;
  }
}

// The real Monaco in a real browser: what its caret and undo do can't be told from a stand-in.
let browser: Browser;
let tab: Page;
let address: string;
let stopServer: () => void;

beforeAll(async () => {
  ({ address, stop: stopServer } = await servePage("binding-page"));
  browser = await chromium.launch(await testChromium());
  // One page for all: loaded again, it is as new, and keeps what the browser has compiled.
  tab = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  stopServer();
});

beforeEach(async () => {
  await tab.goto(address);
  await tab.waitForFunction(() => window.page !== undefined);
  await tab.evaluate(() => window.page.editor.focus());
});

const start = () => tab.evaluate(() => window.page.model.getValue().slice(0, 24));
const isSame = () => tab.evaluate(() => window.page.isSame());

test("typing reaches the text, and co-authors' text reaches the editor", async () => {
  await tab.keyboard.type("Hello ");
  expect(await tab.evaluate(() => window.page.peerText.toString().slice(0, 12))).toBe("Hello line 1");
  await tab.evaluate(() => window.page.peerText.insert(0, "Remote\n"));
  expect(await start()).toMatch(/^Remote\nHello line 1/);
  expect(await isSame()).toBe(true);
});

test("a remote insert exactly at my caret leaves my caret before it", async () => {
  await tab.keyboard.type("Hello ");
  const column = await tab.evaluate(() => {
    window.page.peerText.insert(6, "remote ");
    return window.page.editor.getPosition()?.column;
  });
  expect(column).toBe(7);
});

test("a remote transaction is one edit of the editor, and keeps every caret and selection", async () => {
  const result = await tab.evaluate(() => {
    const { editor, model, monaco, peer, peerText } = window.page;
    editor.setSelections([new monaco.Selection(5, 1, 5, 5), new monaco.Selection(7, 3, 7, 3), new monaco.Selection(9, 5, 9, 1)]);
    let edits = 0;
    model.onDidChangeContent(() => edits++);
    peer.transact(() => {
      peerText.insert(40, "in between");
      peerText.insert(0, "two\nlines\n");
    });
    return { edits, selections: (editor.getSelections() ?? []).map(String) };
  });
  expect(result).toEqual({ edits: 1, selections: ["[7,1 -> 7,5]", "[9,3 -> 9,3]", "[11,5 -> 11,1]"] });
  await tab.keyboard.type("Z");
  expect(await isSame()).toBe(true);
});

test.each([
  { by: "keys", undo: () => tab.keyboard.press("Control+z") },
  { by: "a command", undo: () => tab.evaluate(() => window.page.editor.trigger("menu", "undo", null)) },
  { by: "the model", undo: () => tab.evaluate(() => void window.page.model.undo()) },
])("undo by $by takes back my edits alone", async ({ undo }) => {
  await tab.keyboard.type("Mine ");
  await tab.evaluate(() => window.page.peerText.insert(5, "Theirs "));
  await undo();
  expect(await start()).toMatch(/^Theirs line 1/);
  await undo();
  expect(await start()).toMatch(/^Theirs line 1/);
  expect(await tab.evaluate(() => [window.page.model.canUndo(), window.page.model.canRedo()])).toEqual([false, true]);
  await tab.evaluate(() => window.page.editor.trigger("menu", "redo", null));
  expect(await start()).toMatch(/^Mine Theirs line 1/);
  expect(await isSame()).toBe(true);
});

test("undo brings the caret back to where the edit was", async () => {
  const place = await tab.evaluate(() => {
    const { editor } = window.page;
    editor.setPosition({ lineNumber: 50, column: 3 });
    editor.trigger("keyboard", "type", { text: "Q" });
    editor.setPosition({ lineNumber: 1, column: 1 });
    editor.trigger("menu", "undo", null);
    return String(editor.getPosition());
  });
  expect(place).toBe("(50,3)");
});

test("remote edits above never scroll what I see", async () => {
  await tab.evaluate(() => window.page.editor.setScrollTop(900, window.page.monaco.editor.ScrollType.Immediate));
  const topLine = () =>
    tab.evaluate(() => {
      const { editor, model } = window.page;
      const line = editor.getVisibleRanges()[0]?.startLineNumber ?? 0;
      return [model.getLineContent(line), editor.getTopForLineNumber(line) - editor.getScrollTop()];
    });
  const before = await topLine();
  await tab.evaluate(() => window.page.peerText.insert(0, "a\nb\nc\nd\n"));
  expect(await topLine()).toEqual(before);
  await tab.evaluate(() => window.page.peerText.delete(0, 6));
  expect(await topLine()).toEqual(before);
});

test("[I22] foreign line ends never get in, neither pasted nor by the editor's own setting", async () => {
  await tab.evaluate(() => {
    const { editor, model, monaco } = window.page;
    editor.trigger("keyboard", "paste", { text: "p1\r\np2\rp3" });
    model.pushEOL(monaco.editor.EndOfLineSequence.CRLF);
  });
  await tab.keyboard.type("abc");
  expect(await start()).toMatch(/^p1\np2\np3abcline 1/);
  expect(await isSame()).toBe(true);
});

test("a paste beyond 1 MiB is taken back before it reaches the document, with a sentence", async () => {
  await tab.evaluate(() => window.page.editor.trigger("keyboard", "paste", { text: "x".repeat(1_100_000) }));
  await expect.poll(() => tab.evaluate(() => window.page.refused)).toEqual([expect.stringContaining("1 MiB")]);
  await tab.keyboard.type("k");
  expect(await start()).toMatch(/^kline 1/);
  expect(await isSame()).toBe(true);
});

test("editor and text stay the same through random edits, undo and redo of two people", async () => {
  const divergedAt = await tab.evaluate(() => {
    const { editor, model, peer, peerText, source } = window.page;
    let seed = 20_260_101;
    const below = (count: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * count);
    };
    for (let round = 0; round < 500; round++) {
      const kind = below(6);
      if (kind < 2) {
        peer.transact(() => {
          peerText.insert(below(peerText.length + 1), ["x", "\n", "more text\n\n", "é😀"][below(4)] ?? "");
          if (below(2) === 1) peerText.delete(below(peerText.length - 5), below(5));
        });
      } else if (kind < 4) {
        editor.setPosition(model.getPositionAt(below(model.getValueLength())));
        editor.trigger("keyboard", "type", { text: ["y", "\n", "zz"][below(3)] });
      } else {
        editor.trigger("menu", kind === 4 ? "undo" : "redo", null);
      }
      if (model.getValue() !== source.text.toString()) return round;
    }
    return undefined;
  });
  expect(divergedAt).toBeUndefined();
  expect(await isSame()).toBe(true);
});

test("co-authors' carets and selections are drawn with their names, and follow the text", async () => {
  await tab.evaluate(() => window.page.showPeer(0, 4));
  await expect.poll(() => tab.locator(".peer-caret .peer-flag").allTextContents()).toEqual(["Ben"]);
  await expect.poll(() => tab.locator(".peer-selection.peer-3").count()).toBeGreaterThan(0);
  await tab.evaluate(() => window.page.source.awareness.setLocalStateField("user", { name: "Ana", color: "#0b7285" }));
  await tab.evaluate(() => window.page.binding.stop());
  expect(await tab.locator(".peer-caret").count()).toBe(0);
});
