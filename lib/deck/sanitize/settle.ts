import { appendText, createElement, parseHtml, printHtml, textOf, type Fragment } from "./tree";

/** Printings until a tree has to read as itself; real HTML needs one, the worst known nestings three. */
const maxRounds = 5;

/**
 * The tree that a browser makes of this tree when it is printed. An element that was unwrapped can leave others where
 * HTML has no place for them; a browser moves those, and what has moved may move again. The printed tree holds
 * only what the sanitizer has left, so reading it adds nothing; one that never comes to rest becomes its text.
 */
export function settleTree(root: Fragment): Fragment {
  let tree = root;
  let printed = printHtml(tree);
  for (let round = 0; round < maxRounds; round++) {
    tree = parseHtml(printed);
    const again = printHtml(tree);
    if (again === printed) return tree;
    printed = again;
  }
  const text = createElement("div");
  appendText(text, textOf(root));
  return parseHtml(printHtml(text));
}
