import type { Holds, Place } from "./plain-html";

/**
 * What may stand in a slide. Everything that is not named here goes: elements are unwrapped (their text stays)
 * or, where their content is no text for readers, dropped whole.
 */

const globalAttributes: ReadonlySet<string> = new Set(["class", "id", "title", "lang", "dir", "role", "style", "align", "width", "height"]);

/**
 * Elements that the renderer writes of its own, and such as authors write: where HTML lets each stand without moving
 * anything, and what may stand in it.
 */
export const placedElements: readonly (readonly [within: Place, holds: Holds, names: readonly string[]])[] = [
  ["flow", "phrasing", ["p", "pre"]],
  ["flow", "flow", ["h1", "h2", "h3", "h4", "h5", "h6"]],
  ["flow", "flow", ["blockquote", "div", "figure", "figcaption", "center", "section", "article", "aside", "header", "footer", "details"]],
  ["flow", "flow", ["summary", "main", "nav"]],
  ["flow", "list", ["ul", "ol"]],
  ["list", "flow", ["li"]],
  ["flow", "terms", ["dl"]],
  ["terms", "flow", ["dt", "dd"]],
  ["flow", "table", ["table"]],
  ["table", "rows", ["thead", "tbody", "tfoot"]],
  ["rows", "cells", ["tr"]],
  ["cells", "flow", ["th", "td"]],
  ["phrasing", "same", ["a", "strong", "em", "code", "b", "i", "u", "s", "small", "big", "font", "tt"]],
  ["phrasing", "loose", ["span", "sup", "sub", "var"]],
  ["phrasing", "nothing", ["br", "img", "input", "wbr", "source"]],
  ["phrasing", "text", ["style", "iframe"]],
  ["flow", "nothing", ["hr"]],
];

/** Those that HTML reads in no way of its own, and those that are read by the real parser alone. */
const others = [
  "abbr",
  "address",
  "bdi",
  "bdo",
  "caption",
  "cite",
  "col",
  "colgroup",
  "del",
  "dfn",
  "hgroup",
  "ins",
  "kbd",
  "mark",
  "picture",
  "q",
  "rp",
  "rt",
  "ruby",
  "samp",
  "strike",
  "time",
  "video",
  "audio",
];

export const allowedElements: ReadonlySet<string> = new Set([...placedElements.flatMap(([, , names]) => names), ...others]);

/** Gone with all that is in them. */
export const droppedElements: ReadonlySet<string> = new Set([
  "script",
  "noscript",
  "template",
  "object",
  "embed",
  "applet",
  "frame",
  "frameset",
  "noframes",
  "head",
  "title",
  "base",
  "meta",
  "link",
  "textarea",
  "select",
  "option",
  "button",
  "svg",
  "math",
  "xmp",
  "plaintext",
  "noembed",
  "canvas",
  "portal",
  "dialog",
  "param",
]);

const byElement: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "name", "hreflang"],
  img: ["src", "alt", "sizes", "loading", "decoding"],
  source: ["src", "type", "media", "sizes"],
  video: ["src", "poster", "autoplay", "controls", "loop", "muted", "playsinline", "preload"],
  audio: ["src", "autoplay", "controls", "loop", "muted", "preload"],
  iframe: ["src", "allowfullscreen"],
  ol: ["start", "reversed", "type"],
  ul: ["type"],
  li: ["value"],
  td: ["colspan", "rowspan", "headers", "valign", "bgcolor"],
  th: ["colspan", "rowspan", "headers", "scope", "abbr", "valign", "bgcolor"],
  tr: ["valign", "bgcolor"],
  table: ["border", "cellpadding", "cellspacing", "bgcolor", "summary"],
  col: ["span"],
  colgroup: ["span"],
  details: ["open"],
  del: ["cite", "datetime"],
  ins: ["cite", "datetime"],
  blockquote: ["cite"],
  q: ["cite"],
  time: ["datetime"],
  font: ["color", "size", "face"],
  style: ["scoped"],
  input: ["type", "checked", "disabled"],
};

/** Marks that our own syntax leaves for the decorations; harmless in anybody's HTML. */
export const ownMarks: ReadonlySet<string> = new Set([
  "data-l-code",
  "data-l-steps",
  "data-l-title",
  "data-l-first",
  "data-l-info",
  "data-l-pause",
  "data-l-math",
  "data-l-footnote",
  "data-l-background",
  "data-l-size",
  "data-l-split",
  "data-l-direction",
  "data-l-video",
  "data-l-autoplay",
  "data-l-fit",
  "data-fragment-index",
  "data-l-depth",
  "data-l-every",
  "data-l-bullet",
]);

/** May this attribute stay on this element? `aria-*` may; `data-*` may not, but for our own marks. */
export function allowsAttribute(element: string, attribute: string): boolean {
  return (
    globalAttributes.has(attribute) ||
    (byElement[element]?.includes(attribute) ?? false) ||
    // Most that is written on components is neither.
    (attribute[4] === "-" && (ownMarks.has(attribute) || /^aria-[a-z]+$/.test(attribute)))
  );
}

/** Attributes whose value is an address, by what is fetched or opened there, on each element that has them. */
export const addressKinds: Readonly<Record<string, Readonly<Record<string, "link" | "image" | "media" | "frame">>>> = {
  href: { a: "link" },
  cite: { blockquote: "link", q: "link", del: "link", ins: "link" },
  src: { img: "image", source: "media", video: "media", audio: "media", iframe: "frame" },
  poster: { video: "image" },
};
