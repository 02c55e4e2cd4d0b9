import { guideLink } from "@/components/editor/completion/guide-address";
import { sessionOf } from "@/components/editor/monaco/deck-of-model";
import { deckLanguageId } from "@/components/editor/monaco/deck-language";
import { shareProvider } from "@/components/editor/monaco/share-provider";
import { textAround } from "@/components/editor/monaco/text-around";
import type { Monaco, TextModel } from "@/components/editor/monaco/load-monaco";
import type { languages, Position } from "monaco-editor/editor";

/** Says what a setting, a layout, a box or a keyword means when the pointer rests on it. Returns its stop. */
export const explainWords = shareProvider((monaco) =>
  monaco.languages.registerHoverProvider(deckLanguageId, { provideHover: (model, position) => explain(monaco, model, position) }),
);

async function explain(monaco: Monaco, model: TextModel, position: Position): Promise<languages.Hover | null> {
  const session = sessionOf(model);
  if (session === undefined) return null;
  const { before, isTop } = textAround(model, position, session);
  const { explainAt } = await import("@/components/editor/completion/explain");
  const above = before.split("\n").slice(0, -1);
  const found = explainAt(above, model.getLineContent(position.lineNumber), position.column - 1, { isTop });
  if (found === undefined) return null;
  return {
    range: new monaco.Range(position.lineNumber, found.start + 1, position.lineNumber, found.end + 1),
    contents: [{ value: `**${found.title}**\n\n${found.text}\n\n${guideLink(found.entryId)}` }],
  };
}
