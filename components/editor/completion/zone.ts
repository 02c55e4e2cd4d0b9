/** What kind of text a line stands in, by the lines before it. */
export type Zone =
  | { readonly kind: "front-matter" }
  /** `inside` is the comment's text up to the line. */
  | { readonly kind: "comment"; readonly inside: string }
  | { readonly kind: "code"; readonly language: string }
  | { readonly kind: "text" };

const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`{[]*)/;
/** A line that may stand in front matter while it is being written. */
const yamlLine = /^(?:[ \t].*|#.*|- .*|["']?[A-Za-z_][\w.-]*["']?[ \t]*:.*|)$/;

/**
 * Reads the lines before the one that matters; they start at a slide's start, which no fence and no comment runs
 * over, or (`isTop`) at the top of the deck, where front matter may stand.
 */
export function zoneAfter(lines: readonly string[], { isTop }: { readonly isTop: boolean }): Zone {
  const { end, isOpen } = isTop ? frontMatterOf(lines) : { end: 0, isOpen: false };
  if (isOpen) return { kind: "front-matter" };
  let code: { readonly mark: string; readonly language: string } | undefined;
  let comment: string | undefined;
  for (const line of lines.slice(end)) {
    if (code) {
      const mark = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (mark?.startsWith(code.mark)) code = undefined;
      continue;
    }
    const opening = comment === undefined ? fence.exec(line) : null;
    if (opening?.[1]) code = { mark: opening[1], language: opening[2] ?? "" };
    else comment = commentAfter(line, comment);
  }
  if (code) return { kind: "code", language: code.language };
  return comment === undefined ? { kind: "text" } : { kind: "comment", inside: comment };
}

/** The text of the comment that is open at the line's end; undefined where none is. */
export function commentAfter(line: string, open: string | undefined): string | undefined {
  const text = open === undefined ? line.replace(/(`+)[^`]*?\1/g, (span) => " ".repeat(span.length)) : line;
  const start = open === undefined ? text.lastIndexOf("<!--") : -4;
  if (open === undefined && start === -1) return undefined;
  const rest = text.slice(start + 4);
  if (rest.includes("-->")) return open === undefined ? undefined : commentAfter(rest.slice(rest.indexOf("-->") + 3), undefined);
  return `${open ?? ""}${rest}\n`;
}

/** How many lines the front matter takes; `isOpen` where the next line still belongs to it. */
function frontMatterOf(lines: readonly string[]): { readonly end: number; readonly isOpen: boolean } {
  if (!/^---[ \t]*$/.test(lines[0] ?? "")) return { end: 0, isOpen: false };
  const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  const body = lines.slice(1, close === -1 ? undefined : close);
  // Without its end a heading would pass for a comment of YAML's.
  const isYaml = body.every((line) => yamlLine.test(line) && (close !== -1 || !line.startsWith("#")));
  if (!isYaml) return { end: 0, isOpen: false };
  return close === -1 ? { end: lines.length, isOpen: true } : { end: close + 1, isOpen: false };
}
