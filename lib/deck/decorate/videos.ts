import {
  append,
  appendText,
  createElement,
  elementsOf,
  isElement,
  printHtml,
  readAttribute,
  textOf,
  type Element,
  type Parent,
} from "@/lib/deck/sanitize/tree";
import { escapeHtml } from "@/lib/deck/syntax/attributes";
import { readVideo, type Video } from "@/lib/deck/video-address";
import { become } from "./drawing";
import { collectTrustedHtml, type TrustedHtml } from "./trusted-html";

/**
 * Films on other hosts become cards: a link with a title that asks nobody for anything. Where slides are played a
 * click puts the host's player in its place (`lib/player/videos.ts`). Frames written in HTML become the same card.
 */
export function placeVideos(root: Parent, trusted: TrustedHtml): void {
  for (const element of elementsOf(root)) {
    if (element.tagName === "iframe") replaceFrame(element, trusted);
    else if (readAttribute(element, "data-l-video") !== undefined) replaceLink(element, trusted);
  }
}

/** The card of a frame that stands in no tree, by its attributes. */
export function printFrame(attrs: Readonly<Element["attrs"]>): string {
  const trusted = collectTrustedHtml();
  const root = createElement("div");
  const frame = createElement("iframe");
  frame.attrs = [...attrs];
  append(root, frame);
  replaceFrame(frame, trusted);
  return trusted.fill(printHtml(root));
}

function replaceLink(element: Element, trusted: TrustedHtml): void {
  element.attrs = element.attrs.filter(({ name }) => name !== "data-l-video");
  const link = element.childNodes.find((child): child is Element => isElement(child) && child.tagName === "a");
  const video = link && readVideo(readAttribute(link, "href") ?? "");
  if (!video) return;
  const title = textOf(element).trim();
  card(become(element, "figure", "video-card"), video, { title, trusted });
}

/** A frame may stand within a line of text, where a figure may not. */
function replaceFrame(element: Element, trusted: TrustedHtml): void {
  const address = readAttribute(element, "src") ?? "";
  const video = readVideo(address);
  if (!video) return replaceByLink(element, address);
  const title = readAttribute(element, "title") ?? "";
  const width = /^(\d{2,4})(?:px)?$/.exec(readAttribute(element, "width") ?? "")?.[1];
  const style = readAttribute(element, "style") ?? (width === undefined ? undefined : `max-width:${width}px`);
  become(element, "span", "video-card");
  if (style !== undefined) element.attrs.push({ name: "style", value: style });
  card(element, video, { title, trusted });
}

/** What the host frames and we can't read stays within reach. */
function replaceByLink(element: Element, address: string): void {
  become(element, "a", "video-link");
  element.attrs.push({ name: "href", value: address }, { name: "target", value: "_blank" }, { name: "rel", value: "noopener noreferrer" });
  appendText(element, address);
}

const play =
  '<svg viewBox="0 0 64 64" aria-hidden="true"><circle cx="32" cy="32" r="31"/><path d="M26 20.5v23a1.5 1.5 0 0 0 2.3 1.3l18-11.5a1.5 1.5 0 0 0 0-2.6l-18-11.5a1.5 1.5 0 0 0-2.3 1.3z"/></svg>';

function card(element: Element, { host, frame, page }: Video, { title, trusted }: { readonly title: string; readonly trusted: TrustedHtml }): void {
  element.attrs.push({ name: "data-frame", value: frame });
  const words = title === "" ? `Film on ${host}` : title;
  const inner = `<span class="video-play">${play}</span><span class="video-words"><span class="video-title">${escapeHtml(words)}</span><span class="video-host">${host}</span></span>`;
  trusted.put(
    element,
    `<a href="${escapeHtml(page)}" target="_blank" rel="noopener noreferrer" aria-label="${escapeHtml(`Play: ${words}`)}">${inner}</a>`,
  );
}
