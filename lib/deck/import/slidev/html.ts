import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { changeTag, readTags, type Tag } from "@/lib/deck/import/html-tags";
import { maskCode } from "@/lib/deck/import/masked-text";

/** A tag of several lines on one: a line that begins with its `>` would begin a quote, but for Slidev, which reads components first. */
export function joinTags(text: string): string {
  if (!/<[A-Za-z][^<>\n]*\n/.test(text)) return text;
  const edits = readTags(maskCode(text, { comments: true })).flatMap(({ start, end, kind }): TextEdit[] => {
    const written = text.slice(start, end);
    if (kind === "close" || !written.includes("\n")) return [];
    return [{ start, end, text: written.replace(/[ \t]*\n[ \t]*/g, " ").replace(/ (\/?>)$/, "$1") }];
  });
  return applyTextEdits(text, edits);
}

/** Elements and components of Slidev that HTML or the deck language has a word for. */
export function convertHtml(text: string): string {
  if (!/<(?:style|Youtube|Link)\b/.test(text)) return text;
  const tags = readTags(maskCode(text, { comments: true }));
  const links: boolean[] = [];
  const edits = tags.flatMap((tag): TextEdit[] => {
    const becomes = convertTag(text, tag, links);
    return becomes === undefined ? [] : [{ start: tag.start, end: tag.end, text: becomes }];
  });
  return applyTextEdits(text, edits);
}

function convertTag(text: string, tag: Tag, links: boolean[]): string | undefined {
  const valueOf = (name: string) => tag.attributes.find((one) => one.name === name)?.value;
  switch (tag.name) {
    // Style on a slide is that slide's alone.
    case "style":
      return tag.kind === "open" && !tag.attributes.some(({ name }) => name === "scoped")
        ? changeTag(text, tag, {}).replace(/^<style/, "<style scoped")
        : undefined;
    case "Youtube": {
      const id = valueOf("id");
      return tag.kind === "selfClosing" && id !== undefined && isAloneOnLine(text, tag) ? `https://www.youtube.com/watch?v=${id}` : undefined;
    }
    case "Link": {
      if (tag.kind === "close") return links.pop() === true ? "</a>" : undefined;
      const to = valueOf("to") ?? valueOf(":to");
      if (tag.kind === "open") links.push(to !== undefined);
      return tag.kind === "open" && to !== undefined ? `<a href="#${to.replace(/^\//, "").replaceAll('"', "")}">` : undefined;
    }
    default:
      return undefined;
  }
}

function isAloneOnLine(text: string, { start, end }: Tag): boolean {
  const lineEnd = text.indexOf("\n", end);
  return (
    text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "" && text.slice(end, lineEnd === -1 ? undefined : lineEnd).trim() === ""
  );
}
