import { emu, hundredths, xmlText } from "@/lib/export/pptx/ooxml/xml";
import type { Bullet, Paragraph, Run, RunLook, TextShape } from "@/lib/export/pptx/shapes";

/** What writing a slide's shapes needs of the document around them. */
export interface Writing {
  /** Names of the theme's colours, by colour. */
  readonly scheme: ReadonlyMap<string, string>;
  readonly lang: string;
  /** The id of the relation to where a link leads, with what is done there; undefined where it leads nowhere. */
  readonly link: (href: string) => { readonly id: string; readonly action: string | undefined } | undefined;
}

export function colorXml(color: string, scheme: Writing["scheme"]): string {
  const name = scheme.get(color);
  if (name !== undefined) return `<a:schemeClr val="${name}"/>`;
  const alpha = Number.parseInt(color.slice(6), 16);
  const rgb = color.slice(0, 6).toUpperCase();
  if (alpha === 255) return `<a:srgbClr val="${rgb}"/>`;
  return `<a:srgbClr val="${rgb}"><a:alpha val="${Math.round((alpha / 255) * 100_000)}"/></a:srgbClr>`;
}

export function fillXml(color: string | undefined, scheme: Writing["scheme"]): string {
  return color === undefined ? "<a:noFill/>" : `<a:solidFill>${colorXml(color, scheme)}</a:solidFill>`;
}

/** A shape's text. Titles shrink as they are edited, so that they keep off what stands under them. */
export function textBody({ paragraphs, inset, role }: Pick<TextShape, "paragraphs" | "inset" | "role">, writing: Writing): string {
  const [top, right, bottom, left] = inset.map(emu);
  const anchor = role === "footer" || role === "header" || role === "number" ? "ctr" : "t";
  const body = `<a:bodyPr wrap="square" lIns="${left}" tIns="${top}" rIns="${right}" bIns="${bottom}" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`;
  const field = role === "number" ? (run: Run) => numberField(run, writing) : undefined;
  return `<p:txBody>${body}<a:lstStyle/>${paragraphsXml(paragraphs, writing, field)}</p:txBody>`;
}

/** At least one, as the schema wants it. */
export function paragraphsXml(paragraphs: readonly Paragraph[], writing: Writing, write = (run: Run) => runXml(run, writing)): string {
  if (paragraphs.length === 0) return "<a:p/>";
  return paragraphs.map((paragraph) => `<a:p>${paragraphLook(paragraph, writing)}${paragraph.runs.map(write).join("")}</a:p>`).join("");
}

const alignments = { left: "l", center: "ctr", right: "r", justify: "just" } as const;

/** Levels and indents beyond these are no valid document. */
const maxLevel = 8;
const maxMarginPx = 5_000;

function paragraphLook({ align, isRightToLeft, level, margin, indent, lineSpacing, spaceBefore, bullet }: Paragraph, { scheme }: Writing): string {
  const place = `marL="${emu(Math.min(margin, maxMarginPx))}" indent="${emu(Math.max(indent, -maxMarginPx))}" lvl="${Math.min(level, maxLevel)}"`;
  const spacing =
    `<a:lnSpc><a:spcPct val="${Math.round(lineSpacing * 100_000)}"/></a:lnSpc>` +
    `<a:spcBef><a:spcPts val="${Math.min(hundredths(spaceBefore), 158_400)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>`;
  return `<a:pPr ${place} algn="${alignments[align]}"${isRightToLeft ? ' rtl="1"' : ""}>${spacing}${bulletXml(bullet, scheme)}</a:pPr>`;
}

