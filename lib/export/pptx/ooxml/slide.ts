import type { Box, Sides } from "@/lib/browser/slides/slide-tree";
import { tableXml } from "@/lib/export/pptx/ooxml/table";
import { fillXml, linkXml, textBody, type Writing } from "@/lib/export/pptx/ooxml/text";
import { placeXml, treeStart } from "@/lib/export/pptx/ooxml/place";
import { emu, namespaces, xmlPart, xmlText } from "@/lib/export/pptx/ooxml/xml";
import type { PictureShape, RectShape, Shape, SlideShapes, TextRole, TextShape } from "@/lib/export/pptx/shapes";

export interface SlideWriting extends Writing {
  /** The id of the relation to a picture of the slide's. */
  readonly picture: (picture: { readonly bytes: Uint8Array; readonly type: PictureShape["type"] }) => string;
}

export function slideXml({ background, shapes, title }: SlideShapes, writing: SlideWriting): string {
  const ground = background.picture
    ? `<a:blipFill><a:blip r:embed="${writing.picture(background.picture)}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>`
    : fillXml(`${background.color.slice(0, 6)}ff`, writing.scheme);
  const hasTitle = shapes.some((shape) => shape.kind === "text" && shape.role === "title");
  const drawn = shapes.map((shape, index) => shapeXml(shape, index + 2, writing));
  const named = hasTitle || title === "" ? "" : hiddenTitle(title, shapes.length + 2);
  return xmlPart(
    `<p:sld ${namespaces}><p:cSld><p:bg><p:bgPr>${ground}<a:effectLst/></p:bgPr></p:bg><p:spTree>${treeStart}${drawn.join("")}${named}</p:spTree></p:cSld>` +
      `<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  );
}

function shapeXml(shape: Shape, id: number, writing: SlideWriting): string {
  switch (shape.kind) {
    case "text":
      return textXml(shape, id, writing);
    case "rect":
      return rectXml(shape, id, writing);
    case "picture":
      return pictureXml(shape, id, writing);
    case "table":
      return tableXml(shape, id, writing);
  }
}

const placeholders: Readonly<Record<TextRole, string>> = {
  title: '<p:ph type="title"/>',
  footer: '<p:ph type="ftr" sz="quarter" idx="11"/>',
  number: '<p:ph type="sldNum" sz="quarter" idx="12"/>',
  header: "",
  text: "",
  code: "",
};

const names: Readonly<Record<TextRole, string>> = {
  title: "Title",
  footer: "Footer",
  number: "Slide number",
  header: "Header",
  text: "Text",
  code: "Code",
};

function textXml(shape: TextShape, id: number, writing: SlideWriting): string {
  const { role, box, fill, line, radius } = shape;
  const placeholder = placeholders[role];
  const about = placeholder === "" ? '<p:cNvSpPr txBox="1"/>' : '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>';
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${names[role]} ${id}"/>${about}<p:nvPr>${placeholder}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${placeXml(box)}${formXml(box, radius)}${fillXml(fill, writing.scheme)}${lineXml(line, writing)}</p:spPr>${textBody(shape, writing)}</p:sp>`
  );
}

function rectXml({ box, fill, line, radius }: RectShape, id: number, writing: SlideWriting): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Box ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>` +
    `<p:spPr>${placeXml(box)}${formXml(box, radius)}${fillXml(fill, writing.scheme)}${lineXml(line, writing)}</p:spPr>` +
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>'
  );
}

function pictureXml(shape: PictureShape, id: number, writing: SlideWriting): string {
  const { box, alt, crop, href } = shape;
  return (
    `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture ${id}" descr="${xmlText(alt)}">${linkXml(href, writing.link)}</p:cNvPr>` +
    `<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
    `<p:blipFill><a:blip r:embed="${writing.picture(shape)}"/>${cropXml(crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}

function cropXml(crop: Sides<number> | undefined): string {
  if (!crop) return "";
  const [top, right, bottom, left] = crop.map((share) => Math.round(share * 100_000));
  return `<a:srcRect l="${left}" t="${top}" r="${right}" b="${bottom}"/>`;
}

function formXml({ width, height }: Box, radius: number): string {
  if (radius <= 0) return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  const share = Math.min(50_000, Math.round((radius / Math.max(1, Math.min(width, height))) * 100_000));
  return `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${share}"/></a:avLst></a:prstGeom>`;
}

function lineXml(line: TextShape["line"], { scheme }: SlideWriting): string {
  return line ? `<a:ln w="${emu(line.width)}">${fillXml(line.color, scheme)}</a:ln>` : "";
}

/** A slide without a heading still has a name in outline and navigation; it stands above the canvas. */
function hiddenTitle(title: string, id: number): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Title ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholders.title}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${placeXml({ x: 0, y: -80, width: 1280, height: 60 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    `<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en" sz="2000"/><a:t>${xmlText(title)}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}
