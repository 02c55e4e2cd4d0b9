import { generate, parse, walk, type CssNode, type List } from "./css-tree";
import { allowsSvgProperty } from "./svg-allow-list";

/** What a diagram's CSS is read against. */
export interface SvgStyleScope {
  /** The diagram's own element: every rule holds below it alone. */
  readonly rootId: string;
  /** What an id of the diagram's is called in the page. */
  readonly renameId: (id: string) => string;
  /** Class names and elements that there are; rules for others go. */
  readonly names: ReadonlySet<string>;
}

const functions = new Set(["calc", "color-mix", "drop-shadow", "hsl", "hsla", "light-dark", "rgb", "rgba", "var"]);
const maxCssUnits = 200_000;

/** The diagram's style sheet as text of a `<style>`: safe declarations of rules that hold for something in it. */
export function sanitizeSvgCss(css: string, scope: SvgStyleScope): string {
  const sheet = parseSafely(css, "stylesheet");
  if (sheet?.type !== "StyleSheet") return "";
  sheet.children.forEach((rule, item, list) => {
    const prelude = rule.type === "Rule" ? scopedSelectors(rule.prelude, scope) : "";
    if (rule.type !== "Rule" || prelude === "") return void list.remove(item);
    rule.prelude = { type: "Raw", value: prelude };
    dropUnsafe(rule.block.children, scope.renameId);
    if (rule.block.children.isEmpty) list.remove(item);
  });
  // Neither ends the element, nor means something else where entities are read.
  return generate(sheet).replaceAll("<", "\\3c ").replaceAll("&", "\\26 ");
}

/** The declarations of a style attribute that are safe. */
export function sanitizeSvgDeclarations(css: string, renameId: SvgStyleScope["renameId"]): string {
  const list = parseSafely(css, "declarationList");
  if (list?.type !== "DeclarationList") return "";
  dropUnsafe(list.children, renameId);
  return generate(list);
}

/** The value of an attribute that is a CSS property; empty where it must not stay. */
export function sanitizeSvgValue(property: string, value: string, renameId: SvgStyleScope["renameId"]): string {
  const cleaned = sanitizeSvgDeclarations(`${property}:${value}`, renameId);
  return cleaned.startsWith(`${property}:`) && !cleaned.includes(";") ? cleaned.slice(property.length + 1) : "";
}

function parseSafely(css: string, context: "declarationList" | "stylesheet"): CssNode | undefined {
  if (css.length > maxCssUnits) return undefined;
  try {
    return parse(css, { context, parseValue: true, parseRulePrelude: true, parseCustomProperty: true });
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function scopedSelectors(prelude: CssNode, { rootId, renameId, names }: SvgStyleScope): string {
  if (prelude.type !== "SelectorList") return "";
  const root = `#${rootId}`;
  const kept = prelude.children.toArray().flatMap((selector) => {
    let matches = true;
    walk(selector, (node) => {
      if (node.type === "ClassSelector" || node.type === "TypeSelector") matches &&= node.name === "*" || names.has(node.name);
      else if (node.type === "IdSelector") node.name = renameId(node.name);
      else if (node.type === "PseudoClassSelector" || node.type === "PseudoElementSelector") matches = false;
      // Ids of a diagram end in what they are for; nothing else of its attributes is left to ask for.
      else if (node.type === "AttributeSelector") matches &&= node.name.name === "id" && node.matcher === "$=";
      else if (node.type === "NestingSelector" || node.type === "Raw") matches = false;
    });
    if (!matches) return [];
    const text = generate(selector);
    return [text === root || (text.startsWith(root) && !/[\w-]/.test(text.charAt(root.length))) ? text : `${root} ${text}`];
  });
  return kept.join(",");
}

function dropUnsafe(declarations: List<CssNode>, renameId: SvgStyleScope["renameId"]): void {
  declarations.forEach((node, item) => {
    if (node.type !== "Declaration" || !isSafe(node.property.toLowerCase(), node.value, renameId)) declarations.remove(item);
  });
}

/** Allowed properties with allowed functions; an address is one of the diagram's own ids, and is renamed with it. */
function isSafe(property: string, value: CssNode, renameId: SvgStyleScope["renameId"]): boolean {
  if (!allowsSvgProperty(property)) return false;
  let safe = true;
  walk(value, (node) => {
    if (node.type === "Function") safe &&= functions.has(node.name.toLowerCase());
    else if (node.type === "Raw") safe = false;
    else if (node.type === "Url") {
      const id = /^#([\w:.-]+)$/.exec(node.value)?.[1];
      if (id === undefined || property === "filter") safe = false;
      else node.value = `#${renameId(id)}`;
    }
  });
  return safe && !/[\\<]/.test(generate(value));
}
