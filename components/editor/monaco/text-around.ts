import type { TextModel } from "@/components/editor/monaco/load-monaco";
import type { EditorSession } from "@/components/editor/session/editor-session";
import { slideAt } from "@/lib/deck";
import type { Position } from "monaco-editor/editor";

/** The text before a position from its slide's start on, and the rest of its line. */
export interface TextAround {
  readonly before: string;
  readonly after: string;
  /** `before` begins at the top of the deck. */
  readonly isTop: boolean;
}

/**
 * A slide's text is all that says what a place in it is, and a long deck costs no more than a short one. The deck may
 * be a frame behind the text: then it starts where its slide stood, which a fence or comment rarely reaches over.
 */
export function textAround(model: TextModel, position: Position, session: EditorSession | undefined): TextAround {
  const after = model.getLineContent(position.lineNumber).slice(position.column - 1);
  const deck = session?.live.snapshot().deck;
  const index = deck === undefined ? 0 : slideAt(deck, model.getOffsetAt(position));
  const line = index === 0 ? 1 : Math.min(deck?.slides[index]?.range.startLine ?? 1, position.lineNumber);
  const range = { startLineNumber: line, startColumn: 1, endLineNumber: position.lineNumber, endColumn: position.column };
  return { before: model.getValueInRange(range), after, isTop: line === 1 };
}
