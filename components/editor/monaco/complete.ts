import { guideLink } from "@/components/editor/completion/guide-address";
import { findPlace, type Place } from "@/components/editor/completion/place";
import type { DeckNames, Suggestion, SuggestionKind } from "@/components/editor/completion/suggestions";
import { sessionOf } from "@/components/editor/monaco/deck-of-model";
import { deckLanguageId } from "@/components/editor/monaco/deck-language";
import { shareProvider } from "@/components/editor/monaco/share-provider";
import { textAround } from "@/components/editor/monaco/text-around";
import type { Monaco, TextModel } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { languages, Position } from "monaco-editor/editor";

/** What is typed before the first letter of a suggestion; letters ask by themselves (`quickSuggestions`). */
const triggerCharacters = [":", " ", "`", "~", "!", "[", "(", "/", "_", "#"];

/** Offers what the deck language has at the caret. The reference is loaded with the first offer. Returns its stop. */
export const offerCompletion = shareProvider((monaco) =>
  monaco.languages.registerCompletionItemProvider(deckLanguageId, {
    triggerCharacters,
    provideCompletionItems: (model, position, { triggerKind }) =>
      complete(monaco, model, { position, isAsked: triggerKind === monaco.languages.CompletionTriggerKind.Invoke }),
  }),
);

interface Asked {
  readonly position: Position;
  readonly isAsked: boolean;
}

async function complete(monaco: Monaco, model: TextModel, { position, isAsked }: Asked): Promise<languages.CompletionList> {
  const session = sessionOf(model);
  const { before, after, isTop } = textAround(model, position, session);
  const place = session === undefined ? undefined : findPlace(before, { after, isTop, isAsked });
  if (session === undefined || place === undefined) return { suggestions: [] };
  const { suggestionsAt } = await import("@/components/editor/completion/suggestions");
  const offered = suggestionsAt(place, namesOf(session));
  const range = rangeOf(monaco, position, { place, after });
  const wrap = place.kind === "insert" ? emptyLines(model, position) : { lead: "", tail: closeOf(place, before, after) };
  return { suggestions: offered.map((suggestion, index) => toItem(monaco, suggestion, { range, index, ...wrap })) };
}

/** What is typed, with the rest of a word that the suggestion replaces. */
function rangeOf(monaco: Monaco, position: Position, { place, after }: { readonly place: Place; readonly after: string }) {
  const typed = place.kind === "insert" && place.typed !== "" ? place.typed.length + 1 : place.typed.length;
  const slash = place.kind === "insert" && place.typed === "" ? 1 : 0;
  const start = Math.max(1, position.column - typed - slash);
  return new monaco.Range(position.lineNumber, start, position.lineNumber, position.column + restOf(place, after));
}

/** How a word goes on after the caret; elsewhere nothing after it is replaced. */
const rests: Partial<Readonly<Record<Place["kind"], RegExp>>> = {
  alert: /^\w*\]?/,
  "directive-value": /^[\w:-]*/,
  "front-matter-value": /^[\w:-]*/,
  box: /^[\w-]*/,
  "code-language": /^[\w-]*/,
  emoji: /^[a-z0-9_+-]*:/,
};

function restOf({ kind }: Place, after: string): number {
  return rests[kind]?.exec(after)?.[0].length ?? 0;
}

/** A block needs an empty line before and after it; dashes right under words would make a heading of them. */
function emptyLines(model: TextModel, { lineNumber }: Position) {
  const isWritten = (line: number) => line >= 1 && line <= model.getLineCount() && model.getLineContent(line).trim() !== "";
  return { lead: isWritten(lineNumber - 1) ? "\n" : "", tail: isWritten(lineNumber + 1) ? "\n" : "" };
}

/** A setting in a comment that nobody closed yet closes it: an open one would hide the rest of the slide. */
function closeOf({ kind }: Place, before: string, after: string): string {
  return kind === "directive-key" && /<!--[^\n]*$/.test(before) && !after.includes("-->") ? " -->" : "";
}

interface ItemPlace {
  readonly range: languages.CompletionItem["range"];
  readonly lead: string;
  readonly tail: string;
  readonly index: number;
}

function toItem(monaco: Monaco, suggestion: Suggestion, { range, lead, tail, index }: ItemPlace): languages.CompletionItem {
  const { label, kind, detail, text, snippet, filter, entryId, asksAgain } = suggestion;
  const link = entryId === undefined ? "" : guideLink(entryId);
  return {
    label: detail === "" ? label : { label, description: detail },
    kind: kindOf(monaco, kind),
    documentation: { value: [text, link].filter(Boolean).join("\n\n") },
    insertText: `${lead}${snippet}${tail}`,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
    sortText: String(index).padStart(4, "0"),
    range,
    ...(filter === undefined ? {} : { filterText: filter }),
    ...(asksAgain === true ? { command: { id: "editor.action.triggerSuggest", title: "Suggest values" } } : {}),
  };
}

function kindOf(monaco: Monaco, kind: SuggestionKind): languages.CompletionItemKind {
  const { CompletionItemKind } = monaco.languages;
  switch (kind) {
    case "setting":
      return CompletionItemKind.Property;
    case "value":
      return CompletionItemKind.Value;
    case "block":
      return CompletionItemKind.Snippet;
    case "language":
      return CompletionItemKind.Module;
    case "emoji":
      // Not `Text`: those are words of the text, which `suggest.showWords` hides.
      return CompletionItemKind.Constant;
    case "file":
      return CompletionItemKind.File;
    case "slide":
      return CompletionItemKind.Reference;
    case "word":
      return CompletionItemKind.Keyword;
  }
}

const image = /!\[[^\]]*\]\(<?([^)\s>]+)/g;

/** The deck's files, those that it names and that are still to come, and its slides. */
function namesOf(session: EditorSession): DeckNames {
  const { deck } = session.live.snapshot();
  const named = [...deck.source.matchAll(image)].flatMap(([, path = ""]) => (/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(path) ? [] : [path]));
  return { files: [...new Set([...session.files().keys(), ...named])], slides: deck.slides };
}
