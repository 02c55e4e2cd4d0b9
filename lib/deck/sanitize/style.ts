import { generate, parse, walk, type CssNode, type List } from "./css-tree";
import { isPageNumber, renamePageNumbers, showsPageNumber } from "./page-numbers";
import { scopeKeyframes, scopeNested, scopeSelectors, type StyleScope } from "./scope";

export type { StyleScope };

/** UTF-16 units of one style sheet or attribute. */
const maxCssUnits = 100_000;
/** Brackets open at once; parser and printer recurse. */
const maxCssNesting = 30;

const forbiddenProperties = new Set(["behavior", "-moz-binding", "-ms-behavior"]);
/** Names are looked at as they are written: one with an escape or of other letters is none that a browser needs. */
const propertyName = /^(?:--[\w-]+|-?[a-z][a-z-]*)$/;
const forbiddenFunctions =
  /^(?:expression|url|url-prefix|src|image|(?:-webkit-)?image-set|(?:-webkit-)?cross-fade|paint|(?:-moz-)?element|-moz-image-rect|attr|env)$/;
const forbiddenText = /(?:expression|url|url-prefix|src|image|image-set|cross-fade|paint|element|-moz-image-rect|attr|env)\s*\(|image-set|url/i;
/** What the parser left unread, for example the fallback of `var()`: plain values alone. */
const plainValue = /^[\w\s#%.,()+*/"'-]*$/;
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
export function sanitizeDeclarations(css: string, resolvePicture?: StyleScope["resolvePicture"]): string {
  const list = parseSafely(css, "declarationList");
  if (!list || list.type !== "DeclarationList") return "";
  list.children.forEach((node, item) => {
    if (!isSafeDeclaration(node, resolvePicture)) list.children.remove(item);
  });
  return generate(list);
}

/** One value of one property, for settings such as `color` and `backgroundImage`. */
export function sanitizeValue(property: string, value: string): string {
  if (plainColor.test(value) && colorProperties.has(property)) return value;
  const cleaned = sanitizeDeclarations(`${property}:${value}`);
  return cleaned.startsWith(`${property}:`) && !cleaned.includes(";") ? cleaned.slice(property.length + 1) : "";
}

const colorProperties: ReadonlySet<string> = new Set(["color", "background-color"]);
/** Most colours: told safe, and printed as they are, without a reader of CSS. */
const plainColor = /^(?:#[\da-f]{3,8}|[a-z]+)$/i;

/** A checked value with its addresses put as they are reached from here; empty where one of them is not. */
export function resolveAddresses(value: string, resolve: (url: string) => string | undefined): string {
  if (!/url\(/i.test(value)) return value;
  const parsed = parse(value, { context: "value" });
  return putAddresses(parsed, resolve) ? generate(parsed) : "";
}

/** False where one of the addresses is not reached. */
function putAddresses(value: CssNode, resolve: (url: string) => string | undefined): boolean {
  let isReached = true;
  walk(value, (node) => {
    if (node.type !== "Url") return;
    const url = resolve(node.value.trim());
    if (url === undefined) isReached = false;
    else node.value = url;
  });
  return isReached;
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
  if (css.length > maxCssUnits || nestsTooDeep(css)) return undefined;
  try {
    return parse(css, { context, parseValue: true, parseRulePrelude: true, parseCustomProperty: true });
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function nestsTooDeep(css: string): boolean {
  let depth = 0;
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === "{" || character === "(" || character === "[") depth++;
    else if (character === "}" || character === ")" || character === "]") depth = Math.max(0, depth - 1);
    if (depth > maxCssNesting) return true;
  }
  return false;
}

function cleanRules(rules: List<CssNode>, scope: StyleScope): void {
  rules.forEach((rule, item) => {
    if (rule.type === "Rule") {
      cleanBlock(rule.block.children, scope);
      const selectors = rule.prelude.type === "SelectorList" ? scopeSelectors(rule.prelude, scope, showsPageNumber(rule.block.children)) : "";
      if (selectors === "") tell(rule.prelude, scope);
      if (selectors === "" || rule.block.children.isEmpty) rules.remove(item);
      else rule.prelude = { type: "Raw", value: selectors };
    } else if (rule.type === "Atrule" && allowedAtRules.has(rule.name.toLowerCase()) && rule.block) {
      if (/keyframes$/i.test(rule.name)) cleanKeyframes(rule.block.children, scope);
      else cleanRules(rule.block.children, scope);
    } else {
      tell(rule, scope);
      rules.remove(item);
    }
  });
}

/** Comments go without a word, and so does what is left of a rule that is told of already. */
const wordless = new Set(["Comment", "WhiteSpace", "CDO", "CDC"]);
const maxToldUnits = 80;

function tell(node: CssNode, { onRemoved }: StyleScope): void {
  if (!onRemoved || wordless.has(node.type)) return;
  const line = wordsOf(node).replaceAll(/\s+/g, " ").replace(/;$/, "").trim();
  if (line !== "") onRemoved(line.length > maxToldUnits ? `${line.slice(0, maxToldUnits)}…` : line);
}

function wordsOf(node: CssNode): string {
  if (node.type === "Atrule" && node.block) return `@${node.name}`;
  return node.type === "Declaration" ? `${node.property}: ${generate(node.value)}` : generate(node);
}

/**
 * What a stylesheet loses when it is sanitised, each thing once and as written: at-rules, selectors, declarations.
 * Undefined where none of it can be used: it is no CSS, too long, or nested too deep.
 */
export function removedFromStylesheet(css: string): readonly string[] | undefined {
  if (css.trim() === "") return [];
  if (!parseSafely(css, "stylesheet")) return undefined;
  const removed = new Set<string>();
  sanitizeStylesheet(css, { selector: ".any", idPrefix: "", onRemoved: (what) => removed.add(what) });
  return [...removed];
}

function cleanKeyframes(frames: List<CssNode>, scope: StyleScope): void {
  frames.forEach((frame, item) => {
    const selectors = frame.type === "Rule" ? scopeKeyframes(frame.prelude) : "";
    if (frame.type !== "Rule" || selectors === "") return void frames.remove(item);
    frame.prelude = { type: "Raw", value: selectors };
    cleanBlock(frame.block.children, scope);
  });
}

/** Declarations, and rules nested in a rule. */
function cleanBlock(nodes: List<CssNode>, scope: StyleScope): void {
  nodes.forEach((node, item) => {
    if (node.type === "Rule") {
      const selectors = node.prelude.type === "SelectorList" ? scopeNested(node.prelude, scope) : "";
      if (selectors === "") {
        tell(node.prelude, scope);
        return void nodes.remove(item);
      }
      node.prelude = { type: "Raw", value: selectors };
      cleanBlock(node.block.children, scope);
    } else if (!isSafeDeclaration(node, scope.resolvePicture)) {
      tell(node, scope);
      nodes.remove(item);
    }
  });
}

/** Puts addresses as they are reached from here on the way. */
function isSafeDeclaration(node: CssNode, resolvePicture: StyleScope["resolvePicture"]): boolean {
  if (node.type !== "Declaration") return false;
  const property = node.property.toLowerCase();
  renamePageNumbers(property, node.value);
  return isSafe(property, node.value) && (resolvePicture === undefined || putAddresses(node.value, resolvePicture));
}

function isSafe(property: string, value: CssNode): boolean {
  if (!propertyName.test(property) || forbiddenProperties.has(property)) return false;
  const text = generate(value);
  if (/javascript:|vbscript:/i.test(text)) return false;
  if (property === "position") return /^(?:static|relative|absolute)$/i.test(text);
  if (property.startsWith("--") && forbiddenText.test(text)) return false;
  let safe = true;
  walk(value, (node) => {
    if (node.type === "Url") safe &&= urlProperties.has(property) && isImageAddress(node.value);
    else if (node.type === "Function")
      safe &&= isPageNumber(property, node) || (/^[\w-]+$/.test(node.name) && !forbiddenFunctions.test(node.name.toLowerCase()));
    else if (node.type === "Raw") safe &&= plainValue.test(node.value) && !forbiddenText.test(node.value);
    else if (node.type === "Identifier") safe &&= !node.name.includes("\\");
    else if (node.type === "Dimension") safe &&= !node.unit.includes("\\");
    else if (node.type === "Hash") safe &&= !node.value.includes("\\");
  });
  return safe;
}

/** Pictures may come from where images may: https, the deck's own files, data. */
function isImageAddress(raw: string): boolean {
  const url = raw.trim();
  if (hasControl(url)) return false;
  return /^https?:\/\//i.test(url) || /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i.test(url) || !/^[a-z][a-z0-9+.-]*:|^[\\/]{2}/i.test(url);
}

/** Browsers drop line ends and tabs inside an address before they read its scheme. */
function hasControl(text: string): boolean {
  for (const character of text) if (character < " " || character === "\u007f") return true;
  return false;
}
