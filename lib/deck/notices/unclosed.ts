import type { SlideContext, SlideRemark, SlideRule } from "./rule";

/** Code fences, comments and boxes that nobody closed. */
export const unclosed: SlideRule = (context) => [...unclosedCode(context), ...unclosedComment(context), ...unclosedBoxes(context)];

/** A fence that is never closed runs to the end of the deck and takes every slide behind it along. */
function unclosedCode({ source, text }: SlideContext): SlideRemark[] {
  return source.blocks.flatMap(({ token, start }) => {
    const fence = token.type === "code" ? /^ {0,3}(`{3,}|~{3,})/.exec(token.raw)?.[1] : undefined;
    if (fence === undefined) return [];
    const lines = token.raw.trimEnd().split("\n");
    const last = lines.at(-1)?.trim() ?? "";
    const isClosed = lines.length > 1 && last.length >= fence.length && last === (fence[0] ?? "").repeat(last.length);
    if (isClosed || text.slice(start + token.raw.length).trim() !== "") return [];
    const nextBreak = /\n+(?= {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*(?:\n|$))/.exec(token.raw);
    const at = nextBreak ? start + nextBreak.index : start + token.raw.trimEnd().length;
    return [
      {
        code: "unclosed-code",
        severity: "warning",
        message: nextBreak
          ? "This code is never closed, so the breaks below it are code too."
          : `This code is never closed: a line of ${fence} ends it.`,
        start,
        end: start + (lines[0]?.length ?? 0),
        fix: { label: nextBreak ? "Close it before the next break" : "Close it", edits: [{ start: at, end: at, text: `\n${fence}` }] },
      },
    ];
  });
}

function unclosedComment({ source }: SlideContext): SlideRemark[] {
  return source.blocks.flatMap(({ token, start }) => {
    if (token.type !== "html") return [];
    const opening = token.raw.lastIndexOf("<!--");
    if (opening === -1 || token.raw.indexOf("-->", opening) !== -1) return [];
    const at = start + token.raw.trimEnd().length;
    return [
      {
        code: "unclosed-comment",
        severity: "warning",
        message: "This comment is never closed, so nothing below it shows.",
        start: start + opening,
        end: start + opening + 4,
        fix: { label: "Close it at the end of its line", edits: [closing(token.raw, opening, start, at)] },
      },
    ];
  });
}

function closing(raw: string, opening: number, start: number, end: number) {
  const lineEnd = raw.indexOf("\n", opening);
  const at = lineEnd === -1 ? end : start + lineEnd;
  return { start: at, end: at, text: " -->" };
}

function unclosedBoxes({ source, text }: SlideContext): SlideRemark[] {
  const open: { readonly start: number; readonly raw: string }[] = [];
  for (const { token, start } of source.blocks) {
    if (token.type !== "boxFence") continue;
    if ("attributes" in token && typeof token.attributes === "string") open.push({ start, raw: token.raw.trimEnd() });
    else open.pop();
  }
  const end = text.trimEnd().length;
  return open.map(({ start, raw }) => ({
    code: "unclosed-box",
    severity: "hint",
    message: `The box ${raw.trim()} is never closed; it ends with its slide.`,
    start,
    end: start + raw.length,
    fix: { label: "Close it at the end of the slide", edits: [{ start: end, end, text: "\n\n:::" }] },
  }));
}
