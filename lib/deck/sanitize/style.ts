import { generate, parse, walk, type CssNode, type List } from "css-tree";

/** Where a deck's own CSS may reach, and how its ids are called there. */
export interface StyleScope {
  /** A selector that every rule is put under. */
  readonly selector: string;
  readonly idPrefix: string;
}

const forbiddenProperties = new Set(["behavior", "-moz-binding", "-ms-behavior"]);
const forbiddenFunctions = new Set([
  "expression",
  "url",
  "src",
  "image-set",
  "-webkit-image-set",
  "image",
  "cross-fade",
  "paint",
  "element",
  "attr",
  "env",
]);
const allowedAtRules = new Set(["media", "supports", "layer", "keyframes", "-webkit-keyframes"]);
const urlProperties = new Set([
  "background",
  "background-image",
  "list-style",
  "list-style-image",
  "border-image",
  "border-image-source",
  "mask-image",
]);

/** Checks the declarations of a style attribute; keeps what is safe, drops the rest. Empty where nothing is left. */
export function sanitizeDeclarations(css: string): string {
  const list = parseSafely(css, "declarationList");
  if (!list || list.type !== "DeclarationList") return "";
  dropUnsafe(list.children);
  return generate(list);
}

/** One value of one property, for settings such as `color` and `backgroundImage`. */
export function sanitizeValue(property: string, value: string): string {
  const cleaned = sanitizeDeclarations(`${property}:${value}`);
  return cleaned.startsWith(`${property}:`) && !cleaned.includes(";") ? cleaned.slice(property.length + 1) : "";
}

/** Checks a stylesheet and puts every rule under the scope. `@import`, `@font-face` and unknown at-rules go. */
export function sanitizeStylesheet(css: string, scope: StyleScope): string {
  const sheet = parseSafely(css, "stylesheet");
  if (!sheet || sheet.type !== "StyleSheet") return "";
  cleanRules(sheet.children, scope);
  // `</style` can't survive as text of a style element.
  return generate(sheet).replaceAll("<", "\\3c ");
}

function parseSafely(css: string, context: "declarationList" | "stylesheet"): CssNode | undefined {
  if (css.length > 100_000) return undefined;
  try {
    return parse(css, { context, parseValue: true, parseRulePrelude: true, parseCustomProperty: true });
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function cleanRules(rules: List<CssNode>, scope: StyleScope): void {
  rules.forEach((rule, item) => {
    if (rule.type === "Rule") {
      if (rule.prelude.type !== "SelectorList") return void rules.remove(item);
      rule.prelude = { type: "Raw", value: scopeSelectors(generate(rule.prelude), scope) };
      dropUnsafe(rule.block.children);
      if (rule.block.children.isEmpty) rules.remove(item);
    } else if (rule.type === "Atrule" && allowedAtRules.has(rule.name.toLowerCase()) && rule.block) {
      if (/keyframes$/i.test(rule.name)) rule.block.children.forEach((frame) => frame.type === "Rule" && dropUnsafe(frame.block.children));
      else cleanRules(rule.block.children, scope);
    } else rules.remove(item);
  });
}

/** `:root`, `html`, `body` and `section` mean the slide itself, as in Marp; all else is looked for inside it. */
function scopeSelectors(selectors: string, { selector, idPrefix }: StyleScope): string {
  const list = parse(selectors, { context: "selectorList" });
  walk(list, (node) => {
    if (node.type === "IdSelector") node.name = `${idPrefix}${node.name}`;
  });
  if (list.type !== "SelectorList") return selector;
  return list.children
    .toArray()
    .map((one) => {
      const text = generate(one);
      const head = /^(?::root|html|body|section(?:\.slide)?|\.slide)(?![\w-])/i.exec(text)?.[0];
      return head === undefined ? `${selector} ${text}` : `${selector}${text.slice(head.length)}`;
    })
    .join(",");
}

function dropUnsafe(declarations: List<CssNode>): void {
  declarations.forEach((node, item) => {
    if (node.type === "Rule") return dropUnsafe(node.block.children);
    if (node.type !== "Declaration" || !isSafe(node.property.toLowerCase(), node.value)) declarations.remove(item);
  });
}

function isSafe(property: string, value: CssNode): boolean {
  if (forbiddenProperties.has(property)) return false;
  const text = generate(value);
  if (/[\\<]|javascript:|vbscript:/i.test(text)) return false;
  if (property === "position") return /^(?:static|relative|absolute)$/i.test(text);
  if (property.startsWith("--") && /url|image-set|src\s*\(/i.test(text)) return false;
  let safe = true;
  walk(value, (node) => {
    if (node.type === "Url") safe &&= urlProperties.has(property) && isImageAddress(node.value);
    else if (node.type === "Function") safe &&= !forbiddenFunctions.has(node.name.toLowerCase());
    else if (node.type === "Raw") safe &&= !/url\s*\(|image-set|expression/i.test(node.value);
  });
  return safe;
}

/** Pictures may come from where images may: https, the deck's own files, data. */
function isImageAddress(url: string): boolean {
  return (
    /^https?:\/\//i.test(url) || /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i.test(url) || !/^[a-z][a-z0-9+.-]*:|^[\\/]{2}/i.test(url.trim())
  );
}
