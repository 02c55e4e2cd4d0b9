import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDeckText, checkImportText, decodeDeckFile, type DeckFileResult } from "@/lib/api/deck-file";
import { maxDeckBytes } from "@/lib/api/limits";

const utf8 = new TextEncoder();

function zipWith(entry: string): Uint8Array {
  return new Uint8Array([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0, ...utf8.encode(entry), 0, 1, 2]);
}

function sentenceOf(result: DeckFileResult): string {
  return result.state === "refused" ? result.sentence : `accepted: ${result.text}`;
}

test("line ends become LF and a byte order mark goes", () => {
  expect(decodeDeckFile(utf8.encode("\uFEFF# A\r\nb\rc\n"), "a.md")).toEqual({ state: "text", text: "# A\nb\nc\n" });
});

test("a text that begins with letters near a picture's first bytes is a text", () => {
  const text = "\u00FF\u00D8\u0301 is how a word may begin";
  expect(decodeDeckFile(utf8.encode(text), undefined)).toEqual({ state: "text", text });
});

test("any text without NUL and half characters arrives whole", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.includes("\0") && !text.includes("\r") && !text.startsWith("\uFEFF"));
      expect(decodeDeckFile(utf8.encode(text), undefined)).toEqual({ state: "text", text });
    }),
  );
});

test.each([
  ["talk.docx", zipWith("word/document.xml"), /Word document.*pandoc/],
  ["talk.pptx", zipWith("ppt/presentation.xml"), /PowerPoint.*---/],
  ["talk.key", zipWith("Index/Document.iwa"), /Keynote presentation.*---/],
  ["talk.odp", zipWith("mimetypeapplication/vnd.oasis.opendocument.presentation"), /OpenDocument presentation/],
  ["slides.zip", zipWith("slides/one.md"), /zip archive.*Unpack/],
  ["talk.pdf", utf8.encode("%PDF-1.7\n"), /PDF/],
  ["talk.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /Office document of the old kind/],
  ["talk.rtf", utf8.encode("{\\rtf1"), /RTF/],
  ["talk.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]), /picture/],
])("%s is refused with what works instead", (name, bytes, words) => {
  const result = decodeDeckFile(bytes, name);
  expect(result).toMatchObject({ state: "refused", code: "unsupported-media" });
  expect(sentenceOf(result)).toMatch(words);
  expect(sentenceOf(result).startsWith(name)).toBe(true);
});

test("what a file is counts before how large it is", () => {
  const large = new Uint8Array(5 * 1024 * 1024);
  large.set(zipWith("word/document.xml"));
  expect(sentenceOf(decodeDeckFile(large, "talk.docx"))).toMatch(/Word document/);
});

test("a file of five megabytes is refused with the limit", () => {
  const result = decodeDeckFile(new Uint8Array(5 * 1024 * 1024).fill(0x61), "big.md");
  expect(result).toMatchObject({ state: "refused", code: "too-large" });
  expect(sentenceOf(result)).toMatch(/5\.0 MiB.*1 MiB/);
});

test("the limit counts bytes, and the largest deck fits exactly", () => {
  expect(checkDeckText("é".repeat(maxDeckBytes / 2)).state).toBe("text");
  expect(checkDeckText("é".repeat(maxDeckBytes / 2) + "a").state).toBe("refused");
});

test("Latin-1 is refused with the line", () => {
  const bytes = new Uint8Array([...utf8.encode("# Caf\u00e9\n\n"), 0x63, 0x61, 0x66, 0xe9]);
  expect(sentenceOf(decodeDeckFile(bytes, "cafe.md"))).toMatch(/not UTF-8 text: line 3/);
});

test("UTF-16 is refused by its name", () => {
  expect(sentenceOf(decodeDeckFile(new Uint8Array([0xff, 0xfe, 0x23, 0]), "utf16.md"))).toMatch(/UTF-16/);
});

test("a NUL is refused with the line", () => {
  expect(sentenceOf(checkDeckText("a\nb\0c"))).toMatch(/line 2 holds a NUL/);
});

test("half a surrogate pair is refused, a whole one is not", () => {
  expect(checkDeckText("a \ud83d b").state).toBe("refused");
  expect(checkDeckText("a 😀 b").state).toBe("text");
});

test("an import refuses text that lost characters while it was read", () => {
  expect(sentenceOf(checkImportText("one\ncaf\uFFFD", "x.md"))).toMatch(/line 2/);
  expect(checkDeckText("caf\uFFFD").state).toBe("text");
});

test("a Word document read as text is still recognised", () => {
  expect(sentenceOf(checkImportText("PK\u0003\u0004\u0014\u0000word/document.xml\uFFFD", "talk.docx"))).toMatch(/Word document/);
});

test("a text that is a little too large is not said to have what a deck holds", () => {
  expect(sentenceOf(checkDeckText("x".repeat(maxDeckBytes + 1)))).toMatch(/has 1\.1 MiB; a deck holds up to 1 MiB/);
});
