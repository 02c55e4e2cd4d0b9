import { placeXml, treeStart } from "@/lib/export/pptx/ooxml/place";
import { namespaces, xmlPart, xmlText } from "@/lib/export/pptx/ooxml/xml";

/** The page that notes are printed on: upright, the slide above the words. */
export const notesPage = { width: 720, height: 960 };
const picture = { x: 90, y: 72, width: 540, height: 304 };
const words = { x: 72, y: 408, width: 576, height: 480 };

export function notesMasterXml(): string {
  return xmlPart(
    `<p:notesMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${treeStart}${pictureXml}${body("<a:p/>")}</p:spTree></p:cSld>` +
      '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:notesMaster>',
  );
}

export function notesXml(paragraphs: readonly string[]): string {
  const text = paragraphs.map((line) => `<a:p><a:r><a:rPr lang="en" sz="1400"/><a:t>${xmlText(line)}</a:t></a:r></a:p>`).join("");
  return xmlPart(
    `<p:notes ${namespaces}><p:cSld><p:spTree>${treeStart}${pictureXml}${body(text)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
  );
}

const pictureXml =
  '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>' +
  `<p:spPr>${placeXml(picture)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`;

function body(paragraphs: string): string {
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>' +
    `<p:spPr>${placeXml(words)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`
  );
}
