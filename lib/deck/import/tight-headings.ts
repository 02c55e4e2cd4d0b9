/** Headings that need no space behind their marks (`#Title`), as older Markdown reads them, with that space; several lines at once. */
export function spaceHeadings(text: string): string {
  return text.replace(/^(#{1,6})(?=[^#\s])/gm, "$1 ");
}
