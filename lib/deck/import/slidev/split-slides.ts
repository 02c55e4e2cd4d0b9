/** One slide as Slidev's parser cuts it; offsets into the text. */
export interface SlidevSlide {
  /** The YAML of its front matter as written, `undefined` where it has none. */
  readonly yaml: string | undefined;
  readonly yamlStart: number;
  readonly content: string;
  readonly contentStart: number;
}

interface Cut {
  /** First and last line (the latter excluded) of the slide, its own `---` included where that opens front matter. */
  readonly from: number;
  readonly to: number;
  /** The line that closes the front matter; undefined where there is none. */
  readonly yamlEnd: number | undefined;
}

/**
 * Cuts a text (LF line ends) where Slidev does (packages/parser/src/core.ts): at each line that starts with `---`,
 * outside of backtick fences and comments; it opens front matter where the next line says something.
 */
export function splitSlidev(text: string): readonly SlidevSlide[] {
  const lines = text.split("\n");
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const offsetOf = (line: number) => Math.min(starts[line] ?? text.length, text.length);
  return cutLines(lines).map(({ from, to, yamlEnd }) => {
    const contentLine = yamlEnd === undefined ? from : Math.min(yamlEnd + 1, to);
    const contentStart = offsetOf(contentLine);
    const content = text.slice(contentStart, Math.max(contentStart, offsetOf(to) - (to < lines.length ? 1 : 0)));
    const yamlStart = offsetOf(from + 1);
    const yaml = yamlEnd === undefined ? undefined : text.slice(yamlStart, Math.max(yamlStart, offsetOf(yamlEnd)));
    return yaml === undefined ? withYamlFence({ yaml, yamlStart, content, contentStart }) : { yaml, yamlStart, content, contentStart };
  });
}

function cutLines(lines: readonly string[]): readonly Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  let yamlEnd: number | undefined;
  let inComment = false;
  const cut = (to: number) => {
    if (from === to) return;
    cuts.push({ from, to, yamlEnd });
    from = to + 1;
    yamlEnd = undefined;
  };
  const lastClose = lines.findLastIndex((line) => line.includes("-->"));
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (inComment) inComment = staysInComment(line, true);
    else if (line.startsWith("---")) {
      cut(i);
      // At the very top nothing is cut off; the break itself is no text of the slide.
      if (from === i) from = i + 1;
      if (line[3] !== "-" && (lines[i + 1] ?? "").trim() !== "") {
        const close = findYamlEnd(lines, i + 1);
        // Without an end it is no front matter: the rest of the text is the slide.
        if (close === undefined) break;
        from = i;
        yamlEnd = close;
        i = close;
      }
    } else if (/^\s*```/.test(line)) i = skipFence(lines, i);
    else inComment = i <= lastClose && staysInComment(line, false);
  }
  if (from <= lines.length - 1) cut(lines.length);
  return cuts.length > 0 ? cuts : [{ from: 0, to: lines.length, yamlEnd: undefined }];
}

function findYamlEnd(lines: readonly string[], from: number): number | undefined {
  for (let i = from; i < lines.length; i++) if (lines[i]?.trimEnd() === "---") return i;
  return undefined;
}

/** The line that closes a fence; a fence that nobody closes is none. */
function skipFence(lines: readonly string[], at: number): number {
  const fence = /^\s*`+/.exec(lines[at] ?? "")?.[0] ?? "```";
  for (let i = at + 1; i < lines.length; i++) if (lines[i]?.startsWith(fence)) return i;
  return at;
}

function staysInComment(line: string, inComment: boolean): boolean {
  let open = inComment;
  for (let at = 0; ;) {
    const next = line.indexOf(open ? "-->" : "<!--", at);
    if (next === -1) return open;
    at = next + (open ? 3 : 4);
    open = !open;
  }
}

/** Front matter may stand in a YAML fence at the start of a slide. */
function withYamlFence(slide: SlidevSlide): SlidevSlide {
  const match = /^\s*```ya?ml[ \t]*\n([\s\S]*?)\n```[ \t]*(?:\n|$)/.exec(slide.content);
  const body = match?.[1];
  if (match === null || body === undefined || !/^[A-Za-z][\w-]*[ \t]*:/m.test(body)) return slide;
  const length = match[0].length;
  return {
    yaml: body,
    yamlStart: slide.contentStart + slide.content.indexOf(body),
    content: slide.content.slice(length),
    contentStart: slide.contentStart + length,
  };
}
