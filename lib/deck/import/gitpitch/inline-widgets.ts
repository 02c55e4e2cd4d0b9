import { escapeHtml } from "@/lib/deck/syntax/attributes";
import type { SourceLine } from "@/lib/deck/import/source-lines";
import type { Report } from "@/lib/deck/import/report";

const widget = /@(color|size|css|emoji|img|box|fa[brs]?)\[([^\]\n]{0,300})\]/g;
/** The furthest that what a widget is given may run. */
const maxUnits = 2_000;
/** Widgets stand in one another, as `@size[0.6em](a @color[red](b))`. */
const maxDepth = 5;

/** Widgets within a line as spans, pictures and emoji; those of GitPitch's own pages stay and are named. */
export function rewriteInline(text: string, line: SourceLine, report: Report, depth = 0): string {
  if (!text.includes("@") || depth > maxDepth) return text;
  let result = "";
  let at = 0;
  for (const match of text.matchAll(widget)) {
    if (match.index < at) continue;
    const open = match.index + match[0].length;
    const close = text[open] === "(" ? closeOf(text, open) : undefined;
    const inside = close === undefined ? undefined : rewriteInline(text.slice(open + 1, close), line, report, depth + 1);
    const written = write(match[1] ?? "", (match[2] ?? "").trim(), inside);
    if (written === undefined) continue;
    if (match[1]?.startsWith("fa") === true) report("icon", "Font Awesome's icons aren't here; this shows nothing.", line);
    const takesInside = match[1] !== "emoji" && close !== undefined;
    result += text.slice(at, match.index) + written;
    at = takesInside ? close + 1 : open;
  }
  result += text.slice(at);
  const other =
    depth === 0 ? /@(?:code|table|math|uml|gist|mermaid|cloud|audio|video|tweet|svg|lottie|iframe|playlist|pin|md)\[/.exec(result)?.[0] : undefined;
  if (other) report("widget", `The widget ${other}…] is not in Lectern; it stays as it is written.`, line);
  return result;
}

/** The bracket that balances the one at `open`, else the first that closes. */
function closeOf(text: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + maxUnits); i++) {
    if (text[i] === "(") depth++;
    else if (text[i] === ")" && --depth === 0) return i;
  }
  const first = text.indexOf(")", open);
  return first === -1 ? undefined : first;
}

function write(name: string, value: string, inside: string | undefined): string | undefined {
  if (name === "emoji") return `:${value.split(/\s+/)[0] ?? ""}:`;
  if (name.startsWith("fa")) return /^[\w\s-]+$/.test(value) ? `${writeIcon(name, value)}${inside === undefined ? "" : ` ${inside}`}` : undefined;
  if (inside === undefined) return undefined;
  switch (name) {
    case "img":
      return `![](${inside})`;
    case "css":
      return `<span class="${value.replace(/[^\w\s-]/g, "")}">${inside}</span>`;
    case "box": {
      const [title, ...rest] = inside.split("#");
      return `<span class="${classesOf(`box ${value}`)}">${rest.length === 0 ? inside : `<strong>${title}</strong><br>${rest.join("#")}`}</span>`;
    }
    default:
      return /[";<>]/.test(value) ? undefined : `<span style="${name === "color" ? "color" : "font-size"}: ${escapeHtml(value)}">${inside}</span>`;
  }
}

function writeIcon(set: string, value: string): string {
  const [icon = "", ...more] = value.split(/\s+/);
  return `<i class="${classesOf([set, `fa-${icon.replace(/^fa-/, "")}`, ...more].join(" "))}"></i>`;
}

function classesOf(words: string): string {
  return words
    .replace(/[^\w\s-]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
