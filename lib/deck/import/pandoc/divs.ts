import { readInlineAttributes, writeHtmlAttributes, type InlineAttributes } from "@/lib/deck/import/inline-attributes";
import { maskCode } from "@/lib/deck/import/masked-text";
import { hideText } from "@/lib/deck/import/slide-comments";
import { showsInSlides } from "./conditional";
import { createPaddedLines, type PaddedLines } from "@/lib/deck/import/padded-lines";

const opening = /^ {0,3}:{3,}[ \t]*(?:([^\s{}:][^\s{}]*)[ \t]*)?(?:\{(.*)\})?[ \t]*:*[ \t]*$/;
const closing = /^ {0,3}:{3,}[ \t]*$/;
const alerts: Readonly<Record<string, string>> = {
  "callout-note": "NOTE",
  "callout-tip": "TIP",
  "callout-important": "IMPORTANT",
  "callout-warning": "WARNING",
  "callout-caution": "CAUTION",
};

interface Div {
  readonly attributes: InlineAttributes;
  readonly opened: string;
  readonly inside: PaddedLines;
}

export interface ConvertedDivs {
  readonly text: string;
  readonly notes: string;
  /** What stands at the foot of this slide alone. */
  readonly footer: string | undefined;
}

/** Fenced divs in the deck language: boxes, alerts, HTML where they carry more than classes; and the notes and the footer among them. */
export function convertDivs(text: string): ConvertedDivs {
  if (!/^ {0,3}:{3}/m.test(text)) return { text, notes: "", footer: undefined };
  const masked = maskCode(text, { comments: true }).split("\n");
  const result = createPaddedLines();
  const notes: string[] = [];
  let footer: string | undefined;
  const open: Div[] = [];
  const target = () => open.at(-1)?.inside ?? result;
  text.split("\n").forEach((line, index) => {
    const seen = masked[index] ?? "";
    if (closing.test(seen)) {
      const div = open.pop();
      if (div === undefined) target().add(line);
      else if (div.attributes.classes.includes("notes")) notes.push(div.inside.lines.join("\n").trim());
      else if (footer === undefined && isFooter(div)) footer = div.inside.lines.join(" ").trim();
      else target().addBlock(writeDiv(div));
      return;
    }
    const attributes = open.length < maxNesting ? readOpening(seen, line) : undefined;
    if (attributes === undefined) target().add(line);
    else open.push({ attributes, opened: line, inside: createPaddedLines() });
  });
  while (open.length > 0) {
    const div = open.pop();
    if (div) for (const line of [div.opened, ...div.inside.lines]) target().add(line);
  }
  return { text: result.lines.join("\n"), notes: notes.join("\n\n"), footer };
}

/** A footer of one line is the slide's own; a longer one stays a box. */
function isFooter({ attributes: { classes }, inside }: Div): boolean {
  const said = inside.lines.filter((line) => line.trim() !== "");
  return classes.length === 1 && classes[0] === "footer" && said.length === 1;
}

const maxNesting = 40;

function readOpening(seen: string, line: string): InlineAttributes | undefined {
  const match = opening.exec(seen) === null ? undefined : opening.exec(line);
  if (match === undefined || match === null || (match[1] === undefined && match[2] === undefined)) return undefined;
  const attributes = match[2] === undefined ? { classes: [], id: undefined, values: new Map<string, string>() } : readInlineAttributes(match[2]);
  if (attributes === undefined) return undefined;
  return match[1] === undefined ? attributes : { ...attributes, classes: [match[1], ...attributes.classes] };
}

/** When a box appears, and how the list in it does, as the deck language says it. */
const stepWords: ReadonlySet<string> = new Set(["fragment-index", "depth", "every"]);

function writeDiv({ attributes, inside }: Div): readonly string[] {
  const { classes, id, values } = attributes;
  const body = inside.lines
    .join("\n")
    .replace(/^\n+|\s+$/g, "")
    .split("\n");
  if (showsInSlides(attributes) === false) return hideText(body.join("\n")).split("\n");
  const fitted = classes.includes("r-fit-text") && body.length === 1 ? fitText(body[0] ?? "") : undefined;
  if (fitted !== undefined) return [fitted];
  const alert = classes.map((name) => alerts[name]).find((name) => name !== undefined);
  if (alert !== undefined) return writeAlert(alert, values.get("title"), body);
  const isBox =
    id === undefined &&
    [...values].every(([key, value]) => key === "width" || (stepWords.has(key) && /^\d{1,4}$/.test(value))) &&
    !classes.includes("absolute") &&
    classes.every((name) => /^[\w-]+$/.test(name));
  if (!isBox) return [`<div${writeHtmlAttributes(attributes)}>`, "", ...body, "", "</div>"];
  const [only, ...others] = classes;
  const said = [...values].map(([key, value]) => `${key}=${value}`).join(" ");
  const isNamed = only !== undefined && others.length === 0 && [...values.keys()].every((key) => key === "width");
  const braces = [...classes.map((name) => `.${name}`), said].filter(Boolean).join(" ");
  const name = isNamed ? (said === "" ? only : `${only} {${said}}`) : `{${braces}}`;
  return [`::: ${name}`, "", ...body, "", ":::"];
}

/** reveal.js' class for text as wide as the slide: here headings can be. */
function fitText(line: string): string | undefined {
  const [, marks = "##", words = ""] = /^(?:(#{1,6})[ \t]+)?(\S.*)$/.exec(line) ?? [];
  return words === "" || /^[-*+>|<!]|^\d+[.)]\s/.test(words) ? undefined : `${marks} <!-- fit --> ${words}`;
}

/** A callout's title is its attribute, or the heading that it begins with. */
function writeAlert(kind: string, title: string | undefined, body: readonly string[]): readonly string[] {
  const heading = /^#{1,6}[ \t]+(.*)$/.exec(body[0] ?? "")?.[1];
  const rest = heading === undefined ? body : body.slice(1);
  const shown = (title ?? heading ?? "").trim();
  const start = rest.findIndex((line) => line.trim() !== "");
  const lines = start === -1 ? [] : rest.slice(start);
  return [`> [!${kind}]`, ...(shown === "" ? [] : [`> **${shown}**`, ">"]), ...lines.map((line) => (line === "" ? ">" : `> ${line}`))];
}
