import { readSlideSource } from "@/lib/deck/slide-source";
import { slideKeys } from "@/lib/deck/settings";
import { unescapeFormulas, unescapeUnderscores, unwrapCodeFormulas, wrapEnvironments } from "@/lib/deck/import/formulas";
import { bracketAddresses } from "@/lib/deck/import/loose-addresses";
import { endVoidTags } from "@/lib/deck/import/void-tags";
import { printNodes, type NodeOptions } from "./nodes";
import type { RemarkProperty } from "./properties";
import type { Report } from "./reports";
import type { RemarkSlide } from "./slides";
import { convertMermaidBlocks } from "@/lib/deck/import/mermaid-blocks";
import type { RemarkNode } from "./structure";

export interface PrintSlideOptions {
  readonly highlightLines: "always" | "never" | "guess";
  /** `$…$` in backticks is a formula. */
  readonly dollars: boolean;
  readonly report: (report: Report) => void;
  /** Layout slides that nothing uses: their text goes into this slide's notes. */
  readonly unused: readonly RemarkSlide[];
  /** Properties that are in the deck already: heirs of a layout don't repeat them. */
  readonly kept: Set<RemarkProperty>;
}

/** A slide in the deck language: its settings as comments, its increments as pauses, its notes at the end. */
export function printSlide(slide: RemarkSlide, { highlightLines, dollars, report, unused, kept }: PrintSlideOptions): string {
  const used = new Set<string>();
  const options: NodeOptions = {
    lightsUp: (info, body) => highlightLines === "always" || (highlightLines === "guess" && hasStarredLine(info, body)),
    report: (node, what) => report(reportNode(node, what)),
  };
  const settle = (text: string) =>
    endVoidTags(
      wrapEnvironments(unescapeFormulas(unwrapCodeFormulas(unescapeUnderscores(bracketAddresses(convertMermaidBlocks(text))), { dollars }))),
    );
  const print = (nodes: readonly RemarkNode[]) => settle(fillVariables(printNodes(nodes, options), slide, used)).trim();
  const body = slide.steps.map(print).join("\n\n. . .\n\n").trim();
  const notes = [...slide.notes.map(print), ...unused.map((layout) => keepUnused(layout, print, report))].filter((text) => text !== "");
  const settings = [...printProperties(slide, { used, kept, report }), ...printClasses(slide.classes, body)];
  return [settings.join("\n"), printBackground(slide), body, notes.length === 0 ? "" : `???\n\n${notes.join("\n\n")}`]
    .filter((text) => text !== "")
    .join("\n\n");
}

function reportNode(node: RemarkNode, what: "macro" | "chunk"): Report {
  const end = node.start + ("text" in node ? node.text.length : 0);
  if (what === "chunk")
    return { code: "import-chunk", message: "R code doesn't run here: the chunk shows its code, not what comes of it.", start: node.start, end };
  const name = node.kind === "macro" ? node.macro.name : "";
  return {
    code: "import-macro",
    message: `The macro "${name}" is code of the page that the deck came from; it doesn't run here, and what it was given stays.`,
    start: node.start,
    end,
  };
}

function keepUnused(layout: RemarkSlide, print: (nodes: readonly RemarkNode[]) => string, report: (report: Report) => void): string {
  const text = layout.steps.map(print).join("\n\n").trim();
  if (text !== "")
    report({
      code: "import-layout-unused",
      message: "No slide uses this layout; its text is in the notes of the last slide.",
      start: layout.start,
      end: layout.start,
    });
  return text;
}

/** `{{key}}` of a property that the slide has; any other stays as it is written. */
function fillVariables(text: string, { properties }: RemarkSlide, used: Set<string>): string {
  return text.replace(/(?<!\\)\{\{[ \t]*([-\w]+)[ \t]*\}\}/g, (whole, key: string) => {
    // A template that shows by itself has nothing to fill its slot.
    if (key === "content" && properties.has("name")) return "";
    const property = properties.get(key);
    if (property === undefined) return whole;
    used.add(key);
    return property.value;
  });
}

const ownSlideKeys: ReadonlySet<string> = new Set<string>(slideKeys);

