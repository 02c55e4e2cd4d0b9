import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { languageFor } from "@/lib/deck/language";
import { changeTag, readTags, voidElements, type Tag } from "@/lib/deck/import/html-tags";
import { maskCode } from "@/lib/deck/import/masked-text";
import { findLine } from "@/lib/deck/import/source-lines";
import { readClicks, type Click } from "./click-values";

/**
 * `<v-clicks>` around anything but one list of Markdown, written out: each block in a `<v-click>` of its own, each
 * element with a `v-click`. A list there stays whole, as in Slidev; a list alone appears by items (`clicks.ts`).
 */
export function expandGroups(text: string): string {
  if (!/<v-?clicks\b/i.test(text)) return text;
  const tags = readTags(maskCode(text, { comments: true }));
  const edits: TextEdit[] = [];
  let open: { readonly tag: Tag; readonly at: number } | undefined;
  let depth = 0;
  tags.forEach((tag, at) => {
    if (tag.name !== "v-clicks" && tag.name !== "VClicks") return;
    if (tag.kind === "open" && depth++ === 0) open = { tag, at };
    if (tag.kind !== "close" || depth === 0 || --depth > 0 || open === undefined) return;
    edits.push(...expand(text, open.tag, tag, tags.slice(open.at + 1, at)));
    open = undefined;
  });
  return applyTextEdits(text, edits);
}

function expand(text: string, open: Tag, close: Tag, tags: readonly Tag[]): readonly TextEdit[] {
  const inside = text.slice(open.end, close.start);
  const isMarkdown = /^[ \t]*\n[ \t]*(?:\n|$)/.test(inside);
  const blocks = isMarkdown ? lexParts(inside, open.end) : [{ type: "html", start: open.end, end: close.start }];
  if (blocks.length === 1 && blocks[0]?.type === "list") return [];
  const nextAt = createCounter(open);
  let seen = 0;
  const edits = blocks.flatMap(({ type, start, end }): readonly TextEdit[] => {
    const first = findLine(tags, seen, (tag) => tag.start >= start);
    const after = first === -1 ? -1 : findLine(tags, first, (tag) => tag.start >= end);
    seen = after === -1 ? tags.length : after;
    const elements = type === "html" && first !== -1 ? animatedIn(tags.slice(first, seen)) : [];
    if (elements.length === 0) {
      const at = nextAt();
      if (at === undefined) return [];
      const apart = isMarkdown ? "\n\n" : "";
      return [
        { start, end: start, text: `<v-click at="${at.text}"${at.hides ? " hide" : ""}>${apart}` },
        { start: end, end, text: `${apart}</v-click>` },
      ];
    }
    return elements.flatMap((tag) => {
      const at = nextAt();
      return at === undefined ? [] : [{ start: tag.start, end: tag.end, text: animate(text, tag, at) }];
    });
  });
  return [{ start: open.start, end: open.end, text: "" }, ...edits, { start: close.start, end: close.end, text: "" }];
}

function lexParts(inside: string, offset: number) {
  let at = offset;
  return languageFor({ breaks: false })
    .lexBlocks(inside)
    .flatMap(({ type, raw }) => {
      const start = at;
      at += raw.length;
      const isShown = type !== "space" && type !== "def" && raw.trim() !== "" && !/^\s*<!--[^>]*-->\s*$/.test(raw);
      return isShown ? [{ type, start, end: start + raw.trimEnd().length }] : [];
    });
}

/** The elements that stand side by side; the items of a list and the rows of a table that stand alone. */
function animatedIn(tags: readonly Tag[], level = 0): readonly Tag[] {
  const found: Tag[] = [];
  let depth = 0;
  for (const tag of tags) {
    if (tag.kind === "close") depth--;
    else {
      if (depth === level) found.push(tag);
      if (tag.kind === "open" && !voidElements.has(tag.name)) depth++;
    }
  }
  if (found.length !== 1 || level === 2 || !/^(?:ul|ol|table|tbody)$/.test(found[0]?.name ?? "")) return found;
  const inner = animatedIn(tags, level + 1).filter(({ name }) => name !== "thead");
  return inner.length > 0 ? inner : found;
}

interface At extends Click {
  readonly text: string;
  readonly hides: boolean;
}

/** The press of each part in turn, `every` so many with the same; undefined where nothing is animated. */
function createCounter({ attributes }: Tag): () => At | undefined {
  const valueOf = (name: string) => attributes.find((one) => one.name === name || one.name === `:${name}`)?.value;
  const isExpression = attributes.some(({ name }) => name === ":at");
  const first = readClicks(valueOf("at"), isExpression ? "expression" : "text")?.from;
  const every = Math.max(1, Number(valueOf("every") ?? 1) || 1);
  const hides = attributes.some(({ name, value }) => name === "hide" && value !== "false");
  let count = 0;
  return () => {
    if (first === undefined) return undefined;
    const place = count++;
    const step = place === 0 ? first.value : place % every === 0 ? 1 : 0;
    const value = first.isRelative ? step : first.value + Math.floor(place / every);
    return { value, isRelative: first.isRelative, text: first.isRelative && value >= 0 ? `+${value}` : String(value), hides };
  };
}

function animate(text: string, tag: Tag, { isRelative, text: at, hides }: At): string {
  if (tag.attributes.some(({ name }) => /^v-(?:click|after)/.test(name))) return text.slice(tag.start, tag.end);
  return changeTag(text, tag, { set: { [hides ? "v-click.hide" : "v-click"]: isRelative ? `'${at}'` : at } });
}
