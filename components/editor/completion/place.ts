import { commentAfter, zoneAfter } from "@/components/editor/completion/zone";

/** What could be written where the caret stands. `typed` is what is there of it already, right before the caret. */
export type Place =
  | { readonly kind: "front-matter-key"; readonly typed: string; readonly written: readonly string[] }
  | { readonly kind: "front-matter-value"; readonly typed: string; readonly key: string }
  | { readonly kind: "directive-key"; readonly typed: string }
  | { readonly kind: "directive-value"; readonly typed: string; readonly key: string }
  | { readonly kind: "box"; readonly typed: string }
  | { readonly kind: "code-language"; readonly typed: string }
  | { readonly kind: "slide-class"; readonly typed: string }
  | { readonly kind: "macro"; readonly typed: string }
  | { readonly kind: "alert"; readonly typed: string }
  | { readonly kind: "image-word"; readonly typed: string; readonly words: readonly string[] }
  | { readonly kind: "address"; readonly typed: string; readonly isImage: boolean }
  | { readonly kind: "emoji"; readonly typed: string }
  | { readonly kind: "insert"; readonly typed: string };

export interface PlaceOptions {
  /** The text begins at the top of the deck, and not at a later slide's start. */
  readonly isTop: boolean;
  /** The rest of the caret's line. */
  readonly after: string;
  /** Asked for by key: then an empty line and a lone `:` are places too. */
  readonly isAsked: boolean;
}

const directiveLine = /^[ \t]*_?[A-Za-z][\w-]*:.*$/;

/** What belongs at the end of `before`, which starts at a slide's start; undefined in plain prose. */
export function findPlace(before: string, options: PlaceOptions): Place | undefined {
  const lines = before.split("\n");
  const line = lines.pop() ?? "";
  const zone = zoneAfter(lines, options);
  switch (zone.kind) {
    case "front-matter":
      return inFrontMatter(line, lines, options);
    case "comment":
      return inComment(line, zone.inside, options);
    case "code":
      return undefined;
    case "text":
      return inText(line, options);
  }
}

function inFrontMatter(line: string, lines: readonly string[], { after }: PlaceOptions): Place | undefined {
  const value = /^([A-Za-z][\w-]*):[ \t]+["']?([^"']*)$/.exec(line);
  if (value?.[1] !== undefined) return { kind: "front-matter-value", key: value[1], typed: value[2] ?? "" };
  if (!/^[A-Za-z]*$/.test(line) || /^[\w-]*:/.test(after)) return undefined;
  const written = lines.flatMap((other) => /^([A-Za-z][\w-]*):/.exec(other)?.[1] ?? []);
  return { kind: "front-matter-key", typed: line, written };
}

/** Settings stand at a comment's start, or under others: a note is prose, and nothing pops up in it. */
function inComment(line: string, inside: string, { isAsked, after }: PlaceOptions): Place | undefined {
  const value = /^[ \t]*(_?[A-Za-z][\w-]*):[ \t]+["']?([^"']*)$/.exec(line);
  if (value?.[1] !== undefined) return { kind: "directive-value", key: value[1], typed: value[2] ?? "" };
  const typed = /^[ \t]*(_?[A-Za-z]*)$/.exec(line)?.[1];
  if (typed === undefined || /^[\w-]*:/.test(after)) return undefined;
  const above = inside.split("\n").filter((other) => other.trim() !== "");
  const isFirst = inside === "";
  const isUnderSettings = above.length > 0 && above.every((other) => directiveLine.test(other));
  if (typed === "" && !isAsked && !isFirst) return undefined;
  return isFirst || isUnderSettings || typed.startsWith("_") || isAsked ? { kind: "directive-key", typed } : undefined;
}

function inText(line: string, options: PlaceOptions): Place | undefined {
  const comment = openComment(line);
  if (comment !== undefined) return inComment(comment, "", options);
  if (isInCodeSpan(line)) return undefined;
  return atLineStart(line, options) ?? inLine(line, options);
}

/** What only a line's start can be. */
function atLineStart(line: string, { after, isAsked }: PlaceOptions): Place | undefined {
  const insert = /^\/([\w ]*)$/.exec(line)?.[1];
  if (insert !== undefined && after.trim() === "") return { kind: "insert", typed: insert };
  if (isAsked && line.trim() === "" && after.trim() === "") return { kind: "insert", typed: "" };
  const box = /^[ \t]*:{3,}[ \t]*([\w-]*)$/.exec(line)?.[1];
  if (box !== undefined) return { kind: "box", typed: box };
  const language = (/^ {0,3}(?:`{3,}|~{3,})[ \t]*([\w#+.-]*)$/.exec(line) ?? /^(?: {4}|\t)!([\w#+.-]*)$/.exec(line))?.[1];
  if (language !== undefined) return { kind: "code-language", typed: language };
  const alert = /^[ \t]*>[ \t]*\[!(\w*)$/.exec(line)?.[1];
  if (alert !== undefined) return { kind: "alert", typed: alert };
  const slideClass = /^\.fx:[ \t]*(?:[\w-]+[ \t]+)*([\w-]*)$/.exec(line)?.[1];
  if (slideClass !== undefined) return { kind: "slide-class", typed: slideClass };
  const macro = /^(\.[a-z]*)$/.exec(line)?.[1];
  return macro !== undefined && (macro.length > 1 || isAsked) ? { kind: "macro", typed: macro } : undefined;
}

/** What may stand anywhere in a line. */
function inLine(line: string, { isAsked }: PlaceOptions): Place | undefined {
  const address = /(!?)\[[^\]]*\]\(<?([^)\s>]*)$/.exec(line);
  if (address) return { kind: "address", typed: address[2] ?? "", isImage: address[1] === "!" };
  const inBrackets = /!\[([^\]]*)$/.exec(line)?.[1];
  if (inBrackets !== undefined) {
    const words = inBrackets.split(/\s+/);
    return { kind: "image-word", typed: words.pop() ?? "", words };
  }
  const emoji = /(?:^|[^\w:/]):([a-z0-9_+-]*)$/.exec(line)?.[1];
  // A smiley or a lone colon is no name: two letters are.
  return emoji !== undefined && (emoji.length >= 2 || isAsked) ? { kind: "emoji", typed: `:${emoji}` } : undefined;
}

function openComment(line: string): string | undefined {
  const open = commentAfter(line, undefined);
  return open === undefined ? undefined : open.slice(0, -1);
}

function isInCodeSpan(line: string): boolean {
  const rest = line.replace(/^ {0,3}(?:`{3,}|~{3,})/, "").replace(/(`+)[^`]+?\1/g, "");
  return rest.includes("`");
}
