import type { Box } from "@/lib/browser/slides/slide-tree";
import { emu } from "@/lib/export/pptx/ooxml/xml";

/** What every tree of shapes begins with. */
export const treeStart =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
  '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** Where a shape stands. */
export function placeXml({ x, y, width, height }: Box, tag = "a:xfrm"): string {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(Math.max(1, width))}" cy="${emu(Math.max(1, height))}"/></${tag}>`;
}
