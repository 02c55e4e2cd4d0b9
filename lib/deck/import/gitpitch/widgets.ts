import type { SourceLine } from "@/lib/deck/import/source-lines";
import { rewriteOutsideCode } from "@/lib/deck/import/mask-code";
import type { Report } from "./index";

const inline = /@(color|size|css|emoji|img)\[([^\]\n]{0,300})\](?:\(([^()\n]{0,2000})\))?/g;
/** Widgets stand in one another, as `@size[0.6em](a @color[red](b))`. */
const maxDepth = 5;

/** Widgets become boxes, spans and settings; those that are pictures of GitPitch's own stay and are named. */
export function rewriteWidgets(lines: readonly SourceLine[], report: Report): readonly SourceLine[] {
  let inList = false;
  return lines.flatMap((line): readonly SourceLine[] => {
    if (line.kind !== "text") return [line];
    const { text } = line;
    const as = (...texts: readonly string[]) => texts.map((one): SourceLine => ({ ...line, text: one, kind: one === "" ? "blank" : "text" }));
    const [, name = "", value = ""] = /^@(\w+)(?:\[([^\]]*)\])?[ \t]*$/.exec(text) ?? [];
    if (name === "title") return as(...keep("title", value, line, report));
    if (name === "transition") return as(`<!-- _transition: ${value} -->`);
    if (name === "snap" || name === "div") return as(openBox(name, value, line, report), "");
    if (name === "ul" || name === "ol") {
      inList = !inList;
      return inList ? as("::: incremental", "") : as("", ":::", "");
    }
    if (name === "ulend" || name === "olend") {
      inList = false;
      return as("", ":::", "");
    }
    if (/^(?:snap|div)end$/.test(name)) return as("", ":::", "");
    const noFragments = /^@[uo]l\[([^\]]*)\]\(false\)$/.test(text);
    if (noFragments) {
      inList = true;
      return as("::: nonincremental", "");
    }
    const grid = /^\[((?:drag|drop)=[^\]]*)\][ \t]*$/.exec(text)?.[1];
    if (grid !== undefined) return as(...keep("grid", grid, line, report));
    const quote = /^@quote\[([^\]]*)\](?:\(([^)]*)\))?/.exec(text);
    if (quote) return as(`> ${quote[1] ?? ""}`, ...(quote[2] ? [">", `> ${quote[2]}`] : []));
    return as(rewriteOutsideCode(text, (part) => rewriteInline(part, line, report)));
  });
}

/** Kept as a setting that does nothing, so that it does not show. */
function keep(name: string, value: string, line: SourceLine, report: Report): readonly string[] {
  const message =
    name === "grid"
      ? "Places on GitPitch's grid are not taken over: blocks stand below each other."
      : `The name "${value}" of this slide is kept and does nothing.`;
  report(name, message, line);
  return [`<!-- _${name}: ${value.replaceAll("-->", "--&gt;")} -->`];
}

function openBox(name: string, value: string, line: SourceLine, report: Report): string {
  const classes = value.split(/[\s,]+/).filter((word) => /^-?[a-zA-Z_][\w-]*$/.test(word));
  if (name === "snap") report("snap", "Places on a slide are not taken over: the box stands in the order of the text.", line);
  return `::: {${[name, ...classes].map((one) => `.${one}`).join(" ")}}`;
}

function rewriteInline(text: string, line: SourceLine, report: Report): string {
  let result = text;
  for (let depth = 0; depth < maxDepth && /@(?:color|size|css|emoji|img)\[/.test(result); depth++) {
    const next = result.replace(inline, (whole, name: string, value: string, inside: string | undefined) => {
      if (name === "emoji") return `:${value.trim().split(/\s+/)[0] ?? ""}:`;
      if (inside === undefined) return whole;
      if (name === "img") return `![](${inside})`;
      if (name === "css") return `<span class="${value.replace(/[^\w\s-]/g, "")}">${inside}</span>`;
      if (/[";<>]/.test(value)) return whole;
      return `<span style="${name === "color" ? "color" : "font-size"}: ${value}">${inside}</span>`;
    });
    if (next === result) break;
    result = next;
  }
  const icon = /@fa[brs]?\[([^\]]*)\]/.exec(result);
  if (icon) report("icon", `The icon "${icon[1] ?? ""}" is not in Lectern; it stays as it is written.`, line);
  const other = /@(?:code|box|table|math|uml|gist|mermaid|cloud|audio|video|tweet|svg|lottie|iframe|playlist|pin)\[/.exec(result)?.[0];
  if (other) report("widget", `The widget ${other}…] is not in Lectern; it stays as it is written.`, line);
  return result;
}
