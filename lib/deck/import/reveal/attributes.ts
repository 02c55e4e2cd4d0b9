import { mediaKindOf } from "@/lib/deck/syntax/media";
import { readVideo } from "@/lib/deck/video-address";
import { writeBackground } from "@/lib/deck/import/slide-background";
import type { SlideValues } from "@/lib/deck/import/slide-comments";

/** Attributes by name as a comment gives them to an element; `""` for one without a value. */
export type Attributes = ReadonlyMap<string, string>;

/** What a comment of reveal.js' speaks of. */
export interface AttributeComment {
  readonly of: "slide" | "element";
  readonly attributes: Attributes;
}

/** Reads the inside of `<!-- .slide: … -->` or `<!-- .element: … -->`; undefined for any other comment. */
export function readAttributeComment(inside: string): AttributeComment | undefined {
  const match = /\.(slide:|element)[ \t]*:?[ \t]*(\S[^\n]*)/.exec(inside);
  if (!match?.[2]) return undefined;
  return { of: match[1] === "element" ? "element" : "slide", attributes: readAttributeList(match[2]) };
}

/** Attributes in double quotes, or a bare `data-…`, as the plugin reads them; single quotes are taken for meant so. */
export function readAttributeList(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(/([^"'=\s]+)=(?:"([^"]*)"|'([^']*)')|(data-[^"'=\s]+)(?=["'\s]|$)/g)) {
    if (name !== undefined) attributes.set(name, double ?? single ?? "");
    else if (bare !== undefined) attributes.set(bare, "");
  }
  return attributes;
}

/** What comes closest to a transition: `convex` and `concave` turn what `slide` moves, and only one way counts (`fade-in zoom-out`). */
export function readRevealTransition(value: string | undefined): string | undefined {
  const name = value
    ?.trim()
    .split(/\s+/)[0]
    ?.replace(/-(?:in|out)$/, "");
  return name === "convex" || name === "concave" ? "slide" : name;
}

/** A slide's attributes in the deck language. */
export interface SlideAttributes {
  readonly values: SlideValues;
  /** Markdown that stands before the slide's text. */
  readonly lead: string;
  /** Markdown that stands behind it: a link to the page that reveal.js shows behind the slide. */
  readonly tail: string;
  readonly notes: string;
  /** Attributes that nothing here answers to; they are kept as settings of their own name. */
  readonly unknown: readonly string[];
}

const isPicture = /^(?:https?:|file:|\/\/|data:image)|\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#\s]|$)/i;
const ignored = /^data-(?:markdown|separator|separator-vertical|separator-notes|charset|markdown-parsed|template)$/;

/** Says in the deck language what attributes on a slide's section say to reveal.js. */
export function convertSlideAttributes(attributes: Attributes): SlideAttributes {
  const rest = new Map([...attributes].filter(([name]) => !ignored.test(name)));
  const take = (name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return value === "" ? undefined : value;
  };
  const any = take("data-background");
  const isImage = any !== undefined && isPicture.test(any);
  const isGradient = any !== undefined && !isImage && any.includes("gradient(");
  const color = take("data-background-color");
  const gradient = take("data-background-gradient");
  const image = take("data-background-image");
  const film = rest.get("data-background-video") ?? "";
  const video = image === undefined && mediaKindOf(film.split(",")[0]?.trim() ?? "") === "video" ? film : undefined;
  if (video !== undefined) for (const name of ["", "-loop", "-muted"]) rest.delete(`data-background-video${name}`);
  const background = writeBackground({
    color: color ?? (isImage || isGradient ? undefined : any),
    gradient: gradient ?? (isGradient ? any : undefined),
    image: image ?? (isImage ? any : undefined),
    video,
    size: take("data-background-size"),
    position: take("data-background-position"),
    repeat: take("data-background-repeat"),
    opacity: take("data-background-opacity"),
  });
  const page = take("data-background-iframe");
  if (page !== undefined) take("data-background-interactive");
  const timing = take("data-timing");
  const transition = readRevealTransition(take("data-transition"));
  const notes = take("data-notes") ?? "";
  const classes = [...(take("class") ?? "").split(/\s+/), background.scheme ?? ""].filter((name) => name !== "");
  const visibility = rest.get("data-visibility");
  const hidden = visibility === "hidden" ? true : undefined;
  // A slide that isn't counted has no number of its own.
  const paginate = visibility === "uncounted" ? "skip" : undefined;
  if (hidden ?? paginate) rest.delete("data-visibility");
  const kept = Object.fromEntries([...rest].map(([name, value]) => [name.replace(/[^A-Za-z-]/g, "-"), value === "" ? true : value]));
  return {
    values: {
      class: classes.length === 0 ? undefined : [...new Set(classes)].join(" "),
      ...background.values,
      hidden,
      paginate,
      duration: timing !== undefined && /^\d+$/.test(timing) ? `${timing}s` : undefined,
      transition,
      ...kept,
    },
    lead: background.picture,
    tail: page === undefined ? "" : writePageLink(page),
    notes,
    unknown: [...rest.keys()],
  };
}

/** What is said of a page behind a slide. */
export const pageBehind = "reveal.js shows this page behind the slide; here the slide links to it.";

/** `[example.org/map](https://example.org/map)`; a film by itself becomes its card. */
function writePageLink(url: string): string {
  if (readVideo(url) !== undefined) return `<${url}>`;
  const words = url
    .replace(/^(?:https?:)?\/\/(?:www\.)?/, "")
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "");
  return `[${words.replace(/[[\]\\]/g, "\\$&") || "The page behind this slide"}](${/[\s()<>]/.test(url) ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : url})`;
}
