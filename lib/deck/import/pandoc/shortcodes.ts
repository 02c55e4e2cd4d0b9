import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { isMapping } from "@/lib/deck/import/reveal/settings";
import { maskCode } from "@/lib/deck/import/masked-text";
import { hideText } from "@/lib/deck/import/slide-comments";

const shortcode = /\{\{<[ \t]*([\w-]+)[ \t]*([^\n{}]{0,1000}?)[ \t]*>\}\}/g;

/** Quarto's shortcodes that HTML or the deck language has a word for; all others stay. */
export function convertShortcodes(text: string): string {
  if (!text.includes("{{<")) return text;
  const edits = [...maskCode(text, { comments: true }).matchAll(shortcode)].flatMap((match): TextEdit[] => {
    const end = match.index + match[0].length;
    const written = write(match[1] ?? "", (match[2] ?? "").trim(), isAlone(text, match.index, end));
    return written === undefined ? [] : [{ start: match.index, end, text: written }];
  });
  return applyTextEdits(text, edits);
}

/** `{{< meta venue.name >}}` shows what the front matter says of it; where that says nothing it stays. */
export function fillMetadata(text: string, values: Readonly<Record<string, unknown>>): string {
  if (!text.includes("{{<")) return text;
  const edits = [...maskCode(text, { comments: true }).matchAll(shortcode)].flatMap(({ index, 0: written, 1: name, 2: key }): TextEdit[] => {
    const value = name === "meta" ? valueAt(values, key ?? "") : undefined;
    return typeof value === "string" || typeof value === "number" ? [{ start: index, end: index + written.length, text: String(value) }] : [];
  });
  return applyTextEdits(text, edits);
}

function valueAt(values: Readonly<Record<string, unknown>>, key: string): unknown {
  return key.split(".").reduce<unknown>((value, part) => (isMapping(value) && Object.hasOwn(value, part) ? value[part] : undefined), values);
}

function write(name: string, said: string, alone: boolean): string | undefined {
  const words = said.split(/\s+/).filter((word) => word !== "" && !word.includes("="));
  switch (name) {
    case "video":
      return alone ? writeVideo(said) : undefined;
    case "fa":
      return writeIcon(words);
    case "bi":
    case "iconify":
      return `<i class="${[name, ...words].map((word) => word.replace(/[^\w-]+/g, "-")).join(" ")}"></i>`;
    case "qrcode": {
      const address = words[0]?.replace(/^["']|["']$/g, "");
      return alone && address !== undefined && address !== "" ? `\`\`\`qr\n${address}\n\`\`\`` : undefined;
    }
    case "kbd":
      return /^[\w+ -]+$/.test(words.join(" ")) && words.length > 0 ? `<kbd>${words.join(" ")}</kbd>` : undefined;
    case "pagebreak":
      return alone ? hideText("pagebreak") : undefined;
    default:
      return undefined;
  }
}

function isAlone(text: string, start: number, end: number): boolean {
  const lineEnd = text.indexOf("\n", end);
  return (
    text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "" && text.slice(end, lineEnd === -1 ? undefined : lineEnd).trim() === ""
  );
}

function writeVideo(said: string): string {
  const url = (/^\S+/.exec(said)?.[0] ?? "").replace(/^["']|["']$/g, "");
  const id = /youtube(?:-nocookie)?\.com\/(?:embed\/|watch\?v=)([\w-]+)|youtu\.be\/([\w-]+)/.exec(url);
  if (id) return `https://www.youtube.com/watch?v=${id[1] ?? id[2] ?? ""}`;
  const vimeo = /vimeo\.com\/(?:video\/)?(\d+)/.exec(url)?.[1];
  return vimeo === undefined ? `![](${url})` : `https://vimeo.com/${vimeo}`;
}

/** `{{< fa brands github >}}`: the extension's own words, as its HTML has them. */
function writeIcon(words: readonly string[]): string | undefined {
  const [icon, set = "solid"] = words.toReversed();
  return icon !== undefined && words.every((word) => /^[\w-]+$/.test(word)) ? `<i class="fa-${set} fa-${icon}"></i>` : undefined;
}
