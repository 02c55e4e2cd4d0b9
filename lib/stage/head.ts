import type { Deck } from "@/lib/deck";
import { attributes, escapeHtml } from "@/lib/stage/html";

export interface HeadOptions {
  readonly title: string;
  readonly description: string;
  readonly author: string | undefined;
  readonly canonicalUrl: string | undefined;
  readonly pictureUrl: string | undefined;
  readonly oembedUrl: string | undefined;
  /** A policy that travels with the document. */
  readonly policy: string | undefined;
}

/** A page with a bar at its left, as an address of its own: no page of slides asks for an icon. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect y='4' width='32' height='24' rx='3' fill='%23fff'/%3E" +
  "%3Cpath d='M3 4h6v24H3a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z' fill='%23d8371c'/%3E%3Cpath d='M14 13h13v3H14zM14 19h8v2h-8z' fill='%2315181e'/%3E%3C/svg%3E";

/** What browsers, search engines and link previews read first. */
export function documentHead({ title, description, author, canonicalUrl, pictureUrl, oembedUrl, policy }: HeadOptions): string {
  const metas = [
    meta({ charset: "utf-8" }),
    policy === undefined ? "" : meta({ "http-equiv": "Content-Security-Policy", content: policy }),
    meta({ name: "viewport", content: "width=device-width, initial-scale=1, viewport-fit=cover" }),
    `<title>${escapeHtml(title)}</title>`,
    meta({ name: "description", content: description }),
    author === undefined ? "" : meta({ name: "author", content: author }),
    meta({ name: "theme-color", content: "#0d0f12" }),
    meta({ property: "og:type", content: "article" }),
    meta({ property: "og:title", content: title }),
    meta({ property: "og:description", content: description }),
    canonicalUrl === undefined ? "" : meta({ property: "og:url", content: canonicalUrl }),
    canonicalUrl === undefined ? "" : `<link${attributes({ rel: "canonical", href: canonicalUrl })}>`,
    pictureUrl === undefined ? "" : meta({ property: "og:image", content: pictureUrl }),
    meta({ name: "twitter:card", content: pictureUrl === undefined ? "summary" : "summary_large_image" }),
    oembedUrl === undefined ? "" : `<link${attributes({ rel: "alternate", type: "application/json+oembed", href: oembedUrl, title })}>`,
    `<link rel="icon" href="${icon}">`,
  ];
  return metas
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}

/** The deck's own description, else how long it is and by whom. */
export function describeDeck(deck: Deck, slideCount: number): string {
  const own = deck.frontMatter.values.description;
  if (typeof own === "string" && own.trim() !== "") return own.trim();
  const count = slideCount === 1 ? "1 slide" : `${slideCount} slides`;
  return deck.settings.author === undefined ? count : `${count} by ${deck.settings.author}`;
}

function meta(values: Readonly<Record<string, string>>): string {
  return `<meta${attributes(values)}>`;
}
