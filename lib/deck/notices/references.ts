import type { SlideSource } from "@/lib/deck/slide-source";
import { placeTokens } from "./placed-tokens";

/** Something that a slide names and that stands elsewhere; offsets into the slide's own text. */
export interface Reference {
  readonly kind: "definition" | "footnote" | "anchor" | "file" | "page";
  /** Label in lower case, footnote's name, anchor without `#`, or the relative address of what shows or of what is linked to. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const nothing: readonly Reference[] = [];
const known = new WeakMap<SlideSource, readonly Reference[]>();
const fullReference = /\[[^[\]]+\]\[([^[\]]*)\]/g;
/** An id in the HTML of any slide can be linked to, and so can what is named. */
const ownIds = /\b(?:id|name)\s*=\s*["']?([\w-]+)|\{[^{}\n]{0,200}#([\w-]+)[^{}\n]{0,200}\}/g;

/** What a slide refers to, read once for every text. */
export function readLinks(source: SlideSource, text: string): readonly Reference[] {
  if (source.blocks.length === 0) return nothing;
  let references = known.get(source);
  if (!references) known.set(source, (references = find(source, text)));
  return references;
}

const knownIds = new WeakMap<SlideSource, ReadonlySet<string>>();

/** Ids that a slide's text has for links to lead to, read once for every text. */
export function readIds(source: SlideSource, text: string): ReadonlySet<string> {
  let ids = knownIds.get(source);
  if (!ids) knownIds.set(source, (ids = new Set(Array.from(text.matchAll(ownIds), (match) => match[1] ?? match[2] ?? ""))));
  return ids;
}

function find(source: SlideSource, text: string): readonly Reference[] {
  return placeTokens(source.blocks, text).flatMap(({ token, start, end }): Reference[] => {
    if (token.type === "footnoteReference") return typeof token.label === "string" ? [{ kind: "footnote", name: token.label, start, end }] : [];
    if ((token.type === "link" || token.type === "image") && typeof token.href === "string") {
      const reference = referenceOf(token.href, token.type === "image" ? "file" : "page");
      return reference && !(reference.kind === "anchor" && readIds(source, text).has(reference.name)) ? [{ ...reference, start, end }] : [];
    }
    if (token.type !== "text" || ("tokens" in token && token.tokens)) return [];
    return [...text.slice(start, end).matchAll(fullReference)].map((match) => {
      const label = match[1] === "" ? match[0].slice(1, match[0].indexOf("]")) : (match[1] ?? "");
      const at = start + match.index;
      return { kind: "definition", name: label.toLowerCase().replace(/\s+/g, " ").trim(), start: at, end: at + match[0].length };
    });
  });
}

function referenceOf(address: string, kind: "file" | "page"): Pick<Reference, "kind" | "name"> | undefined {
  if (/^#./.test(address)) return { kind: "anchor", name: address.slice(1) };
  const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/i.test(address) && address !== "";
  return isRelative ? { kind, name: address.replace(/^\.\//, "").replace(/[?#].*$/, "") } : undefined;
}
