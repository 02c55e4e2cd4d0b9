import type { ThemeColors } from "@/lib/browser/slides/slide-tree";
import { xmlPart, xmlText } from "@/lib/export/pptx/ooxml/xml";

/** The look that a presentation program offers for what is added: the deck's theme by its colours and fonts. */
export interface ThemeLook {
  readonly name: string;
  readonly colors: ThemeColors;
  readonly headFont: string;
  readonly textFont: string;
}

/** Names of the theme's colours in a document: a colour that is one of them changes with the theme. */
export function schemeNames({ paper, ink, muted, tint, accent, block, link }: ThemeColors): ReadonlyMap<string, string> {
  return new Map([
    [link, "hlink"],
    [block, "accent2"],
    [accent, "accent1"],
    [tint, "bg2"],
    [muted, "tx2"],
    [ink, "tx1"],
    [paper, "bg1"],
  ]);
}

export function themeXml({ name, colors, headFont, textFont }: ThemeLook): string {
  const { paper, ink, muted, tint, accent, block, link } = colors;
  const scheme = {
    dk1: ink,
    lt1: paper,
    dk2: muted,
    lt2: tint,
    accent1: accent,
    accent2: block,
    accent3: link,
    accent4: muted,
    accent5: ink,
    accent6: tint,
    hlink: link,
    folHlink: link,
  };
  const entries = Object.entries(scheme).map(([slot, color]) => `<a:${slot}><a:srgbClr val="${color.slice(0, 6).toUpperCase()}"/></a:${slot}>`);
  return xmlPart(
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${xmlText(name)}"><a:themeElements>` +
      `<a:clrScheme name="${xmlText(name)}">${entries.join("")}</a:clrScheme>` +
      `<a:fontScheme name="${xmlText(name)}"><a:majorFont>${fonts(headFont)}</a:majorFont><a:minorFont>${fonts(textFont)}</a:minorFont></a:fontScheme>` +
      `${formats}</a:themeElements></a:theme>`,
  );
}

function fonts(font: string): string {
  return `<a:latin typeface="${xmlText(font)}"/><a:ea typeface=""/><a:cs typeface=""/>`;
}

/** Three steps of fills, lines and effects, as the schema wants them: plain ones. */
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const formats =
  `<a:fmtScheme name="Plain"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${`<a:ln w="9525">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${"<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`;
