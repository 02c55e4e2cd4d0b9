import { expect, test } from "vitest";
import { goOn } from "@/lib/export/pptx/go-on";
import type { Paragraph, Shape, SlideShapes, TextRole } from "@/lib/export/pptx/shapes";

const canvas = { width: 1280, height: 720 };

const paragraph = (text: string): Paragraph => ({
  runs: [
    {
      text,
      look: {
        font: "Inter",
        size: 30,
        color: "000000ff",
        isBold: false,
        isItalic: false,
        isUnderlined: false,
        isStruck: false,
        isUpperCase: false,
        spacing: 0,
        shift: "none",
        marked: undefined,
      },
      href: undefined,
    },
  ],
  align: "left",
  isRightToLeft: false,
  lineSpacing: 1,
  spaceBefore: 0,
  level: 0,
  margin: 0,
  indent: 0,
  bullet: undefined,
});

const text = (words: readonly string[], y: number, height: number, role: TextRole = "text"): Shape => ({
  kind: "text",
  role,
  box: { x: 72, y, width: 1136, height },
  paragraphs: words.map(paragraph),
  inset: [0, 0, 0, 0],
  fill: undefined,
  line: undefined,
  radius: 0,
});

const slide = (shapes: readonly Shape[]): SlideShapes => ({
  title: "Long",
  anchor: "long",
  background: { color: "ffffffff", picture: undefined },
  shapes,
  notes: ["Say it slowly"],
});

const wordsOf = ({ shapes }: SlideShapes) =>
  shapes.flatMap((shape) => (shape.kind === "text" ? shape.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)) : []));

test("a slide that fits stays as it is", () => {
  const one = slide([text(["Title"], 72, 60, "title"), text(["a"], 200, 520)]);
  expect(goOn(one, canvas)).toEqual([one]);
});

test("blocks below the canvas go on on further slides, each on it, with footer and number, and notes once", () => {
  const blocks = Array.from({ length: 12 }, (_, index) => text([`block ${index}`], 160 + index * 160, 120));
  const pages = goOn(slide([text(["Title"], 72, 60, "title"), ...blocks, text(["foot"], 2000, 20, "footer")]), canvas);
  expect(pages.length).toBeGreaterThan(3);
  for (const { shapes } of pages) for (const { box } of shapes) expect(box.y + box.height).toBeLessThanOrEqual(canvas.height);
  expect(pages.flatMap(wordsOf).filter((words) => words.startsWith("block"))).toEqual(blocks.map((_, index) => `block ${index}`));
  expect(pages.every((page) => wordsOf(page).includes("foot"))).toBe(true);
  expect(pages.map(({ title, notes, anchor }) => [title, notes.length, anchor]).slice(0, 2)).toEqual([
    ["Long", 1, "long"],
    ["Long (2)", 0, ""],
  ]);
});

test("a heading goes to the slide of what it leads", () => {
  const heading = text(["Next part"], 620, 40);
  const bold = heading.kind === "text" ? { ...heading, paragraphs: heading.paragraphs.map(inBold) } : heading;
  const pages = goOn(slide([text(["a"], 72, 500), bold, text(["b"], 680, 200)]), canvas);
  expect(pages.map(wordsOf)).toEqual([["a"], ["Next part", "b"]]);
});

function inBold(one: Paragraph): Paragraph {
  return { ...one, runs: one.runs.map((run) => ({ ...run, look: { ...run.look, isBold: true } })) };
}

test("a list that is longer than a slide parts between its items", () => {
  const items = Array.from({ length: 60 }, (_, index) => `item ${index}`);
  const pages = goOn(slide([text(["Title"], 72, 60, "title"), text(items, 160, 60 * 40)]), canvas);
  expect(pages.flatMap(wordsOf)).toEqual(["Title", ...items]);
  for (const { shapes } of pages) for (const { box } of shapes) expect(box.y + box.height).toBeLessThanOrEqual(canvas.height);
});

test("a table that is longer than a slide has its head on each part", () => {
  const cell = (words: string) => ({
    paragraphs: [paragraph(words)],
    columns: 1,
    rows: 1,
    fill: undefined,
    inset: [0, 0, 0, 0] as const,
    borders: noBorders,
  });
  const row = (words: string) => ({ height: 50, cells: [cell(words)] });
  const table: Shape = {
    kind: "table",
    box: { x: 72, y: 72, width: 1136, height: 31 * 50 },
    hasHead: true,
    columns: [1136],
    rows: [row("head"), ...Array.from({ length: 30 }, (_, index) => row(`row ${index}`))],
  };
  const heads = goOn(slide([table]), canvas).map(({ shapes }) => {
    const [only] = shapes;
    return only?.kind === "table" ? only.rows[0]?.cells[0]?.paragraphs[0]?.runs[0]?.text : undefined;
  });
  expect(heads.length).toBeGreaterThan(2);
  expect(new Set(heads)).toEqual(new Set(["head"]));
});

const none = { width: 0, color: "00000000" };
const noBorders = [none, none, none, none] as const;
