import { readImageKeywords } from "@/lib/deck/syntax/image-keywords";
import type { SlideRule } from "./rule";

/** A picture without words is nothing to whoever can't see it, and to the outline. Backgrounds are decoration. */
export const imageAlt: SlideRule = ({ tokens, text }) =>
  tokens.flatMap(({ token, start, end }) => {
    if (token.type !== "image" || typeof token.text !== "string" || typeof token.href !== "string") return [];
    const { alt, background } = readImageKeywords(token.text);
    if (alt !== "" || background !== "") return [];
    const words = wordsOfFile(token.href);
    const bracket = text.indexOf("]", start);
    const gap = token.text.trim() === "" ? "" : " ";
    return [
      {
        code: "image-alt",
        severity: "hint",
        message: "This picture has no words for whoever can't see it. Write them between the brackets.",
        start,
        end,
        ...(words === "" || bracket === -1 || bracket > end
          ? {}
          : { fix: { label: `Call it “${words}”`, edits: [{ start: bracket, end: bracket, text: `${gap}${words}` }] } }),
      },
    ];
  });

/** What a file's name says: `img/build-times_2.png` says "build times 2"; a bare number or hash says nothing. */
export function wordsOfFile(address: string): string {
  if (/^data:/i.test(address)) return "";
  const file = /([^/?#]+?)(?:\.\w{1,5})?(?:[?#].*)?$/.exec(address)?.[1] ?? "";
  const words = file
    .replace(/%20|[-_+.]+/g, " ")
    .replace(/[[\]()\\]/g, "")
    .trim();
  return /[a-z]{3}/i.test(words) && !/^[0-9a-f]{8,}$/i.test(words) ? words : "";
}
