import { noticeRange, nothing, ofSlides, type NoticeContext, type NoticeRule } from "./rule";

/** A slide with nothing on it: often one break too many, or notes that have lost their slide. */
export const emptySlide: NoticeRule = (context) => {
  const { items } = context;
  if (items.length === 1) return [];
  return ofSlides(context, ({ source }, index) => {
    if (source.shape !== "empty" || isMeant(context, index)) return nothing;
    const hasNotes = source.notes !== "";
    const start = context.slideStarts[index] ?? 0;
    const end = start + (items[index]?.piece.text.length ?? 0);
    const range = noticeRange(context, ...shownRange(context.text, start, end));
    if (hasNotes) {
      const message = "These notes have no slide: nothing else stands between the breaks around them.";
      return [{ code: "notes-without-slide", severity: "info", message, range }];
    }
    const edit = index === 0 ? { start, end: context.slideStarts[1] ?? end, text: "" } : { start: start - leadOf(context, index), end, text: "" };
    return [
      {
        code: "empty-slide",
        severity: "info",
        message: `Slide ${index + 1} is empty.`,
        range,
        fix: { label: "Remove it", edits: [edit] },
      },
    ];
  });
};

/** A background makes a picture of an empty slide; settings and styles say that somebody wants it. */
function isMeant({ slides, items }: NoticeContext, index: number): boolean {
  const source = items[index]?.source;
  const hasSettings = source !== undefined && Object.keys(source.values).length + Object.keys(source.ownValues).length > 0;
  return hasSettings || (source?.styles ?? "") !== "" || Object.keys(slides[index]?.style ?? {}).length > 0;
}

function leadOf({ items }: NoticeContext, index: number): number {
  return items[index]?.piece.lead.length ?? 0;
}

/** The text without the blank lines around it; an empty one is its first place. */
function shownRange(text: string, start: number, end: number): readonly [number, number] {
  const own = text.slice(start, end);
  const shown = own.trimStart();
  return shown === "" ? [start, start] : [end - shown.length, start + own.trimEnd().length];
}
