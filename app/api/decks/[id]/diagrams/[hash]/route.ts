import { z } from "zod";
import { diagramHashSchema, putDiagramBodySchema } from "@/lib/api/diagrams";
import { AppError } from "@/lib/errors";
import { noContent, svgImage } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck, readParams } from "@/lib/http/handle";
import { getDiagrams } from "@/lib/workspace/diagrams/get";
import { putDiagram } from "@/lib/workspace/diagrams/put";

const paramsSchema = z.object({ hash: diagramHashSchema });
const noDrawing = () => new AppError("not-found", "There is no drawing of this diagram.");

export const GET = handleDeck("read", async ({ runtime, deckId, params }) => {
  const { hash } = readParams(params, paramsSchema, noDrawing());
  const drawing = (await getDiagrams(runtime, deckId, { hashes: [hash] })).get(hash);
  if (drawing?.state !== "drawn") throw noDrawing();
  return svgImage(drawing.svg);
});

export const PUT = handleDeck(
  "edit",
  async ({ request, runtime, deckId, params }) => {
    const { hash } = readParams(params, paramsSchema);
    await putDiagram(runtime, deckId, { hash, ...(await readJsonBody(request, putDiagramBodySchema)) });
    return noContent();
  },
  { rateLimit: "putDiagram" },
);