interface PropertyOptions extends Pick<PrintSlideOptions, "kept" | "report"> {
  /** Properties that `{{key}}` has put into the text. */
  readonly used: ReadonlySet<string>;
}

function printProperties(slide: RemarkSlide, { used, kept, report }: PropertyOptions): readonly string[] {
  return [...slide.properties.values()].flatMap((property): readonly string[] => {
    const { key, value } = property;
    switch (key) {
      case "layout":
      case "template":
      case "continued":
      case "name":
        return [];
      case "exclude":
        return value === "true" ? ["<!-- _hidden: true -->"] : [];
      // remark shows the last number again there; Marp's word for what does not count shows none.
      case "count":
        return value === "false" ? ["<!-- _paginate: skip -->"] : [];
      case "background-image":
        return readUrl(value) === undefined ? [`<!-- _backgroundImage: ${quote(value)} -->`] : [];
      case "background-color":
        return [`<!-- _backgroundColor: ${quote(value)} -->`];
      case "background-size":
        return isBackgroundSize(value) && slide.properties.has("background-image") ? [] : [`<!-- _backgroundSize: ${quote(value)} -->`];
      case "background-position":
        return [`<!-- _backgroundPosition: ${quote(value)} -->`];
      default:
        if (used.has(key) || kept.has(property)) return [];
        kept.add(property);
        return [keepProperty(property, report)];
    }
  });
}

/** A background from a file is an image, so that it resolves to the deck's own files. */
function printBackground({ properties }: RemarkSlide): string {
  const url = readUrl(properties.get("background-image")?.value ?? "");
  const size = properties.get("background-size")?.value ?? "";
  return url === undefined ? "" : `![${isBackgroundSize(size) ? `bg ${size}` : "bg"}](${url})`;
}

function readUrl(value: string): string | undefined {
  const url = /^url\(\s*(["']?)(.*?)\1\s*\)$/.exec(value)?.[2];
  return url === undefined || url === "" || /[\s<>()]/.test(url) ? undefined : url;
}

function isBackgroundSize(size: string): boolean {
  return /^(?:cover|contain|auto|\d+(?:\.\d+)?%)$/.test(size);
}

/** YAML reads `#fff` as a comment. */
function quote(value: string): string {
  return /^[#&*!|>%@`"'{[-]|: | #/.test(value) ? JSON.stringify(value) : value;
}

/** A property without a word in the deck language stays as a setting that does nothing. */
function keepProperty({ key, value, start, end }: RemarkProperty, report: (report: Report) => void): string {
  report({ code: "import-property", message: `"${key}" is a property that Lectern has no word for; it is kept and does nothing.`, start, end });
  const name = ownSlideKeys.has(key) || /[^a-zA-Z-]/.test(key) ? `remark-${key.replace(/[^a-zA-Z-]/g, "-")}` : key;
  return `<!-- _${name}: ${value.replaceAll("-->", "--&gt;")} -->`;
}

function printClasses(classes: readonly string[], body: string): readonly string[] {
  if (classes.length === 0) return [];
  const all = classes.includes("inverse") && !classes.includes("invert") ? [...classes, "invert"] : classes;
  const isCentered = classes.includes("center") && classes.includes("middle");
  const { shape } = readSlideSource(body, { breaks: false });
  return [`<!-- _class: ${all.join(" ")} -->`, ...(isCentered && shape === "other" ? ["<!-- _layout: center -->"] : [])];
}

/**
 * Markdown alone doesn't say whether a star before a line of code lights it up. It does where the star stands in the
 * place of the line's indentation, in a language that knows no such lines.
 */
function hasStarredLine(info: string, body: string): boolean {
  if (ownStars.test(info)) return false;
  return /^\*(?: {2,}\S|[^\s*/])/m.test(body) || (/^\* \S/m.test(body) && !starsAsText.test(info) && !/\/\*|\(\*/.test(body));
}

/** Stars begin lines of these languages by themselves. */
const ownStars = /^(?:|md|markdown|text|txt|diff|console|sh|bash|c|cpp|c\+\+)$/i;
/** A star and one space do: for all elements, a step, an item. */
const starsAsText = /^(?:css|scss|sass|less|gherkin|feature|rst|adoc|asciidoc|org|textile|wiki|abap|cobol|sql)$/i;
