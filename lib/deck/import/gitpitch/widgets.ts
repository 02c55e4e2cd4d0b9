import type { SourceLine } from "@/lib/deck/import/source-lines";
import { rewriteOutsideCode } from "@/lib/deck/import/mask-code";
import { hideText } from "@/lib/deck/import/slide-comments";
import type { Report } from "@/lib/deck/import/report";
import { rewriteInline } from "./inline-widgets";

/** Widgets become boxes, spans and settings; those that are pictures of GitPitch's own stay and are named. */
export function rewriteWidgets(lines: readonly SourceLine[], report: Report): readonly SourceLine[] {
  let inList = false;
  return lines.flatMap((line): readonly SourceLine[] => {
    if (line.kind !== "text") return [line];
    const { text } = line;
    const inline = (part: string) => rewriteInline(part, line, report);
    const as = (...texts: readonly string[]) => texts.map((one): SourceLine => ({ ...line, text: one, kind: one === "" ? "blank" : "text" }));
    const [, name = "", value = ""] = /^@(\w+)(?:\[([^\]]*)\])?[ \t]*$/.exec(text) ?? [];
    if (name === "math" || name === "mathend") return as("");
    if (name === "title") return as(...keep("title", value, line, report));
    if (name === "transition") return as(`<!-- _transition: ${value} -->`);
    if (name === "snap" || name === "div") return as(openBox(name, value), "");
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
    const [, placed, address = ""] = /^!\[((?:drag|drop|width|height)=[^\]]*)\]\(([^()\s]+)\)[ \t]*$/.exec(text) ?? [];
    if (placed !== undefined) {
      const widthPx = /\bwidth=(\d+)/.exec(placed)?.[1];
      return as(...keep("grid", placed, line, report), `![${widthPx === undefined ? "" : `w:${widthPx}`}](${address})`);
    }
    const file = /^@code\[(?:[^\]]*,[ \t]*)?([\w+#-]*)(?:[ \t][^\],]*)?\]\(([^()\s]+)\)[ \t]*$/.exec(text);
    if (file?.[2] !== undefined) {
      report("other-file", `The code of this slide is in another file, ${file[2]}: paste it in.`, line);
      return [
        { ...line, text: `\`\`\`${file[1] ?? ""} [${file[2]}]`, kind: "fence", info: file[1] ?? "" },
        { ...line, text: "```", kind: "fence" },
      ];
    }
    const quote = /^@quote\[([^\]]*)\](?:\(([^)]*)\))?/.exec(text);
    if (quote) return as(`> ${inline(quote[1] ?? "")}`, ...(quote[2] ? [">", `> ${inline(quote[2])}`] : []));
    const box = /^@box\[([^\]]*)\]\((.*)\)[ \t]*$/.exec(text);
    if (box) return as(...printBox(box[1] ?? "", inline(box[2] ?? "")));
    return as(rewriteOutsideCode(text, inline));
  });
}

/** Kept out of sight. */
function keep(name: string, value: string, line: SourceLine, report: Report): readonly string[] {
  const message =
    name === "grid"
      ? "Places on GitPitch's grid are not taken over: blocks stand below each other."
      : "The names that slides have in GitPitch's list of contents are kept out of sight.";
  report(name, message, line);
  return ["", hideText(`${name}: ${value}`), ""];
}

function openBox(name: string, value: string): string {
  const classes = value.split(/[\s,]+/).filter((word) => /^-?[a-zA-Z_][\w-]*$/.test(word));
  return `::: {${[name, ...classes].map((one) => `.${one}`).join(" ")}}`;
}

/** `@box[css](Title#Text)` */
function printBox(value: string, inside: string): readonly string[] {
  const [title = "", ...rest] = inside.split("#");
  const shown = rest.length === 0 ? [inside] : [...(title.trim() === "" ? [] : [`**${title.trim()}**`, ""]), rest.join("#").trim()];
  return ["", openBox("box", value), "", ...shown, "", ":::", ""];
}
