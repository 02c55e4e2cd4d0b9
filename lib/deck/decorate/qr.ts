import type { QrEncoder } from "@/lib/deck/deck";
import { elementsOf, readAttribute, textOf, type Element, type Parent } from "@/lib/deck/sanitize/tree";
import { safeUrl } from "@/lib/deck/sanitize/url";
import { escapeHtml } from "@/lib/deck/syntax/attributes";
import { readQrInfo } from "@/lib/deck/syntax/qr";
import { become, showProblem } from "./drawing";
import type { TrustedHtml } from "./trusted-html";

/** Light modules around a code that readers need to find it (ISO/IEC 18004). */
export const quietZone = 4;
const noCode: ReturnType<QrEncoder> = { path: "", across: 2 * quietZone };
/** Bytes that the largest code holds at the lowest level of correction. */
const maxBytes = 2_953;
const maxLabelUnits = 80;

/**
 * Draws every `qr` block from its text: dark on white in every scheme, its address or title below it. Without an encoder
 * its place is kept. Returns whether there are any.
 */
export function drawQrCodes(root: Parent, encode: QrEncoder | undefined, trusted: TrustedHtml): boolean {
  const blocks = elementsOf(root).filter((element) => element.tagName === "pre" && readAttribute(element, "data-l-code") === "qr");
  for (const block of blocks) draw(block, encode, trusted);
  return blocks.length > 0;
}

function draw(element: Element, encode: QrEncoder | undefined, trusted: TrustedHtml): void {
  const text = textOf(element).trim();
  const { size, title } = readQrInfo(readAttribute(element, "data-l-info") ?? "");
  if (text === "") return showProblem(element, "This QR code has nothing to say yet: write an address between the fences.");
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > maxBytes) return showProblem(element, `A QR code holds at most ${maxBytes} bytes; this text has ${bytes}.`);
  const figure = become(element, "figure", "qr");
  if (size !== undefined) figure.attrs.push({ name: "style", value: `--qr-size: ${size}px` });
  trusted.put(figure, drawing(encode?.(text) ?? noCode, text) + caption(text, title));
}

function drawing({ path, across }: ReturnType<QrEncoder>, text: string): string {
  const label = `QR code: ${text.slice(0, 200)}`;
  const paths = `<rect width="${across}" height="${across}" rx="2" fill="#fff"/><path d="${path}" fill="#000"/>`;
  return `<svg viewBox="0 0 ${across} ${across}" role="img" aria-label="${escapeHtml(label)}" shape-rendering="crispEdges">${paths}</svg>`;
}

/** A title, else what the code says where that is short; a link where it is an address. */
function caption(text: string, title: string): string {
  const words =
    title !== ""
      ? title
      : text.length > maxLabelUnits || text.includes("\n")
        ? ""
        : text.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/i, "").replace(/\/$/, "");
  if (words === "") return "";
  const url = /^(?:https?:|mailto:|tel:)\S+$/i.test(text) ? safeUrl(text, "link") : undefined;
  const inner =
    url === undefined ? escapeHtml(words) : `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${escapeHtml(words)}</a>`;
  return `<figcaption>${inner}</figcaption>`;
}
