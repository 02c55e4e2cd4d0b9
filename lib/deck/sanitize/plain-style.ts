const length = String.raw`(?:(?:\d*\.)?\d+(?:px|em|ex|ch|rem|%|cm|mm|in|pt|pc|vw|vh|fr)|auto)`;
const plain = new RegExp(`^(?:(?:width|height): ?${length}(?:; ?|$)|flex: ?0 1 ${length}(?:; ?|$))+$`);

/**
 * The sizes that image keywords and columns write, as the sanitizer prints them: plain enough to be told safe without
 * a reader of CSS. Undefined where it takes one.
 */
export function plainDeclarations(css: string): string | undefined {
  return plain.test(css) ? css.replace(/([:;]) /g, "$1").replace(/;$/, "") : undefined;
}
