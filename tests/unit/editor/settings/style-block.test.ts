import { describe, expect, test } from "vitest";
import { setDeckStyle } from "@/components/editor/settings/style-block";
import { applyTextEdits, parseDeck } from "@/lib/deck";

const written = (source: string, css: string) => applyTextEdits(source, setDeckStyle(parseDeck(source), css));
const css = 'h1 { color: green; }\n\nh2::after {\n\tcontent: "$& --- \'";\n}';
const block = 'style: |\n  h1 { color: green; }\n\n  h2::after {\n    content: "$& --- \'";\n  }';

describe("the deck's own CSS", () => {
  test("is written as lines, where there is no front matter yet", () => {
    expect(written("# A\n", `\n${css}\r\n`)).toBe(`---\n${block}\n---\n\n# A\n`);
  });

  test.each([
    ["a block", "style: |\n  h1 { color: red }\n\n  h2 { color: blue }"],
    ["quoted", 'style: "h1 { color: red }"'],
    ["quoted once", "style: 'h1 { color: red }'"],
    ["plain", "style: red"],
  ])("takes the place of what stood there, %s", (_, before) => {
    expect(written(`---\ntitle: x\n${before}\nfooter: y\n---\n\n# A\n`, css)).toBe(`---\ntitle: x\n${block}\nfooter: y\n---\n\n# A\n`);
  });

  test("reads as it was written", () => {
    expect(parseDeck(written("# A\n", css)).settings.style.trim()).toBe(css.replaceAll("\t", "  "));
  });

  test("goes where nothing is left of it", () => {
    expect(written(`---\ntitle: x\n${block}\n---\n\n# A\n`, "  \n")).toBe("---\ntitle: x\n---\n\n# A\n");
  });
});
