import type { Notice } from "@/lib/deck/deck";
import { noticeRange, nothing, ofSlides, type NoticeContext, type NoticeRule } from "./rule";

const maxNamed = 5;

/** CSS of the deck that the sanitizer leaves out: it is kept in the text, and does nothing. */
export const removedCss: NoticeRule = (context) => {
  const { removedOf, settings, slideStarts } = context;
  if (!removedOf) return [];
  const ofDeck = settings.style === "" ? nothing : noticeOf(removedOf(settings.style), frontRange(context));
  const ofStyles = ofSlides(context, ({ piece, source: { styles } }, index) => {
    if (styles === "") return nothing;
    const start = (slideStarts[index] ?? 0) + Math.max(0, piece.text.indexOf("<style"));
    return noticeOf(removedOf(styles), noticeRange(context, start, start + "<style".length));
  });
  return [...ofDeck, ...ofStyles];
};

function noticeOf(removed: readonly string[] | undefined, range: Notice["range"]): readonly Notice[] {
  if (removed?.length === 0) return nothing;
  return [{ code: "css-removed", severity: "warning", message: removedWords(removed), range }];
}

/** `Left out of this CSS, since slides may fetch and cover nothing: @import url(a.css) · position:fixed and 2 more.` */
function removedWords(removed: readonly string[] | undefined): string {
  if (!removed) return "This CSS can't be read, so none of it is used. Look for a bracket that is not closed.";
  const named = `since slides may fetch and cover nothing: ${listed(removed.filter((line) => !showsAttribute(line)))}`;
  const shown = `since attr() shows page numbers alone: ${listed(removed.filter(showsAttribute))}`;
  if (!removed.some(showsAttribute)) return `Left out of this CSS, ${named}.`;
  return removed.every(showsAttribute) ? `Left out of this CSS, ${shown}.` : `Left out of this CSS, ${named}. And ${shown}.`;
}

function listed(lines: readonly string[]): string {
  const more = lines.length > maxNamed ? ` and ${lines.length - maxNamed} more` : "";
  return `${lines.slice(0, maxNamed).join(" · ")}${more}`;
}

function showsAttribute(line: string): boolean {
  return /^[^:]+:.*\battr\(/i.test(line) && !/\burl\(/i.test(line);
}

function frontRange(context: NoticeContext): Notice["range"] {
  const start = context.front.keys.get("style") ?? 0;
  const end = context.text.indexOf("\n", start);
  return noticeRange(context, start, end === -1 ? context.text.length : end);
}
