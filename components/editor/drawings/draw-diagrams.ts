import type { EditorSession } from "@/components/editor/session/editor-session";
import { ApiError } from "@/lib/api/api-error";
import { listDiagrams, putDiagram } from "@/lib/api/client";
import type { DiagramDrawing, DiagramSource } from "@/lib/deck";
import { diagramRenderer } from "@/lib/stage/diagrams/mermaid-config";

/** A diagram that is being written is drawn when its text has stood this long. */
const quietMs = 450;

/**
 * Draws the deck's diagrams as they settle: those that the server keeps come from there, the others are drawn here,
 * one at a time, and with `deckId` handed to the server for pages without a script. Mermaid is loaded with the first
 * diagram that has to be drawn. Returns its stop.
 */
export function drawDiagrams({ live, drawings, source }: EditorSession, deckId: string | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  let isStopped = false;
  let isListed = deckId === undefined;

  const missing = (): readonly DiagramSource[] =>
    live.snapshot().deck.slides.flatMap((slide) => slide.parts.diagrams.filter(({ hash }) => !drawings.diagrams().has(hash)));

  function schedule() {
    clearTimeout(timer);
    if (!isStopped && missing().length > 0) timer = setTimeout(() => void work(), quietMs);
  }

  async function work() {
    if (isWorking) return;
    isWorking = true;
    try {
      if (!isListed && deckId !== undefined) {
        drawings.putDiagrams(await keptDrawings(deckId));
        isListed = true;
      }
      const next = missing()[0];
      if (next !== undefined && !isStopped) await draw(next);
    } finally {
      isWorking = false;
    }
    // What was typed meanwhile, and the next one.
    if (!isStopped && missing().length > 0) timer = setTimeout(() => void work(), 0);
  }

  async function draw(diagram: DiagramSource) {
    const drawing = await drawHere(diagram);
    if (isStopped) return;
    drawings.putDiagrams(new Map([[diagram.hash, drawing]]));
    if (drawing.state === "drawn" && deckId !== undefined && source.canEdit) await keep(deckId, diagram.hash, drawing.svg);
  }

  const stop = live.subscribe(schedule);
  schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stop();
  };
}

async function drawHere(diagram: DiagramSource): Promise<DiagramDrawing> {
  try {
    const { drawDiagram } = await import("@/lib/stage/diagrams/draw");
    return await drawDiagram(diagram);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { state: "failed", message: "What draws it could not be loaded. Load the page again when you are online.", line: undefined };
  }
}

async function keptDrawings(deckId: string): Promise<ReadonlyMap<string, DiagramDrawing>> {
  try {
    const { renderer, diagrams } = await listDiagrams(deckId);
    if (renderer !== diagramRenderer) return new Map();
    return new Map(diagrams.map(({ hash, svg }) => [hash, { state: "drawn", svg }]));
  } catch (error) {
    // Nothing is lost: they are drawn here.
    if (!(error instanceof ApiError)) throw error;
    return new Map();
  }
}

async function keep(deckId: string, hash: string, svg: string): Promise<void> {
  try {
    await putDiagram(deckId, hash, { renderer: diagramRenderer, svg });
  } catch (error) {
    // Nothing is lost: the server's browser draws it when somebody asks for the page.
    if (!(error instanceof ApiError)) throw error;
  }
}
