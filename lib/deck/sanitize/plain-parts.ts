import { maxStyles } from "@/lib/deck/limits";
import { cleanAttributes, cleanStyle, type SanitizeOptions } from "./attributes";
import { isUnknown, readPlainHtml, withAttributes, type PlainPart, type PlainText } from "./plain-html";

/**
 * What may stand in a slide of HTML that is plain, in pieces: by the same allow-list as a tree, and nothing of it moves
 * when it is printed again. Undefined for all other HTML.
 */
export function sanitizePlain(html: string, options: SanitizeOptions): readonly PlainPart[] | undefined {
  const parts = readPlainHtml(html);
  if (!parts) return undefined;
  const kept: PlainPart[] = [];
  let styles = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (!part) break;
    if (part.kind === "text") {
      if (!keepText(kept, part)) return undefined;
    } else if (part.kind === "style") kept.push(part);
    else if (!part.isAllowed) {
      if (!isUnknown(part.name)) return undefined;
    } else if (part.kind === "end") kept.push(part);
    else if (part.name === "style") {
      const inside = parts[index + 1];
      const css = inside?.kind === "style" && ++styles <= maxStyles ? cleanStyle(part.attrs, inside.value, options) : "";
      if (css !== "") kept.push(withAttributes(part, []), { kind: "style", value: css }, { kind: "end", name: "style", isAllowed: true });
      index += inside?.kind === "style" ? 2 : 1;
    } else {
      const attrs = cleanAttributes(part.name, part.attrs, options);
      // Only an empty element goes for its attributes: a box that is none of a task list.
      if (attrs) kept.push(attrs === part.attrs ? part : withAttributes(part, attrs));
      else if (!part.isEmpty) return undefined;
    }
  }
  return kept;
}

/** Texts that only an element parted which has gone are one. */
function keepText(kept: PlainPart[], part: PlainText): boolean {
  const last = kept.at(-1);
  if (last?.kind === "text") kept[kept.length - 1] = { kind: "text", value: last.value + part.value };
  else kept.push(part);
  return !(last?.kind === "start" && last.name === "pre" && part.value.startsWith("\n"));
}
