import type { Token, Tokens } from "marked";
import { appendAll } from "./append-all";
import { blankCodeSpans, findComments, isOnlyComments, readComment, type DeckSettingInComment, type WrittenSetting } from "./comments";
import { readClasses } from "./settings";

/** A block that shows, with its offset in the slide's text. */
export interface PlacedBlock {
  readonly token: Token;
  readonly start: number;
}

interface Separated {
  readonly blocks: readonly PlacedBlock[];
  /** The first one. */
  readonly heading: { readonly token: Tokens.Heading; readonly start: number } | undefined;
  readonly said: Said;
}

/** What a slide says that does not show. */
interface Said {
  readonly notes: string[];
  readonly values: Record<string, unknown>;
  readonly ownValues: Record<string, unknown>;
  readonly fxClasses: string[];
  readonly written: WrittenSetting[];
  readonly unknownKeys: WrittenSetting[];
  readonly deckSettings: DeckSettingInComment[];
  readonly footnotes: Map<string, string>;
}

function sayNothing(): Said {
  return { notes: [], values: {}, ownValues: {}, fxClasses: [], written: [], unknownKeys: [], deckSettings: [], footnotes: new Map() };
}

/** Most slides say nothing: they share it. */
const nothing: Readonly<Said> = sayNothing();

/** Takes notes, settings and footnote definitions out of the blocks; the rest shows. */
export function separateNotes(tokens: readonly Token[]): Separated {
  const blocks: PlacedBlock[] = [];
  let heading: Separated["heading"];
  let said: Said | undefined;
  let offset = 0;
  let rest: string[] | undefined;
  for (const token of tokens) {
    const start = offset;
    offset += token.raw.length;
    if (rest) rest.push(token.raw);
    else if (token.type === "notesSeparator" || isNotesHeading(token)) rest = [];
    else if (token.type === "footnoteDefinition") (said ??= sayNothing()).footnotes.set(String(token.label), String(token.text));
    else if (token.type === "paragraph" && token.raw.startsWith(".") && /^\.(?:fx|notes):/.test(token.text))
      readLandslideMacro(token.text, (said ??= sayNothing()));
    else {
      const mayHoldComments = token.type !== "code" && token.raw.includes("<!--");
      if (mayHoldComments) readComments(token.raw, start, (said ??= sayNothing()));
      if (mayHoldComments && token.type === "html" && isOnlyComments(token.raw)) continue;
      if (isHeading(token)) heading ??= { token, start };
      blocks.push({ token, start });
    }
  }
  const trailingNotes = rest?.join("").trim();
  if (trailingNotes) (said ??= sayNothing()).notes.push(trailingNotes);
  return { blocks, heading, said: said ?? nothing };
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === "heading";
}

/** Landslide: a heading of any level that reads exactly "Presenter Notes". */
export function isNotesHeading(token: Token): boolean {
  return token.type === "heading" && /^presenter notes$/i.test(token.text);
}

function readLandslideMacro(text: string, found: Said): void {
  const [, name, value = ""] = /^\.(fx|notes):\s*([\s\S]*)$/.exec(text) ?? [];
  if (name === "fx") appendAll(found.fxClasses, readClasses(value));
  else found.notes.push(value.trim());
}

/** Comments count in HTML blocks, and inside paragraphs and lists; in code they are code. */
function readComments(raw: string, offset: number, found: Said): void {
  for (const { start, end } of findComments(blankCodeSpans(raw))) {
    const { values, ownValues, notes, written, unknownKeys, deckSettings } = readComment(raw.slice(start + 4, end - 3));
    Object.assign(found.values, values);
    Object.assign(found.ownValues, ownValues);
    const inside = offset + start + 4;
    const place = <T extends WrittenSetting>(setting: T): T => ({ ...setting, start: inside + setting.start, end: inside + setting.end });
    appendAll(found.written, written.map(place));
    appendAll(found.unknownKeys, unknownKeys.map(place));
    appendAll(found.deckSettings, deckSettings.map(place));
    if (notes) found.notes.push(notes);
  }
}
