import { bracketAddresses } from "@/lib/deck/import/loose-addresses";
import type { Notice } from "@/lib/deck/deck";
import { readSourceLines, type SourceLine } from "@/lib/deck/import/source-lines";
import type { SourceText } from "@/lib/deck/import/source-text";
import { spaceHeadings } from "@/lib/deck/import/tight-headings";
import { nameUnconverted } from "@/lib/deck/import/unconverted";

export interface RewrittenLines {
  readonly lines: readonly RewrittenLine[];
  readonly notices: readonly Notice[];
}

/** A line of the deck: `code` is no Markdown. */
export interface RewrittenLine {
  readonly text: string;
  readonly isCode: boolean;
}

const macro = /^\.(?:fx|notes|qr):/;
const qr = /^\.qr:\s*(?:(\d+)\|)?\s*(\S.*)$/;
const hidden = /^\[(?:comment|\/\/)\]: *(?:<>|#) *(?:\((.*)\)|"(.*)"|'(.*)')\s*$/i;

/** Landslide's macros and the hidden comments of its users, line by line; front matter is left out. */
export function rewriteLines(source: SourceText): RewrittenLines {
  const notices: Notice[] = [];
  const lines: RewrittenLine[] = [];
  const push = (text: string, isCode = false) => lines.push({ text, isCode });
  const apart = (...texts: readonly string[]) => {
    if (lines.length > 0 && lines.at(-1)?.text !== "") push("");
    for (const text of texts) push(text);
  };
  const all = endOpenFence(source.lines.filter(({ kind }) => kind !== "frontMatter"));
  for (let index = 0; index < all.length; index++) {
    const line = all[index];
    const next = all[index + 1];
    if (line === undefined) continue;
    const marker = line.kind === "fence" && line.info === "" && next?.kind === "code" ? /^!([a-z][\w+#.-]*)\s*$/i.exec(next.text)?.[1] : undefined;
    if (marker !== undefined) {
      push(line.text.trimEnd() + marker, true);
      index++;
    } else if (line.kind !== "text") push(line.text, line.kind !== "blank");
    else {
      const comment = hidden.exec(line.text);
      const address = qr.exec(line.text);
      if (comment) {
        apart(`<!-- ${(comment[1] ?? comment[2] ?? comment[3] ?? "").trim().replaceAll("-->", "--&gt;")} -->`);
        if (next && next.kind !== "blank") push("");
      } else if (address?.[2] !== undefined) {
        apart("```qr", address[2].trim(), "```");
        if (address[1]) notices.push(nameSize(source, line, address[1]));
      } else if (macro.test(line.text)) {
        apart(line.text);
        if (line.text.startsWith(".fx:") && next?.kind === "text") push("");
        if (line.text.startsWith(".notes:") && next?.kind === "text" && !macro.test(next.text)) notices.push(nameLongNotes(source, line));
      } else push(bracketAddresses(spaceHeadings(line.text)));
    }
  }
  return { lines, notices };
}

/** To Python's Markdown a fence that nobody closes is none: the slides behind it stay slides. */
function endOpenFence(lines: readonly SourceLine[]): readonly SourceLine[] {
  const at = lines.findLastIndex(({ kind }) => kind === "fence");
  const opening = lines[at];
  if (opening?.info === undefined) return lines;
  const rest = lines.slice(at + 1);
  const read = readSourceLines(rest.map(({ text }) => text).join("\n"));
  const text = opening.text.replace(/[`~]/g, "\\$&");
  return [...lines.slice(0, at), { ...opening, kind: "text", text }, ...rest.map((line, index) => ({ ...line, ...kindOf(read[index]) }))];
}

function kindOf(line: SourceLine | undefined): Pick<SourceLine, "kind" | "info"> {
  return line?.info === undefined ? { kind: line?.kind ?? "text" } : { kind: line.kind, info: line.info };
}

function nameSize(source: SourceText, { start, text }: SourceLine, size: string): Notice {
  const message = `QR codes have one size here: the ${size} pixels are left out.`;
  return nameUnconverted(source, { code: "import-qr-size", message, start, end: start + text.length });
}

function nameLongNotes(source: SourceText, { start, text }: SourceLine): Notice {
  const message = "Landslide shows notes of several lines on the slide; here they are speaker notes.";
  return nameUnconverted(source, { code: "import-long-notes", message, start, end: start + text.length });
}
