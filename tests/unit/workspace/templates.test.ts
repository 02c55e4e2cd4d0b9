import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { themeNames } from "@/lib/themes";
import { listTemplates, templateMarkdown, templates } from "@/lib/workspace/templates/list";

test.each(templates.map((template) => [template.name, template] as const))("%s is a whole talk in which nothing wants mending", (_name, template) => {
  const deck = parseDeck(template.markdown);
  expect(deck.notices.map(({ code, range }) => `${code} in line ${range.startLine}`)).toEqual([]);
  expect(deck.slides.length).toBeGreaterThanOrEqual(5);
  expect(themeNames).toContain(deck.settings.theme);
});

test("each has a look of its own", () => {
  const themes = templates.map(({ markdown }) => parseDeck(markdown).settings.theme);
  expect(new Set(themes).size).toBe(templates.length);
});

test("they are offered with true pictures of their first slides, without notes", async () => {
  const offered = await listTemplates();
  expect(offered.map(({ id }) => id)).toEqual(templates.map(({ id }) => id));
  for (const { cover } of offered) expect(cover.html).toMatch(/^<section class="slide[^>]*data-layout="title"/);
  expect(JSON.stringify(offered)).not.toContain("Say who you are in one breath");
});

test("one that doesn't exist is refused in words", () => {
  expect(() => templateMarkdown("novel")).toThrow(/no such template/);
});