function bulletXml(bullet: Bullet | undefined, scheme: Writing["scheme"]): string {
  if (!bullet) return "<a:buNone/>";
  const color = `<a:buClr>${colorXml(bullet.color, scheme)}</a:buClr>`;
  // As large as the words: programs make of none said anything from a half on.
  const size = '<a:buSzPct val="100000"/>';
  if (bullet.kind === "sign") return `${color}${size}<a:buFont typeface="Arial"/><a:buChar char="${xmlText(bullet.sign)}"/>`;
  const start = Math.min(32_767, Math.max(1, Math.trunc(bullet.start)));
  return `${color}${size}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="${bullet.scheme}"${start === 1 ? "" : ` startAt="${start}"`}/>`;
}

function runXml(run: Run, writing: Writing): string {
  return run.text
    .split("\n")
    .map((line) => (line === "" ? "" : `<a:r>${lookXml("rPr", run, writing)}<a:t>${xmlText(line)}</a:t></a:r>`))
    .join(`<a:br>${lookXml("rPr", { ...run, href: undefined }, writing)}</a:br>`);
}

/** The program counts pages by itself; words that a deck puts around its number stay as they are. */
function numberField(run: Run, writing: Writing): string {
  if (!/^\d+$/.test(run.text)) return runXml(run, writing);
  return `<a:fld id="{6F0C2A64-6E0E-4C0B-9C3E-0D6A5B1C7E11}" type="slidenum">${lookXml("rPr", run, writing)}<a:t>${xmlText(run.text)}</a:t></a:fld>`;
}

const shifts = { none: "", sub: ' baseline="-25000"', super: ' baseline="30000"' } as const;

function lookXml(tag: "rPr", { look, href }: Run, { scheme, lang, link }: Writing): string {
  // Raised words are written in the size of those around them: the program makes them smaller.
  const size = Math.min(400_000, Math.max(100, hundredths(look.size)));
  const attributes =
    `lang="${xmlText(lang)}" sz="${size}"${look.isBold ? ' b="1"' : ' b="0"'}${look.isItalic ? ' i="1"' : ""}` +
    `${look.isUnderlined ? ' u="sng"' : ""}${look.isStruck ? ' strike="sngStrike"' : ""}${look.isUpperCase ? ' cap="all"' : ""}` +
    `${look.spacing === 0 ? "" : ` spc="${spacing(look)}"`}${shifts[look.shift]} dirty="0"`;
  const marked = look.marked === undefined ? "" : `<a:highlight>${colorXml(look.marked, scheme)}</a:highlight>`;
  const font = xmlText(fontName(look.font));
  const pitch = pitchOf(font);
  return `<a:${tag} ${attributes}>${fillXml(look.color, scheme)}${marked}<a:latin typeface="${font}"${pitch}/><a:cs typeface="${font}"${pitch}/>${linkXml(href, link)}</a:${tag}>`;
}

function spacing({ spacing: px }: RunLook): number {
  return Math.min(400_000, Math.max(-400_000, hundredths(px)));
}

export function linkXml(href: string | undefined, link: Writing["link"]): string {
  const found = href === undefined ? undefined : link(href);
  if (!found) return "";
  return `<a:hlinkClick r:id="${found.id}"${found.action === undefined ? "" : ` action="${found.action}"`}/>`;
}

/** Where the font is not installed, one of its kind takes its place: as wide letters for code, serifs for serifs. */
function pitchOf(font: string): string {
  if (/\b(?:mono|code|courier|consolas|menlo)\b/i.test(font)) return ' pitchFamily="49" charset="0"';
  return /\b(?:serif|fraunces|georgia|times)\b/i.test(font) ? ' pitchFamily="18" charset="0"' : ' pitchFamily="34" charset="0"';
}

/** Fonts by the name under which they are installed. */
export function fontName(font: string): string {
  const generic: Readonly<Record<string, string>> = {
    "system-ui": "Arial",
    "sans-serif": "Arial",
    "ui-sans-serif": "Arial",
    serif: "Georgia",
    "ui-monospace": "Courier New",
    monospace: "Courier New",
    "": "Arial",
  };
  return generic[font] ?? font.replace(/ Variable$/, "");
}
