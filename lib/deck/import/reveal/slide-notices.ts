import type { Notice } from "@/lib/deck/deck";
import { findComments, maskCode } from "@/lib/deck/import/masked-text";
import type { SourceText } from "@/lib/deck/import/source-text";
import { nameUnconverted } from "@/lib/deck/import/unconverted";
import { convertSlideAttributes, pageBehind, readAttributeComment } from "./attributes";

/** Names attributes in comments that nothing here answers to, and styles of fragments that only appear. Ids in `linked` have done what they are for. */
export function nameAttributeComments(source: SourceText, linked: ReadonlySet<string>): readonly Notice[] {
  const notices: Notice[] = [];
  for (const { start, end, inside } of findComments(maskCode(source.text))) {
    const read = readAttributeComment(inside);
    if (read === undefined) continue;
    const name = (code: string, message: string) => notices.push(nameUnconverted(source, { code, message, start, end }));
    if (read.of === "slide") {
      if (read.attributes.get("data-background-iframe")) name("import-background-page", pageBehind);
      for (const attribute of convertSlideAttributes(read.attributes).unknown) {
        if (attribute === "id" && linked.has(read.attributes.get("id") ?? "")) continue;
        if (attribute === "id") name("import-slide-id", "This id is kept and does nothing here: a slide's address is made of its title.");
        else name("import-slide-attribute", `"${attribute}" has no word here; it is kept on the slide and does nothing.`);
      }
      continue;
    }
    for (const attribute of read.attributes.keys()) {
      if (/^data-(?!fragment-index)/.test(attribute)) name("import-element-attribute", `"${attribute}" is kept and does nothing here.`);
    }
    const style = (read.attributes.get("class") ?? "").split(/\s+/).find((one) => fragmentStyles.has(one));
    if (style !== undefined) name("import-fragment-style", `The fragment style "${style}" is kept; here it just appears.`);
  }
  return notices;
}

/** Those that only appear here. */
const fragmentStyles: ReadonlySet<string> = new Set(["fade-up", "fade-down", "fade-left", "fade-right", "shrink"]);

/** Names notes that reveal.js shows on the slide, because the word for them stands there more than once. */
export function nameRepeatedNotes(
  source: SourceText,
  slides: readonly { readonly text: string; readonly start: number }[],
  separator: RegExp,
): readonly Notice[] {
  return slides.flatMap(({ text, start }) => {
    const found = [...text.matchAll(separator)];
    const second = found[1];
    if (second === undefined) return [];
    const message = `reveal.js takes speaker notes only where one line of the slide starts with "Note:"; here are ${found.length}, so it shows them all, and so do we.`;
    const at = start + second.index;
    return [nameUnconverted(source, { code: "import-notes", message, start: at, end: at + second[0].length, severity: "warning" })];
  });
}

/** Names breaks that stand in a block of code, where reveal.js cuts all the same. */
export function nameCutCode(source: SourceText, slides: readonly { readonly start: number }[]): readonly Notice[] {
  const starts = new Set(slides.map(({ start }) => start));
  return source.lines.flatMap((line) => {
    if (line.kind !== "code" || !starts.has(line.start + line.text.length + 1)) return [];
    const message = "reveal.js cuts the slide here, in the middle of a block of code; both halves are blocks of their own now.";
    return [
      nameUnconverted(source, { code: "import-cut-code", message, start: line.start, end: line.start + line.text.length, severity: "warning" }),
    ];
  });
}
