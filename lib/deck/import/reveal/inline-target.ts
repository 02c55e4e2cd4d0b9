import type { Token } from "marked";
import { languageFor } from "@/lib/deck/language";
import { readTags, voidElements, type Tag } from "@/lib/deck/import/html-tags";

/** What an attribute comment speaks of; offsets into the stretch that was asked about. */
export type InlineTarget =
  | { readonly kind: "tag"; readonly tag: Tag }
  | { readonly kind: "image" | "span"; readonly start: number; readonly end: number }
  | { readonly kind: "container" };

const elements: ReadonlySet<string> = new Set(["link", "strong", "em", "codespan", "del"]);

interface Frame {
  readonly tag: Tag | undefined;
  last: InlineTarget | undefined;
}

/**
 * What a comment at the end of a stretch of a paragraph belongs to, as the plugin finds it in the DOM: the last
 * element before it that has the same parent (line breaks don't count), else that parent.
 */
export function findInlineTarget(stretch: string): InlineTarget {
  const lead = /^\s*/.exec(stretch)?.[0].length ?? 0;
  const blocks = languageFor({ breaks: false }).lexSlide(stretch.slice(lead), new Map());
  const [block] = blocks;
  const tokens = block !== undefined && blocks.length === 1 && "tokens" in block && block.type === "paragraph" ? (block.tokens ?? []) : undefined;
  if (tokens === undefined) return findInHtml(stretch);
  const frames: Frame[] = [{ tag: undefined, last: undefined }];
  let offset = lead;
  for (const token of tokens) {
    const end = offset + token.raw.length;
    visit(frames, token, { stretch, offset });
    offset = end;
  }
  return targetOf(frames);
}

/** The same where the stretch is raw HTML. */
function findInHtml(stretch: string): InlineTarget {
  const frames: Frame[] = [{ tag: undefined, last: undefined }];
  for (const tag of readTags(stretch)) visitTag(frames, tag);
  return targetOf(frames);
}

function visit(frames: Frame[], token: Token, { stretch, offset }: { readonly stretch: string; readonly offset: number }): void {
  const frame = frames.at(-1);
  if (frame === undefined) return;
  if (token.type === "image") frame.last = { kind: "image", start: offset, end: offset + token.raw.length };
  else if (elements.has(token.type)) frame.last = { kind: "span", start: offset, end: offset + token.raw.length };
  else if (token.type === "html") {
    for (const tag of readTags(stretch.slice(offset, offset + token.raw.length))) visitTag(frames, { ...tag, ...shift(tag, offset) });
  }
}

function shift(tag: Tag, by: number): Pick<Tag, "start" | "end" | "attributes"> {
  const attributes = tag.attributes.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
  return { start: tag.start + by, end: tag.end + by, attributes };
}

function visitTag(frames: Frame[], tag: Tag): void {
  const frame = frames.at(-1);
  if (frame === undefined || tag.name === "br") return;
  if (tag.kind === "selfClosing" || voidElements.has(tag.name)) frame.last = { kind: "tag", tag };
  else if (tag.kind === "open") frames.push({ tag, last: undefined });
  else {
    const opened = frames.findLastIndex((one) => one.tag?.name === tag.name);
    const start = frames[opened]?.tag;
    if (opened <= 0 || start === undefined) return;
    frames.length = opened;
    const parent = frames.at(-1);
    if (parent) parent.last = { kind: "tag", tag: start };
  }
}

function targetOf(frames: readonly Frame[]): InlineTarget {
  const frame = frames.at(-1);
  if (frame?.last) return frame.last;
  return frame?.tag === undefined ? { kind: "container" } : { kind: "tag", tag: frame.tag };
}
