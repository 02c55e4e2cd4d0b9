import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { renderDocument, stageModes, type DocumentOptions } from "@/lib/stage/document";
import { assets } from "@/tests/unit/stage/assets-in-memory";

const secret = "marker-of-the-notes";
const source = `---
title: "</title><script>alert(1)</script> & \\"more\\""
author: Ana
description: Slow & <fast>
paginate: true
---

# One

<!-- ${secret} in a comment -->

---

<!-- _hidden: true -->

# Not for the hall

---

# Three

- a

???

${secret}

---

Only text

# Presenter Notes

${secret} </script><script>alert(2)</script>
`;

const render = (mode: DocumentOptions["mode"], options: Partial<DocumentOptions> = {}, text = source) =>
  renderDocument({ deck: parseDeck(text), mode, assets, ...options });
const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

describe("speaker notes", () => {
  test.each(["public", "print", "cover"] as const)("are in no byte of a %s page, even when asked for", async (mode) => {
    expect((await render(mode, { notes: true })).html).not.toContain(secret);
  });

  test.each(["present", "file"] as const)("come with a %s page only if asked for", async (mode) => {
    expect((await render(mode)).html).not.toContain(secret);
    expect((await render(mode, { notes: true })).html).toContain(secret);
  });

  test("are inert data, one text a shown slide", async () => {
    const { html, slideCount } = await render("present", { notes: true });
    const json = /<script type="application\/json" id="stage-notes">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const notes: unknown = JSON.parse(json);
    expect(notes).toHaveLength(slideCount);
    expect(html).not.toContain("<script>alert");
    expect(JSON.stringify(notes)).not.toContain("<script");
  });
});

