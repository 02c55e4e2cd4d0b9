import { expect, test } from "vitest";
import { deckIdSchema } from "@/lib/api/ids";
import { deriveText } from "@/lib/workspace/decks/deck-text";

const deckId = deckIdSchema.parse("0b6dbd5c-6f0e-4e0f-9d0c-2f3f0d1a2b3c");
const surroundings = { deckId, files: new Map([["img/c.png", null]]) };

test("a text gives title, cover, slides and words", async () => {
  const derived = await deriveText("---\ntheme: landslide\naspectRatio: 4:3\n---\n# One two\n\n---\n\nthree", surroundings);
  expect(derived).toMatchObject({
    title: "One two",
    slides: [{ text: "# One two" }, { text: "three" }],
    words: 3,
    cover: { theme: "landslide", aspectRatio: "4:3" },
  });
  expect(derived.cover.html).toMatch(/^<section[^>]*class="slide[\s\S]*One two[\s\S]*<\/section>$/);
});

test("speaker notes are in no derived field but the slides' own source, and what is found of them apart", async () => {
  const derived = await deriveText(
    "# A\n\n<!-- CANARY one -->\n\n.notes: CANARY two\n\n# Presenter Notes\n\nCANARY three\n\n---\n\n# B",
    surroundings,
  );
  expect(JSON.stringify({ ...derived, slides: [], searched: derived.searched.map((slide) => ({ ...slide, notes: "" })) })).not.toContain("CANARY");
});

test("the cover is the first slide that is not hidden", async () => {
  const derived = await deriveText("<!-- _hidden: true -->\n\n# Secret\n\n---\n\n# Shown", surroundings);
  expect(derived.cover.html).toContain("Shown");
  expect(derived.cover.html).not.toContain("Secret");
});

test("a cover loads pictures over https and the deck's own files that are there, and nothing else", async () => {
  const { cover } = await deriveText(
    "# A\n\n![a](https://example.invalid/a.png) ![b](http://example.invalid/b.png) ![c](img/c.png) ![d](img/d.png)",
    surroundings,
  );
  expect(cover.html).toContain("https://example.invalid/a.png");
  expect(cover.html).toContain(`src="/decks/${deckId}/files/img/c.png"`);
  expect(cover.html).not.toMatch(/http:\/\/example|d\.png/);
});

test("an empty text is an untitled deck of one slide", async () => {
  expect(await deriveText("", surroundings)).toMatchObject({ title: "Untitled deck", slides: [{ text: "" }], words: 0 });
});

test("a title is cut at two hundred characters", async () => {
  expect((await deriveText(`# ${"x".repeat(500)}`, surroundings)).title).toHaveLength(200);
});
