/** What is said after an act on slides; numbers are 1-based. */

export function slidesWord(count: number): string {
  return count === 1 ? "slide" : `${count} slides`;
}

/** `Slide 3` or `Slides 3 to 5`; what is apart is counted. */
export function slidesNamed(indexes: readonly number[]): string {
  const [first] = indexes;
  const last = indexes.at(-1);
  if (first === undefined || last === undefined) return "No slide";
  if (indexes.length === 1) return `Slide ${first + 1}`;
  return last - first === indexes.length - 1 ? `Slides ${first + 1} to ${last + 1}` : `${indexes.length} slides`;
}

export const slideGone = "A co-author took that slide out meanwhile. Nothing was changed.";
export const textNotThere = "The text is not ready to be changed yet. Try again in a moment.";
export const textMoved = "Somebody changed the text at the same moment. Nothing was changed: try again.";
export const notCuttable = "The text can't be cut there: a block on that slide is not closed. Nothing was changed.";
export const undoneAlready = "You have made other changes since: undo them first, with Ctrl+Z.";