describe("slides", () => {
  test.each(stageModes)("that are hidden stay away from a %s page", async (mode) => {
    expect((await render(mode)).html).not.toContain("Not for the hall");
  });

  test("are numbered through, each in a frame", async () => {
    const { html, slideCount } = await render("public");
    expect(slideCount).toBe(3);
    expect([...html.matchAll(/<div class="frame"><section class="slide [^>]* data-slide="(\d+)"/g)].map((match) => match[1])).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  test("without a title are named by the words that they begin with, and by their number where they have none", async () => {
    const long = "> Nobody who waits for the tide at four in the morning has ever asked why the boats lie still.";
    const deck = ['> The sea has *time* & $ "patience".\n>\n> — A harbour master', long, "![A boat](boat.png)", "# Four"].join("\n\n---\n\n");
    const { html } = await render("public", {}, deck);
    const names = [...html.matchAll(/<section [^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      "The sea has time &amp; $ &quot;patience&quot;. — A harbour master",
      "Nobody who waits for the tide at four in the morning has…",
      "Slide 3",
      "Four",
    ]);
  });

  test("a cover is the first one that is shown", async () => {
    const { html, slideCount } = await render("cover", {}, "<!-- _hidden: true -->\n\n# A\n\n---\n\n# B\n\n---\n\n# C");
    expect(slideCount).toBe(1);
    expect(html).toContain("<h1>B</h1>");
    expect(html).not.toContain("<h1>C</h1>");
  });

  test("all hidden: the page says so", async () => {
    expect((await render("public", {}, "<!-- hidden: true -->\n\n# A")).html).toContain("There is no slide to show");
  });

  test("say what was measured, so that no browser measures again", async () => {
    const deck = parseDeck("# A\n\ntext\n\n---\n\n# B\n\ntext\n\n---\n\n# C\n\ntext");
    const [a, b] = deck.slides;
    const fits = new Map([
      [a?.hash ?? "", 100],
      [b?.hash ?? "", 85],
    ]);
    const { html } = await renderDocument({ deck, mode: "public", assets, fits });
    expect([...html.matchAll(/data-slide="\d"( data-fit="\d+")?/g)].map((match) => match[1]?.trim())).toEqual([
      'data-fit="100"',
      undefined,
      undefined,
    ]);
    expect(html).toMatch(/data-slide="2"[^>]* data-fit="85" style="--fit:0.85"/);
  });
});

test("a drawing that several slides show has ids of its own on each: a browser finds nothing by those of a slide that is out of sight", async () => {
  const drawn = "```mermaid\nflowchart LR\n  A --> B\n```\n";
  const deck = parseDeck(["# One", drawn, drawn, "<!-- _hidden: true -->\n\n" + drawn, drawn].join("\n\n---\n\n"));
  const hash = deck.slides[1]?.parts.diagrams[0]?.hash ?? "";
  const svg = `<svg id="d-${hash}-m"><style>#d-${hash}-m{fill:red}</style><marker id="d-${hash}-m_end"></marker><path marker-end="url(#d-${hash}-m_end)"></path></svg>`;
  const diagrams = new Map([[hash, { state: "drawn", svg } as const]]);
  const { html } = await renderDocument({ deck, mode: "public", assets, diagrams });
  const ids = [...html.matchAll(/ id="(d-[^"]+)"/g)].map(([, id = ""]) => id);
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
  expect([...html.matchAll(/url\(#(d-[^)]+)\)/g)].map(([, id]) => id)).toEqual(ids.filter((id) => id.endsWith("_end")));
  expect([...html.matchAll(/#(d-[^{)]+)\{/g)].map(([, id]) => id)).toEqual(ids.filter((id) => id.endsWith("-m")));
  // Slides that come alone are the same as in the whole page.
  const later = await renderDocument({ deck, mode: "public", assets, diagrams, from: 3 });
  expect(later.html).toContain(/<section[^>]*data-slide="4"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "no such slide");
});

describe("the head", () => {
  test("holds what link previews read, escaped", async () => {
    const { html } = await render("public", { canonicalUrl: "https://talks.example/p/abc?a=1&b=2" });
    expect(html).toContain("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;</title>");
    expect(html).toContain('<meta property="og:description" content="Slow &amp; &lt;fast&gt;">');
    expect(html).toContain('<link rel="canonical" href="https://talks.example/p/abc?a=1&amp;b=2">');
    expect(html).not.toContain("<script>alert");
  });

  test("says how long the deck is where it has no description", async () => {
    expect((await render("public", {}, "---\nauthor: Ana\n---\n\n# A\n\n---\n\n# B")).html).toContain(
      '<meta name="description" content="2 slides by Ana">',
    );
  });

  test("has a language that browsers know", async () => {
    expect((await render("public", {}, "---\nlang: pt-BR\n---\n# A")).html).toContain('<html lang="pt-BR">');
    expect((await render("public", {}, '---\nlang: "x\\" onload=\\"1"\n---\n# A')).html).toContain('<html lang="en">');
  });
});

describe("a page from the server", () => {
  test("takes script and styles by address, and runs nothing in print and cover", async () => {
    const { html, scriptHashes } = await render("public");
    expect(html).toContain(
      '<script src="/assets/player.1.js" data-presenter="/assets/presenter.1.js" data-presenter-sheet="/assets/presenter.1.css" defer></script>',
    );
    expect(html).toContain('<link rel="stylesheet" href="/assets/slides-lectern.1.css">');
    expect(scriptHashes).toEqual([]);
    for (const mode of ["print", "cover"] as const) expect((await render(mode)).html).not.toContain("<script");
  });

  test("has the styles of its view and no others", async () => {
    const sheets = async (mode: "public" | "present", options = {}) =>
      [...(await render(mode, options)).html.matchAll(/stylesheet" href="\/assets\/(\w+)\.1\.css"/g)].map(([, name]) => name);
    expect(await sheets("public")).toEqual(["stage"]);
    expect(await sheets("public", { isRead: true })).toEqual(["stage", "read"]);
    expect(await sheets("present")).toEqual(["stage", "read", "presenter"]);
  });

  test("without the first slides has the others under their own numbers, and says from where", async () => {
    const { html } = await render("public", { from: 1 }, "# A\n\n---\n\n# B\n");
    expect(html).toContain('data-from="1"');
    expect([...html.matchAll(/<section[^>]* data-slide="(\d+)"/g)].map(([, number]) => number)).toEqual(["2"]);
    expect(html).not.toContain('id="a"');
  });

  test("names a hash for the deck's own styles, which stand in one element", async () => {
    const text = "---\nstyle: 'h1 { color: teal }'\n---\n\n# A\n\n<style scoped>h1 { color: navy }</style>";
    const { html, styleHashes } = await render("public", {}, text);
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? "");
    expect(styles).toHaveLength(1);
    expect(styles[0]).toContain("teal");
    expect(styles[0]).toContain("navy");
    expect(styleHashes).toEqual(styles.map(sha256));
  });

  test("shows the theme and scheme that were asked for, else the deck's", async () => {
    expect((await render("public", {}, "---\ntheme: landslide\ncolorScheme: dark\naspectRatio: '4:3'\n---\n# A")).html).toMatch(
      /data-theme="landslide" data-scheme="dark" data-aspect="4:3"/,
    );
    expect((await render("public", { theme: "landslide", scheme: "light" })).html).toMatch(/data-theme="landslide" data-scheme="light"/);
    expect((await render("public", {}, "---\ntheme: unheard-of\n---\n# A")).html).toContain('data-theme="lectern"');
  });

  test("a deck that says no scheme has its theme's own on every device, and a reader's only where it says so", async () => {
    expect((await render("public", {}, "# A")).html).toContain('data-theme="lectern" data-scheme="light"');
    expect((await render("public", {}, "---\ntheme: ink\n---\n# A")).html).toContain('data-theme="ink" data-scheme="dark"');
    expect((await render("file", { theme: "ink" }, "# A")).html).toContain('data-theme="ink" data-scheme="dark"');
    expect((await render("public", {}, "---\ntheme: ink\ncolorScheme: auto\n---\n# A")).html).toContain('data-theme="ink" data-scheme="auto"');
  });
});
