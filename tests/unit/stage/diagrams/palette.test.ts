import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diagramRenderer } from "@/lib/stage/diagrams/mermaid-config";
import { finishDrawing } from "@/lib/stage/diagrams/finish-drawing";
import { paint, standIn } from "@/lib/stage/diagrams/palette";

test("a colour that stood for a property gives way to it, however a browser wrote it", () => {
  const [red = 0, green = 0, blue = 0] = (standIn.ink.slice(1).match(/../g) ?? []).map((part) => Number.parseInt(part, 16));
  for (const color of [standIn.ink, standIn.ink.toUpperCase(), `rgb(${red}, ${green}, ${blue})`, `rgba(${red}, ${green}, ${blue}, 1)`])
    expect(paint(`fill:${color};`)).toBe("fill:var(--ink,#15181e);");
});

test("no two properties have the same stand-in", () => {
  expect(new Set(Object.values(standIn)).size).toBe(Object.keys(standIn).length);
});

test("colours that people write stay theirs", () => {
  expect(paint("fill:#ff0000;stroke:rgb(255, 0, 0)")).toBe("fill:#ff0000;stroke:rgb(255, 0, 0)");
});

test("every property of the palette passes the sanitizer", () => {
  const rects = Object.values(standIn).map((color) => `<rect fill="${color}" style="stroke:${color}"></rect>`);
  const drawing = finishDrawing(`<svg viewBox="0 0 1 1">${rects.join("")}</svg>`, "h");
  const svg = drawing.state === "drawn" ? drawing.svg : "";
  expect(svg.match(/fill="(?:var|color-mix)\(/g)).toHaveLength(rects.length);
  expect(svg.match(/style="stroke:(?:var|color-mix)\(/g)).toHaveLength(rects.length);
});

test("the renderer has the version of the package", () => {
  const { version }: { version: string } = JSON.parse(readFileSync("node_modules/mermaid/package.json", "utf8"));
  expect(diagramRenderer.startsWith(`mermaid-${version}-`)).toBe(true);
});
