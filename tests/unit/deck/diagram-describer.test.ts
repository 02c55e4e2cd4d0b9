import { expect, test } from "vitest";
import { parseDeck, renderSlide } from "@/lib/deck";

function labelOf(text: string): string {
  const slide = parseDeck(`\`\`\`mermaid\n${text}\n\`\`\``).slides[0];
  const [diagram] = slide?.parts.diagrams ?? [];
  if (!slide || !diagram) return "";
  const html = renderSlide(slide, { diagrams: new Map([[diagram.hash, { state: "drawn", svg: "<svg></svg>" }]]) });
  return /role="img" aria-label="([^"]*)"/.exec(html)?.[1] ?? "";
}

test.each([
  ["flowchart LR\n A-->B", "Flowchart"],
  ["graph TD\n A-->B", "Flowchart"],
  ["sequenceDiagram\n A->>B: x", "Sequence diagram"],
  ["stateDiagram-v2\n [*] --> A", "State diagram"],
  ["xychart-beta\n bar [1]", "Chart"],
  ["---\nconfig:\n  look: classic\n---\n%% comment\nmindmap\n a", "Mind map"],
  ['pie title Pets\n "a": 1', "Pie chart: Pets"],
  ["gantt\n title A plan\n x: 1", "Gantt chart: A plan"],
  ["flowchart LR\n accTitle: How it goes\n accDescr: From A to B\n A-->B", "Flowchart: How it goes. From A to B"],
  ["flowchart LR\n accDescr {\n  Two\n  lines\n }\n A-->B", "Flowchart. Two lines"],
  ["unheard of", "Diagram"],
])("%j is called %j", (text, label) => {
  expect(labelOf(text)).toBe(label);
});
