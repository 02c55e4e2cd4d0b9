import type { DiagramList } from "@/lib/api/diagrams";
import { json } from "@/lib/http/answers";
import { handleDeck } from "@/lib/http/handle";
import { diagramRenderer } from "@/lib/stage/diagrams/mermaid-config";
import { getDiagrams } from "@/lib/workspace/diagrams/get";

// All of a deck's drawings, those of hidden slides too: for whoever may read its text.
export const GET = handleDeck("exportMarkdown", async ({ runtime, deckId }) => {
  const drawings = await getDiagrams(runtime, deckId);
  const diagrams = [...drawings].flatMap(([hash, drawing]) => (drawing.state === "drawn" ? [{ hash, svg: drawing.svg }] : []));
  return json(200, { renderer: diagramRenderer, diagrams } satisfies DiagramList);
});
