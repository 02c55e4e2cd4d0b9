import { generate, parse, walk } from "css-tree";

const addressFunctions = /^(?:url|src|image|image-set|-webkit-image-set|cross-fade|element|paint|expression)$/i;

/** CSS of a picture that loads nothing but what is in the picture itself; undefined where it would load more, or isn't CSS. */
export function harmlessCss(css: string, context: "stylesheet" | "declarationList"): string | undefined {
  if (/[\\<]/.test(css)) return undefined;
  try {
    const tree = parse(css, { context, parseCustomProperty: true });
    let isHarmless = true;
    walk(tree, (node) => {
      if (node.type === "Url") isHarmless &&= isOwnAddress(node.value);
      else if (node.type === "Function") isHarmless &&= !addressFunctions.test(node.name);
      else if (node.type === "Atrule") isHarmless &&= /^(?:media|supports|keyframes|-webkit-keyframes|font-face)$/i.test(node.name);
      else if (node.type === "Raw") isHarmless &&= !/url|image|src|expression/i.test(node.value);
    });
    return isHarmless ? generate(tree) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A place in the picture, or data that stands in it. */
export function isOwnAddress(address: string): boolean {
  return /^#[^\s"'()]*$/.test(address) || /^data:(?:image\/(?:png|jpeg|gif|webp|avif)|font\/\w+|application\/(?:x-)?font[\w-]*);/i.test(address);
}
