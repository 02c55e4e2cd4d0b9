/**
 * What may stand in a slide. Everything that is not named here goes: elements are unwrapped (their text stays)
 * or, where their content is no text for readers, dropped whole.
 */

const globalAttributes = ["class", "id", "title", "lang", "dir", "role", "style", "align", "width", "height"];

const text = [
  "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code",
  "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer",
  "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "i", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "picture",
  "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strike", "strong", "sub", "summary", "sup",
  "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
  "img", "video", "audio", "iframe", "style", "input",
];

export const allowedElements: ReadonlySet<string> = new Set(text);

/** Gone with all that is in them. */
export const droppedElements: ReadonlySet<string> = new Set([
  "script", "noscript", "template", "object", "embed", "applet", "frame", "frameset", "noframes", "head", "title", "base", "meta", "link",
  "textarea", "select", "option", "button", "svg", "math", "xmp", "plaintext", "noembed", "canvas", "portal", "dialog", "param",
]);

const byElement: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "name", "hreflang", "rel"],
  img: ["src", "alt", "srcset", "sizes", "loading", "decoding"],
  source: ["src", "srcset", "type", "media", "sizes"],
  video: ["src", "poster", "controls", "loop", "muted", "playsinline", "preload"],
  audio: ["src", "controls", "loop", "muted", "preload"],
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
  "data-l-code", "data-l-steps", "data-l-title", "data-l-pause", "data-l-math", "data-l-footnote",
  "data-l-background", "data-l-size", "data-l-split", "data-l-bullet",
]);

/** May this attribute stay on this element? `aria-*` may; `data-*` may not, but for our own marks. */
export function allowsAttribute(element: string, attribute: string): boolean {
  return (
    globalAttributes.includes(attribute) ||
    (byElement[element]?.includes(attribute) ?? false) ||
    /^aria-[a-z]+$/.test(attribute) ||
    ownMarks.has(attribute)
  );
}

/** Attributes whose value is an address, by what is fetched or opened there. */
export const addressKinds: Readonly<Record<string, "link" | "image" | "media" | "frame">> = {
  "a href": "link",
  "blockquote cite": "link",
  "q cite": "link",
  "del cite": "link",
  "ins cite": "link",
  "img src": "image",
  "video poster": "image",
  "source src": "media",
  "video src": "media",
  "audio src": "media",
  "iframe src": "frame",
};
