import type { Token } from "parse5";
import type { DeckStyler, RenderOptions } from "@/lib/deck/deck";
import { addressKinds, allowsAttribute } from "./allow-list";
import { plainDeclarations } from "./plain-style";
import { safeUrl } from "./url";

export interface SanitizeOptions {
  /** Put before every id of the deck's, so that none can name something of the page's. */
  readonly idPrefix: string;
  /** Selector of the slide that `<style scoped>` is put under; a `<style>` without it is the deck's, not the slide's. */
  readonly slideSelector: string;
  readonly resolveUrl: RenderOptions["resolveUrl"];
  /** Reads style; what it gives back empty goes. */
  readonly styler: Pick<DeckStyler, "declarations" | "sheet">;
}

type Attributes = readonly Token.Attribute[];

/**
 * What may stay of an allowed element's attributes, and what of ours they need; undefined where the element must not
 * stay at all. What plays by itself waits for its slide (`decorate/media.ts`).
 */
export function cleanAttributes(element: string, attrs: Attributes, options: SanitizeOptions): Attributes | undefined {
  if (element === "input") return cleanCheckbox(attrs);
  if (attrs.length === 0) return element === "iframe" ? undefined : attrs;
  const kept: Token.Attribute[] = [];
  for (const { name, value } of attrs) {
    const cleaned = allowsAttribute(element, name) ? cleanAttribute(element, name, value, options) : undefined;
    if (cleaned !== undefined) kept.push({ name: name === "autoplay" ? "data-l-autoplay" : name, value: cleaned });
  }
  if (element === "a") kept.push(...linkSafety(kept));
  if (element !== "iframe") return kept;
  return kept.some(({ name }) => name === "src") ? [...kept, ...frameSafety] : undefined;
}

const frameSafety: Attributes = [
  { name: "sandbox", value: "allow-scripts allow-same-origin allow-presentation" },
  { name: "loading", value: "lazy" },
  { name: "referrerpolicy", value: "no-referrer" },
];

function cleanAttribute(element: string, name: string, value: string, options: SanitizeOptions): string | undefined {
  const kind = addressKinds[name]?.[element];
  if (kind) return cleanAddress(value, kind, options);
  if (name === "style") return plainDeclarations(value) ?? (options.styler.declarations(value, pictureResolver(options)) || undefined);
  if (name === "id" || name === "name") return value === "" ? undefined : `${options.idPrefix}${value}`;
  if (name === "headers" || /^aria-(?:labelledby|describedby|controls|owns|details|flowto|activedescendant)$/.test(name)) {
    return value
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => `${options.idPrefix}${id}`)
      .join(" ");
  }
  return value;
}

function cleanAddress(value: string, kind: "link" | "image" | "media" | "frame", options: SanitizeOptions): string | undefined {
  const url = safeUrl(value, kind);
  if (url === undefined || kind === "frame") return url;
  // A slide's address (`#intro`, `#7`) is the player's; every other fragment is an id of the deck's, prefixed alike.
  // Anything but a link would load the page itself.
  if (url.startsWith("#")) return kind === "link" ? url : undefined;
  return options.resolveUrl ? options.resolveUrl(url, kind) : url;
}

/** Style names pictures as images do: the deck's own files and the open web, nothing else of the server that shows it. */
function pictureResolver({ resolveUrl }: SanitizeOptions): ((url: string) => string | undefined) | undefined {
  return resolveUrl && ((url) => resolveUrl(url, "image"));
}

/** Links open apart from the deck and tell nobody where it is. */
function linkSafety(attrs: Attributes): Attributes {
  const href = attrs.find(({ name }) => name === "href")?.value;
  if (href === undefined || href.startsWith("#")) return [];
  return [
    { name: "target", value: "_blank" },
    { name: "rel", value: "noopener noreferrer" },
  ];
}

/** The boxes of a task list, and no other control. */
function cleanCheckbox(attrs: Attributes): Attributes | undefined {
  if (!attrs.some(({ name, value }) => name === "type" && value === "checkbox")) return undefined;
  const checked = attrs.some(({ name }) => name === "checked");
  return [{ name: "type", value: "checkbox" }, { name: "disabled", value: "" }, ...(checked ? [{ name: "checked", value: "" }] : [])];
}

/** The deck's styles are gathered by `deck-css.ts`; of those of this slide, what is left of their text. */
export function cleanStyle(attrs: Attributes, text: string, options: SanitizeOptions): string {
  if (!attrs.some(({ name }) => name === "scoped")) return "";
  const { slideSelector: selector, idPrefix, styler } = options;
  return styler.sheet(text, { selector, idPrefix, resolvePicture: pictureResolver(options) });
}
