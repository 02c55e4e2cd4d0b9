import { expect, test } from "vitest";
import { drawSlide } from "@/components/editor/history/draw-slide";
import { parseDeck } from "@/lib/deck";

const options = { resolveUrl: (url: string) => url, diagrams: new Map() };
const layoutsOf = async (text: string, { position, source = "" }: { readonly position: number; readonly source?: string }) => {
  const { slides } = await drawSlide({ text, position }, parseDeck(source), options);
  return slides.map(({ html }) => /data-layout="([^"]*)"/.exec(html)?.[1]);
};

test("a heading with a line below it is a title where it stood first, and nowhere else", async () => {
  expect(await layoutsOf("# Two\n\ntext", { position: 0 })).toEqual(["title"]);
  expect(await layoutsOf("# Two\n\ntext", { position: 1 })).not.toContain("title");
});

test("a slide is drawn alone, with the deck's settings", async () => {
  const source = "---\ntheme: chalk\n---\n\n# One\n\n---\n\n# Two\n";
  expect(await layoutsOf("# Two\n\n- a\n- b", { position: 1, source })).toHaveLength(1);
  expect((await drawSlide({ text: "# Two", position: 1 }, parseDeck(source), options)).settings.theme).toBe("chalk");
});
