/** The guide's entry on a box, by the name after `:::`. */
export function entryOfBox(name: string): string {
  switch (name) {
    case "columns":
    case "column":
      return "columns";
    case "incremental":
    case "nonincremental":
      return "incremental-list";
    case "fragment":
      return "fragment-box";
    default:
      return "boxes";
  }
}

/** The guide's entry on a keyword of images, as the reference writes it (`w:`, `bg`). */
export function entryOfImageWord(word: string): string {
  if (/^(?:w|h|width|height):$/.test(word)) return "picture-size";
  if (word === "left" || word === "right") return "split-backgrounds";
  if (word === "vertical" || word === "horizontal") return "several-backgrounds";
  return word.endsWith(":") ? "filters" : "backgrounds";
}

/** A link to an entry of the guide, in Markdown; with its whole address, for Monaco follows no other. */
export function guideLink(entryId: string): string {
  return `[In the guide](${new URL(guideAddress(entryId), location.href).href})`;
}

/** Where the guide tells of an entry. */
export function guideAddress(entryId: string): string {
  return `/guide#${entryId}`;
}
