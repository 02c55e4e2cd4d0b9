import type { Shape, SlideShapes, TableShape, TextShape } from "@/lib/export/pptx/shapes";

interface Canvas {
  readonly width: number;
  readonly height: number;
}

/** Kept free at the foot of a slide that goes on. */
const footPx = 48;
/** What sticks out less is drawn a hair higher by other fonts. */
const tolerancePx = 12;

/**
 * A slide that is taller than its canvas, as further slides: a presentation program shows nothing of what stands below.
 * Blocks go on whole where they fit; longer lists and tables part between their paragraphs and rows.
 */
export function goOn(slide: SlideShapes, canvas: Canvas): readonly SlideShapes[] {
  const flowing = slide.shapes.filter((shape) => !isFixed(shape));
  const bottom = Math.max(0, ...flowing.map(bottomOf));
  if (bottom <= canvas.height + tolerancePx) return [slide];
  const fixed = slide.shapes.filter(isFixed).map((shape) => onCanvas(shape, canvas));
  const top = Math.min(...flowing.map(({ box }) => box.y));
  const most = canvas.height - footPx;
  const pages: Shape[][] = [[]];
  let offset = 0;
  const pieces = flowing.flatMap((shape) => piecesOf(shape, most - Math.max(top, 0)));
  for (const piece of [...pieces].sort((a, b) => a.box.y - b.box.y)) {
    const isFirst = (pages.at(-1)?.length ?? 0) === 0;
    if (!isFirst && bottomOf(piece) - offset > most) {
      const led = takeHeadings(pages.at(-1) ?? []).map((heading) => moved(heading, offset));
      offset = (led[0] ?? piece).box.y - Math.max(top, 0);
      pages.push(led.map((heading) => moved(heading, -offset)));
    }
    pages.at(-1)?.push(moved(piece, -offset));
  }
  return pages.map((shapes, index) =>
    index === 0
      ? { ...slide, shapes: [...shapes, ...fixed] }
      : { ...slide, shapes: [...shapes, ...fixed], title: `${slide.title} (${index + 1})`, anchor: "", notes: [] },
  );
}

/** Takes headings off the foot of a slide: they lead what comes after them. */
function takeHeadings(page: Shape[]): readonly Shape[] {
  const last = page.findLastIndex((shape) => !isHeading(shape));
  return last === -1 ? [] : page.splice(last + 1);
}

function isHeading(shape: Shape): boolean {
  if (shape.kind !== "text" || shape.role === "code" || shape.fill !== undefined || shape.paragraphs.length !== 1) return false;
  return shape.paragraphs.every(({ runs, bullet }) => bullet === undefined && runs.every(({ look }) => look.isBold));
}

function isFixed(shape: Shape): boolean {
  return shape.kind === "text" && (shape.role === "header" || shape.role === "footer" || shape.role === "number");
}

function bottomOf({ box }: Shape): number {
  return box.y + box.height;
}

function moved(shape: Shape, by: number): Shape {
  return { ...shape, box: { ...shape.box, y: shape.box.y + by } };
}

/** A foot stands at the foot of all that the slide holds: on each of its slides it is where it is on others. */
function onCanvas(shape: Shape, canvas: Canvas): Shape {
  const beyond = bottomOf(shape) - (canvas.height - footPx / 2);
  return bottomOf(shape) > canvas.height ? moved(shape, -beyond) : shape;
}

function piecesOf(shape: Shape, heightPx: number): readonly Shape[] {
  if (shape.box.height <= heightPx) return [shape];
  if (shape.kind === "text") return textPieces(shape, heightPx);
  return shape.kind === "table" ? tablePieces(shape, heightPx) : [shape];
}

/** Where a paragraph ends nobody measured: it takes its part of the height by the lines that it fills. */
function textPieces(shape: TextShape, heightPx: number): readonly Shape[] {
  const { paragraphs, box } = shape;
  const lines = paragraphs.map(({ runs, margin }) => {
    const text = runs.map((run) => run.text).join("");
    const perLine = Math.max(1, (box.width - margin) / ((runs[0]?.look.size ?? 20) * 0.5));
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  });
  const linePx =
    box.height /
    Math.max(
      1,
      lines.reduce((sum, count) => sum + count, 0),
    );
  const parts = chunks(
    lines.map((count) => count * linePx),
    heightPx,
  );
  return parts.map(({ from, to, y, height }) => ({ ...shape, paragraphs: paragraphs.slice(from, to), box: { ...box, y: box.y + y, height } }));
}

/** The head stands on each part. */
function tablePieces(shape: TableShape, heightPx: number): readonly Shape[] {
  const { rows, box, hasHead } = shape;
  const head = hasHead ? rows.slice(0, 1) : [];
  const headPx = head[0]?.height ?? 0;
  const body = rows.slice(head.length);
  return chunks(
    body.map(({ height }) => height),
    heightPx - headPx,
  ).map(({ from, to, y, height }) => ({
    ...shape,
    rows: [...head, ...body.slice(from, to)],
    box: { ...box, y: box.y + y, height: height + headPx },
  }));
}

function chunks(heights: readonly number[], most: number): readonly { from: number; to: number; y: number; height: number }[] {
  const all: { from: number; to: number; y: number; height: number }[] = [];
  let open = { from: 0, to: 0, y: 0, height: 0 };
  heights.forEach((height, index) => {
    if (open.to > open.from && open.height + height > most) {
      all.push(open);
      open = { from: index, to: index, y: open.y + open.height, height: 0 };
    }
    open = { ...open, to: index + 1, height: open.height + height };
  });
  return [...all, open];
}
