import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { renderDocument, type DocumentOptions } from "@/lib/stage/document";
import { assets } from "@/tests/unit/stage/assets-in-memory";

const render = (text: string, options: Partial<DocumentOptions> = {}) => renderDocument({ deck: parseDeck(text), mode: "file", assets, ...options });
const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Everything in a page that a browser would fetch. */
function fetched(html: string): readonly string[] {
  const addresses = [...html.matchAll(/<(?!a\b|meta\b)[a-z]+\b[^>]*?\s(?:src|href|poster|srcset|data)="([^"]*)"/g)].map((match) => match[1] ?? "");
  const inCss = [...html.matchAll(/url\(\s*["']?([^"')]*)/g)].map((match) => match[1] ?? "");
  return [...addresses, ...inCss].filter((address) => !address.startsWith("data:"));
}

const hostile = `---
style: 'section { background-image: url(https://far.example/deck.png) }'
---

# Pictures

![A tall tree](https://far.example/tree.jpg "The tree")

![bg](https://far.example/ground.jpg)

![](beside.png)

<video src="https://far.example/film.mp4" poster="https://far.example/still.png"></video>

<video controls><source src="https://far.example/film.webm"></video>

<audio src="https://far.example/sound.mp3"></audio>

<iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe>

<div style="background-image: url('https://far.example/wall.png'); color: red">Wall</div>

<style scoped>h1 { background: url(https://far.example/scoped.png) }</style>

[a link stays](https://far.example/page)
`;

describe("one file that opens from disk", () => {
  test("asks for nothing, whatever the deck holds", async () => {
    const { html } = await render(hostile);
    expect(fetched(html)).toEqual([]);
  });

  test("names what it could not hold, and says so in its place", async () => {
    const { html, leftOut } = await render(hostile);
    expect(leftOut).toEqual(
      expect.arrayContaining([
        "https://far.example/tree.jpg",
        "https://far.example/ground.jpg",
        "beside.png",
        "https://far.example/film.mp4",
        "https://far.example/film.webm",
      ]),
    );
    expect(html).toContain("A tall tree");
    expect(html).toContain("This picture is not in the file: far.example");
    expect(html).toContain("This picture is not in the file: beside.png");
    expect(html).toContain('<a href="https://far.example/page"');
  });

  test("keeps pictures that come as data", async () => {
    const { html, leftOut } = await render("![Dot](dot.png)", { resolveUrl: (url, kind) => (kind === "link" ? url : "data:image/png;base64,AAAA") });
    expect(html).toContain('<img src="data:image/png;base64,AAAA" alt="Dot">');
    expect(leftOut).toEqual([]);
  });

  test("leaves words alone that only look like pictures", async () => {
    const { html } = await render('# Text\n\n`<img src="https://far.example/a.png">` and `url(https://far.example/b.png)`');
    expect(html).toContain("&lt;img src=");
    expect(html).toContain("url(https://far.example/b.png)");
  });

  test("a drawing keeps its arrowheads, which lie in itself", async () => {
    const svg = '<svg viewBox="0 0 1 1"><path style="marker-end:url(#head)"></path></svg>';
    const deck = parseDeck("```mermaid\npie\n```");
    const diagrams = new Map(deck.slides.flatMap((slide) => slide.parts.diagrams.map(({ hash }) => [hash, { state: "drawn", svg }] as const)));
    expect((await renderDocument({ deck, mode: "file", assets, diagrams })).html).toContain("marker-end:url(#head)");
  });

  test("carries a policy with the hash of every script and style in it", async () => {
    const { html, scriptHashes, styleHashes } = await render("# A\n\n<style>h1 { color: teal }</style>");
    const texts = (name: string) => [...html.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))].map((match) => match[1] ?? "");
    expect(scriptHashes).toEqual(texts("script").map(sha256));
    expect(styleHashes).toEqual(texts("style").map(sha256));
    const policy = (/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&#39;", "'");
    expect(policy).toContain("default-src 'none'");
    for (const hash of [...scriptHashes, ...styleHashes]) expect(policy).toContain(`'${hash}'`);
  });

  test("brings the fonts that its words need, and no others", async () => {
    const files = (html: string) =>
      [...html.matchAll(/base64,([\w+/=]+)\) format/g)].map((match) => Buffer.from(match[1] ?? "", "base64").toString());
    expect(files((await render("# Plain words")).html)).toEqual(["Inter-latin-normal.woff2"]);
    expect(files((await render("# Слова and *words* and `code`")).html)).toEqual([
      "Inter-cyrillic-normal.woff2",
      "Inter-latin-normal.woff2",
      "Inter-latin-italic.woff2",
      "Mono-latin-normal.woff2",
    ]);
    expect(files((await render("# Plain words", { theme: "landslide" })).html)).toEqual([]);
  });
});
