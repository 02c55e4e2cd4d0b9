/** What is written for a file: Markdown's image syntax, which pictures, films and sounds share. */
export function pictureSyntax(path: string): string {
  return `![${altOf(path)}](${path})`;
}

/** A file's name as words, to start from: `img/docker-layers.png` says "docker layers". */
function altOf(path: string): string {
  const name = path.split("/").at(-1) ?? path;
  return name
    .replace(/\.[^.]+$/, "")
    .replace(/[-_]+/g, " ")
    .trim();
}

/** `caret`: in the line where somebody writes. `paragraph`: by itself. */
export type PictureFit = "caret" | "paragraph";

/** The syntax with what it needs to stand at its place and to leave what stands around as it is. */
export function fitBetween(syntax: string, { before, after }: { readonly before: string; readonly after: string }, fit: PictureFit): string {
  return (
    (fit === "caret" ? leadInLine(before) : emptyLineAfter(before)) + syntax + (fit === "caret" ? tailInLine(before, after) : emptyLineBefore(after))
  );
}

/** Apart from a word that it would stick to, and from a picture that was put there just before. */
function leadInLine(before: string): string {
  if (/!\[[^\]\n]*\]\([^)\n]*\)$/.test(before)) return "\n";
  return /\S$/.test(before) ? " " : "";
}

function tailInLine(before: string, after: string): string {
  const isAtStart = before === "" || before.endsWith("\n");
  const restOfLine = after.split("\n", 1)[0] ?? "";
  if (isAtStart && restOfLine.trim() !== "") return "\n\n";
  // A line of dashes right under it would make a heading of it.
  if (/^[ \t]*\n {0,3}(?:-+|=+)[ \t]*(?:\n|$)/.test(after)) return "\n";
  return /^[\p{L}\p{N}]/u.test(after) ? " " : "";
}

function emptyLineAfter(before: string): string {
  if (before === "" || before.endsWith("\n\n")) return "";
  return before.endsWith("\n") ? "\n" : "\n\n";
}

function emptyLineBefore(after: string): string {
  if (after === "" || after.startsWith("\n\n")) return "";
  return after.startsWith("\n") ? "\n" : "\n\n";
}

/** Where a picture that is dropped on a slide goes: behind all that its audience sees, before the notes at its end. */
export function endOfSlide(text: string): number {
  const notes = /^(?:\?\?\?[ \t]*$|#{1,6}[ \t]+presenter notes[ \t]*$)/im.exec(text);
  const shown = notes === null ? text : text.slice(0, notes.index);
  return shown.replace(/(?:\s|<!--(?:(?!-->)[^])*-->)*$/, "").length;
}
