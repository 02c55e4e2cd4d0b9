import type { Box, Sides, TreeElement } from "@/lib/browser/slides/slide-tree";
import { pictureSize, type Size } from "@/lib/export/pptx/picture-size";
import type { PictureShape, PictureType } from "@/lib/export/pptx/shapes";

const dataUrl = /^data:image\/(png|jpeg|gif);base64,(.+)$/s;

/** A picture with its own bytes, cut or fitted as it was shown. Undefined for one whose bytes are not there. */
export function imageShape(image: TreeElement, href: string | undefined): PictureShape | undefined {
  const [, type, base64] = dataUrl.exec(image.attributes["src"] ?? "") ?? [];
  if (base64 === undefined || !isPictureType(type)) return undefined;
  const bytes = Buffer.from(base64, "base64");
  const { box, crop } = placed(image.box, { natural: pictureSize(bytes, type) ?? { width: 0, height: 0 }, fit: image.style.fit });
  return { kind: "picture", box, bytes, type, alt: altOf(image), crop, href };
}

function isPictureType(type: string | undefined): type is PictureType {
  return type === "png" || type === "jpeg" || type === "gif";
}

/** What stands in for a picture for those who don't see it: its own words, else those of what is in it. */
export function altOf(element: TreeElement): string {
  const { attributes, children } = element;
  const own = attributes["alt"] ?? attributes["aria-label"] ?? attributes["title"];
  if (own !== undefined && own !== "") return own;
  return children
    .map((child) => (child.kind === "element" ? altOf(child) : child.text.trim()))
    .filter((words) => words !== "")
    .join(" ");
}

function placed(
  box: Box,
  { natural, fit }: { readonly natural: Size; readonly fit: string },
): { readonly box: Box; readonly crop: Sides<number> | undefined } {
  if (natural.width === 0 || natural.height === 0 || fit === "fill") return { box, crop: undefined };
  const across = box.width / natural.width;
  const down = box.height / natural.height;
  if (fit === "cover") {
    const scale = Math.max(across, down);
    const sides = (1 - box.width / (natural.width * scale)) / 2;
    const ends = (1 - box.height / (natural.height * scale)) / 2;
    return { box, crop: sides < 0.001 && ends < 0.001 ? undefined : [ends, sides, ends, sides] };
  }
  const scale = fit === "contain" ? Math.min(across, down) : Math.min(1, across, down);
  const width = natural.width * scale;
  const height = natural.height * scale;
  return { box: { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }, crop: undefined };
}
