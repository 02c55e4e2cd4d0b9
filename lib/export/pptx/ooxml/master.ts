import { fontName } from "@/lib/export/pptx/ooxml/text";
import { placeXml, treeStart } from "@/lib/export/pptx/ooxml/place";
import { emu, hundredths, namespaces, xmlPart } from "@/lib/export/pptx/ooxml/xml";

interface Canvas {
  readonly width: number;
  readonly height: number;
}

/** What slides rest on that are added in the program: title, text, footer and number in the theme's fonts and colours. */
export function masterXml(canvas: Canvas): string {
  const shapes = [placeholder("title", 2, canvas), placeholder("body", 3, canvas), placeholder("ftr", 4, canvas), placeholder("sldNum", 5, canvas)];
  const ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
  return xmlPart(
    `<p:sldMaster ${namespaces}><p:cSld>${ground}<p:spTree>${treeStart}${shapes.join("")}</p:spTree></p:cSld>` +
      '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
      '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>' +
      `<p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>${level(1, { size: 44, font: "+mj-lt", isBold: true, bullet: false })}</p:titleStyle>` +
      `<p:bodyStyle>${[1, 2, 3, 4, 5].map((depth) => level(depth, { size: depth === 1 ? 30 : 27, font: "+mn-lt", isBold: false, bullet: true })).join("")}</p:bodyStyle>` +
      `<p:otherStyle>${level(1, { size: 24, font: "+mn-lt", isBold: false, bullet: false })}</p:otherStyle></p:txStyles></p:sldMaster>`,
  );
}

/** `text` has a place for a title and for text under it, `free` for a title alone: exported slides stand on it. */
export function layoutXml(kind: "text" | "free", canvas: Canvas): string {
  const body = kind === "text" ? placeholder("body", 3, canvas) : "";
  const name = kind === "text" ? "Title and text" : "Title";
  return xmlPart(
    `<p:sldLayout ${namespaces} type="${kind === "text" ? "obj" : "titleOnly"}" preserve="1"><p:cSld name="${name}"><p:spTree>${treeStart}` +
      `${placeholder("title", 2, canvas)}${body}${placeholder("ftr", 4, canvas)}${placeholder("sldNum", 5, canvas)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
  );
}

type Place = "title" | "body" | "ftr" | "sldNum";

const marks: Readonly<Record<Place, string>> = {
  title: 'type="title"',
  body: 'type="body" idx="1"',
  ftr: 'type="ftr" sz="quarter" idx="11"',
  sldNum: 'type="sldNum" sz="quarter" idx="12"',
};

const names: Readonly<Record<Place, string>> = { title: "Title", body: "Text", ftr: "Footer", sldNum: "Slide number" };

function placeholder(place: Place, id: number, canvas: Canvas): string {
  const words = { title: "Title", body: "Text", ftr: "", sldNum: "" }[place];
  const field = '<a:fld id="{6F0C2A64-6E0E-4C0B-9C3E-0D6A5B1C7E11}" type="slidenum"><a:rPr lang="en" sz="1350"/><a:t>‹#›</a:t></a:fld>';
  const text = place === "sldNum" ? field : words === "" ? "" : `<a:r><a:rPr lang="en"/><a:t>${words}</a:t></a:r>`;
  const align = place === "sldNum" ? '<a:pPr algn="r"/>' : "";
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${names[place]}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${marks[place]}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${placeXml(boxOf(place, canvas))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    `<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p>${align}${text}</a:p></p:txBody></p:sp>`
  );
}

function boxOf(place: Place, { width, height }: Canvas) {
  const margin = 72;
  const inner = width - 2 * margin;
  switch (place) {
    case "title":
      return { x: margin, y: margin, width: inner, height: 60 };
    case "body":
      return { x: margin, y: 160, width: inner, height: height - 160 - 76 };
    case "ftr":
      return { x: margin, y: height - 52, width: inner - 80, height: 24 };
    case "sldNum":
      return { x: width - margin - 80, y: height - 52, width: 80, height: 24 };
  }
}

interface Level {
  readonly size: number;
  readonly font: string;
  readonly isBold: boolean;
  readonly bullet: boolean;
}

function level(depth: number, { size, font, isBold, bullet }: Level): string {
  const margin = bullet ? emu(30 * depth) : 0;
  const sign = bullet ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : "<a:buNone/>";
  return (
    `<a:lvl${depth}pPr marL="${margin}" indent="${bullet ? emu(-28) : 0}" algn="l">${sign}` +
    `<a:defRPr sz="${hundredths(size)}" b="${isBold ? 1 : 0}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="${fontName(font)}"/></a:defRPr></a:lvl${depth}pPr>`
  );
}
