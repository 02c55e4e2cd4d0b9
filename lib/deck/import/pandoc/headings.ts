import { convertSlideAttributes, type SlideAttributes } from "@/lib/deck/import/reveal/attributes";
import { readInlineAttributes, writeHtmlAttributes, type InlineAttributes } from "@/lib/deck/import/inline-attributes";
import { maskCode } from "@/lib/deck/import/masked-text";

// Braces right behind a picture, a span or code are theirs.
const atx = /^( {0,3}#{1,6})(?:[ \t]+(.*?))?[ \t]*(?<![)\]`\ue000])(?:\{([^{}\n]*)\})[ \t]*#*[ \t]*$/;
const setext = /^(.*?)[ \t]*(?<![)\]`\ue000])\{([^{}\n]*)\}[ \t]*$/;
/** Classes that say how a document numbers and lists its headings; slides have neither. */
const forDocuments: ReadonlySet<string> = new Set(["unnumbered", "unlisted"]);

export interface HeadedSlide {
  readonly text: string;
  readonly attributes: SlideAttributes;
  readonly id: string | undefined;
}

/** Takes the attributes of the slide's own heading to the slide; those of the headings in it become HTML. Ids stay where `linked` has them. */
export function convertHeadings(text: string, level: number, linked: ReadonlySet<string>): HeadedSlide {
  if (!text.includes("{")) return { text, attributes: convertSlideAttributes(new Map()), id: undefined };
  const lines = text.split("\n");
  const masked = maskCode(text).split("\n");
  let own: InlineAttributes | undefined;
  let isFirst = level > 0;
  const converted = lines.map((line, index) => {
    const seen = masked[index] ?? "";
    const match = atx.exec(seen) === null ? undefined : atx.exec(line);
    const isSetext = match === undefined && /^(?:=+|-+)[ \t]*$/.test(masked[index + 1] ?? "") && setext.test(seen);
    const words = match?.[2] ?? (isSetext ? setext.exec(line)?.[1] : undefined) ?? "";
    const attributes =
      match !== undefined && match !== null
        ? readInlineAttributes(match[3] ?? "")
        : isSetext
          ? readInlineAttributes(setext.exec(line)?.[2] ?? "")
          : undefined;
    const takesOwn = isFirst && line.trim() !== "" && !line.startsWith(":::");
    if (takesOwn) isFirst = false;
    if (attributes === undefined) return line;
    const marks = match?.[1] ?? "";
    if (takesOwn) {
      own = attributes;
      return words === "" ? "" : `${marks}${marks === "" ? "" : " "}${words}`;
    }
    return `${marks}${marks === "" ? "" : " "}${withAttributes(words, attributes, linked)}`;
  });
  return { text: converted.join("\n"), attributes: convertSlideAttributes(toSlideAttributes(own)), id: own?.id };
}

function withAttributes(words: string, attributes: InlineAttributes, linked: ReadonlySet<string>): string {
  const shown = {
    ...attributes,
    id: attributes.id !== undefined && linked.has(attributes.id) ? attributes.id : undefined,
    classes: attributes.classes.filter((name) => !forDocuments.has(name)),
  };
  const html = writeHtmlAttributes(shown);
  return html === "" || words === "" ? words : `<span${html}>${words}</span>`;
}

/** Pandoc writes reveal.js' attributes with and without `data-`. */
export function toSlideAttributes(own: InlineAttributes | undefined): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  if (own === undefined) return attributes;
  const classes = own.classes.filter((name) => !forDocuments.has(name));
  if (classes.length > 0) attributes.set("class", classes.join(" "));
  for (const [key, value] of own.values)
    attributes.set(/^(?:background|transition|visibility|auto-animate|state|timing|notes|menu-title)/.test(key) ? `data-${key}` : key, value);
  return attributes;
}
