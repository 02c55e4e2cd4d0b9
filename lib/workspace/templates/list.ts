import { deckIdSchema } from "@/lib/api/ids";
import type { TemplateInfo } from "@/lib/api/templates";
import { AppError } from "@/lib/errors";
import { deriveText } from "@/lib/workspace/decks/deck-text";
import { conferenceTalk } from "@/lib/workspace/templates/conference-talk";
import { lightningTalk } from "@/lib/workspace/templates/lightning-talk";
import { productDemo } from "@/lib/workspace/templates/product-demo";
import { projectReview } from "@/lib/workspace/templates/project-review";
import type { Template } from "@/lib/workspace/templates/template";
import { thesisTalk } from "@/lib/workspace/templates/thesis-talk";
import { workshop } from "@/lib/workspace/templates/workshop";

/** The templates that come with the product, in the order they are offered. */
export const templates: readonly Template[] = [conferenceTalk, lightningTalk, projectReview, workshop, thesisTalk, productDemo];

/** A template's text. Throws 422 where there is none of this name. */
export function templateMarkdown(id: string): string {
  const template = templates.find((known) => known.id === id);
  if (template === undefined) throw new AppError("unprocessable", "There is no such template. Load the page again.");
  return template.markdown;
}

let drawn: Promise<readonly TemplateInfo[]> | undefined;

/** The templates with true pictures of their first slides, drawn once a process: they never change. */
export function listTemplates(): Promise<readonly TemplateInfo[]> {
  return (drawn ??= Promise.all(templates.map(drawTemplate)));
}

/** No deck has this id: a template's pictures need none of their own. */
const noDeck = deckIdSchema.parse("00000000-0000-4000-8000-000000000000");

async function drawTemplate({ id, name, about, markdown }: Template): Promise<TemplateInfo> {
  const { cover, slides } = await deriveText(markdown, { deckId: noDeck, files: new Map() });
  return { id, name, about, cover, slides: slides.length };
}
