import { setFrontMatter, type TextEdit } from "@/lib/deck";

/** Writes the deck's own CSS into its front matter as a block of lines that people can go on writing; empty takes it out. */
export function setDeckStyle(deck: Parameters<typeof setFrontMatter>[0], css: string): readonly TextEdit[] {
  const lines = css.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "  ").trim();
  // Text that ends with a line end is written as lines, were it only one.
  return setFrontMatter(deck, { style: lines === "" ? undefined : `${lines}\n` });
}
