import { readSourceLines } from "@/lib/deck/import/source-lines";
import { readInlineAttributes, type InlineAttributes } from "@/lib/deck/import/inline-attributes";

const opening = /^ {0,3}:{3,}[ \t]*\{([^{}]*)\}[ \t]*:*[ \t]*$/;
const fence = /^ {0,3}:{3,}/;
const closing = /^ {0,3}:{3,}[ \t]*$/;
/** What Quarto calls slides in a browser, and what takes them in. */
const ownFormats = /^(?:revealjs|html|html:js|html5)$/;

/**
 * Whether Quarto shows a div in slides: `.content-visible` and `.content-hidden` with a format, and `.hidden`. Undefined
 * for any other, and where it hangs on what this text doesn't say (a profile, metadata).
 */
export function showsInSlides({ classes, values }: InlineAttributes): boolean | undefined {
  if (classes.includes("hidden")) return false;
  const isVisible = classes.includes("content-visible");
  if (!isVisible && !classes.includes("content-hidden")) return undefined;
  const when = values.get("when-format");
  const unless = values.get("unless-format");
  if ((when === undefined) === (unless === undefined)) return undefined;
  const isMeant = when === undefined ? !ownFormats.test(unless ?? "") : ownFormats.test(when);
  return isMeant === isVisible;
}

/** The text with the fences of what shows in slides blotted out, so that its headings start slides; offsets stay. */
export function openVisible(text: string): string {
  if (!text.includes(".content-")) return text;
  const open: boolean[] = [];
  return readSourceLines(text)
    .map((line) => {
      if (line.kind !== "text" || !fence.test(line.text)) return line.text;
      if (closing.test(line.text)) return open.pop() === true ? " ".repeat(line.text.length) : line.text;
      const attributes = readInlineAttributes(opening.exec(line.text)?.[1] ?? "");
      const shows = attributes !== undefined && showsInSlides(attributes) === true;
      open.push(shows);
      return shows ? " ".repeat(line.text.length) : line.text;
    })
    .join("\n");
}
