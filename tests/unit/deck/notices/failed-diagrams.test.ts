import { expect, test } from "vitest";
import { diagramHash, parseDeck, type DiagramDrawing } from "@/lib/deck";
import { deckLinter } from "@/lib/deck/linter";
import { seen } from "@/tests/support/decks/notices";

const failed = (line: number | undefined): DiagramDrawing => ({ state: "failed", message: "No arrow here.", line });

function noticesOf(source: string, drawings: Readonly<Record<string, DiagramDrawing>>) {
  const diagrams = new Map(Object.entries(drawings).map(([text, drawing]) => [diagramHash(text), drawing]));
  return seen(source, deckLinter.around(parseDeck(source), { diagrams }), "diagram-failed").map(({ about }) => about);
}

test("a diagram that can't be drawn is named at its line, with CRLF line ends too", () => {
  const source = "# One\r\n\r\n---\r\n\r\n```mermaid\r\n\r\nflowchart\r\n  a -> b\r\n```\r\n";
  expect(noticesOf(source, { "flowchart\n  a -> b": failed(2) })).toEqual(["a -> b"]);
});

test("without a line it is named at its fence", () => {
  expect(noticesOf("```mermaid\npie\n```\n", { pie: failed(undefined) })).toEqual(["```mermaid"]);
});

test("a drawn one and one that waits have nothing said about them", () => {
  expect(noticesOf("```mermaid\npie\n```\n\n```mermaid\ngantt\n```\n", { pie: { state: "drawn", svg: "<svg></svg>" } })).toEqual([]);
});
