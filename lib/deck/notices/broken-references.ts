import { readIds, readLinks, type Reference } from "./references";
import { noticeRange, nothing, ofSlides, type NoticeContext, type NoticeRule } from "./rule";

/** Links that name a definition, footnotes that name a note, and `#anchors` that name a slide: where there is none. */
export const brokenReferences: NoticeRule = (context) => {
  let anchors: ReadonlySet<string> | undefined;
  return ofSlides(context, ({ source, piece }, index) => {
    const links = readLinks(source, piece.text);
    if (links.length === 0) return nothing;
    anchors ??= new Set(context.anchors);
    const known = anchors;
    const start = context.slideStarts[index] ?? 0;
    return links.flatMap((reference) => {
      const message = faultOf(reference, context, known);
      if (message === undefined) return [];
      const range = noticeRange(context, start + reference.start, start + reference.end);
      return [{ code: "broken-reference", severity: "warning" as const, message, range }];
    });
  });
};

function faultOf({ kind, name }: Reference, context: NoticeContext, anchors: ReadonlySet<string>): string | undefined {
  switch (kind) {
    case "definition":
      return context.definitions.has(name)
        ? undefined
        : `Nothing defines the link “${name}”. Write [${name}]: and its address somewhere in the deck.`;
    case "footnote":
      return context.footnotes.has(name) ? undefined : `There is no footnote “${name}”. Write [^${name}]: and its text somewhere in the deck.`;
    case "anchor": {
      const slide = /^\d+$/.test(name) ? Number(name) : undefined;
      if (slide !== undefined) return slide >= 1 && slide <= context.items.length ? undefined : `There is no slide ${slide} in this deck.`;
      if (anchors.has(name) || context.items.some(({ source, piece }) => readIds(source, piece.text).has(name))) return undefined;
      return `No slide is called #${name}, and nothing on one has that id.`;
    }
    case "file":
    case "page":
      return undefined;
  }
}
