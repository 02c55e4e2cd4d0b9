import { setFrontMatter, type TextEdit } from "@/lib/deck";

/** What stands for the CSS while the place for it is found; no value that anybody writes. */
const standIn = "css-of-the-deck-goes-here";

/** Writes the deck's own CSS into its front matter as a block of lines that people can go on writing; empty takes it out. */
export function setDeckStyle(deck: Parameters<typeof setFrontMatter>[0], css: string): readonly TextEdit[] {
  const lines = css.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "  ").trim();
  if (lines === "") return setFrontMatter(deck, { style: undefined });
  const block = `|\n${lines.replaceAll(/^(?=.)/gm, "  ")}`;
  return setFrontMatter(deck, { style: standIn }).map((edit) => ({
    ...edit,
    text: edit.text.replace(new RegExp(`(["']?)${standIn}\\1`), () => block),
  }));
}
