import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { exportHtml } from "@/lib/export/html";
import { exportMarkdown } from "@/lib/export/markdown";
import { assets } from "@/tests/unit/stage/assets-in-memory";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

test("HTML is one UTF-8 file; notes are in it only if asked for", async () => {
  const deck = parseDeck("# Grüße 継続\n\n<!-- only for me -->");
  const plain = await exportHtml({ deck, assets });
  expect(plain.contentType).toBe("text/html; charset=utf-8");
  expect(text(plain.bytes)).toContain("<h1>Grüße 継続</h1>");
  expect(text(plain.bytes)).not.toContain("only for me");
  expect(text((await exportHtml({ deck, assets, notes: true })).bytes)).toContain("only for me");
});

test("Markdown is the text as it was written, with LF line ends", () => {
  const source = "---\ntitle: ä\n---\n\n# A  \n\ttab\n\n\n<!-- note -->\n";
  expect(text(exportMarkdown(source).bytes)).toBe(source);
  expect(text(exportMarkdown("a\r\nb\rc\n").bytes)).toBe("a\nb\nc\n");
  expect(text(exportMarkdown("\uFEFFa").bytes)).toBe("\uFEFFa");
});
