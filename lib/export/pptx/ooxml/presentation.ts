import { createHash } from "node:crypto";
import { layoutXml, masterXml } from "@/lib/export/pptx/ooxml/master";
import { notesMasterXml, notesPage, notesXml } from "@/lib/export/pptx/ooxml/notes";
import { createPackage, relation, type Package, type Relation } from "@/lib/export/pptx/ooxml/package";
import { slideXml } from "@/lib/export/pptx/ooxml/slide";
import { schemeNames, themeXml, type ThemeLook } from "@/lib/export/pptx/ooxml/theme";
import { emu, namespaces, xmlPart, xmlText } from "@/lib/export/pptx/ooxml/xml";
import type { PictureType, SlideShapes } from "@/lib/export/pptx/shapes";

export interface Presentation {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  readonly canvas: { readonly width: number; readonly height: number };
  readonly theme: ThemeLook;
  readonly slides: readonly SlideShapes[];
}

const type = (kind: string) => `application/vnd.openxmlformats-officedocument.presentationml.${kind}+xml`;
const themeType = "application/vnd.openxmlformats-officedocument.theme+xml";

/** A presentation as a file (PresentationML, ECMA-376). The same slides make the same bytes. */
export function writePresentation(presentation: Presentation): Uint8Array<ArrayBuffer> {
  const { canvas, theme, slides } = presentation;
  const into = createPackage();
  const hasNotes = slides.some(({ notes }) => notes.length > 0);
  addFrame(into, presentation, hasNotes);
  into.add({
    name: "ppt/slideMasters/slideMaster1.xml",
    content: masterXml(canvas),
    contentType: type("slideMaster"),
    relations: [
      relation("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
      relation("rId2", "slideLayout", "../slideLayouts/slideLayout2.xml"),
      relation("rId3", "theme", "../theme/theme1.xml"),
    ],
  });
  for (const [index, kind] of (["text", "free"] as const).entries()) {
    into.add({
      name: `ppt/slideLayouts/slideLayout${index + 1}.xml`,
      content: layoutXml(kind, canvas),
      contentType: type("slideLayout"),
      relations: [relation("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")],
    });
  }
  into.add({ name: "ppt/theme/theme1.xml", content: themeXml(theme), contentType: themeType });
  if (hasNotes) {
    into.add({
      name: "ppt/notesMasters/notesMaster1.xml",
      content: notesMasterXml(),
      contentType: type("notesMaster"),
      relations: [relation("rId1", "theme", "../theme/theme2.xml")],
    });
    into.add({ name: "ppt/theme/theme2.xml", content: themeXml(theme), contentType: themeType });
  }
  const media = createMedia(into);
  for (const [index] of slides.entries()) addSlide(into, { presentation, index, media });
  return into.zip();
}

function addFrame(into: Package, { title, author, canvas, slides }: Presentation, hasNotes: boolean): void {
  into.add({
    name: "_rels/.rels",
    content: xmlPart(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="ppt/presentation.xml"/>' +
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    ),
  });
  into.add({
    name: "docProps/core.xml",
    contentType: "application/vnd.openxmlformats-package.core-properties+xml",
    content: xmlPart(
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
        `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator></cp:coreProperties>`,
    ),
  });
  const ids = slides.map((_slide, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 10}"/>`).join("");
  const notes = hasNotes ? '<p:notesMasterIdLst><p:notesMasterId r:id="rId3"/></p:notesMasterIdLst>' : "";
  into.add({
    name: "ppt/presentation.xml",
    contentType: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    content: xmlPart(
      `<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>${notes}` +
        `${ids === "" ? "" : `<p:sldIdLst>${ids}</p:sldIdLst>`}<p:sldSz cx="${emu(canvas.width)}" cy="${emu(canvas.height)}"/>` +
        `<p:notesSz cx="${emu(notesPage.width)}" cy="${emu(notesPage.height)}"/></p:presentation>`,
    ),
    relations: [
      relation("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
      relation("rId2", "theme", "theme/theme1.xml"),
      ...(hasNotes ? [relation("rId3", "notesMaster", "notesMasters/notesMaster1.xml")] : []),
      ...slides.map((_slide, index) => relation(`rId${index + 10}`, "slide", `slides/slide${index + 1}.xml`)),
    ],
  });
}

/** Names of pictures in the file; the same picture is in it once. */
type Media = (picture: { readonly bytes: Uint8Array; readonly type: PictureType }) => string;

function createMedia(into: Package): Media {
  const known = new Map<string, string>();
  return ({ bytes, type: kind }) => {
    const hash = createHash("sha256").update(bytes).digest("hex");
    const found = known.get(hash);
    if (found !== undefined) return found;
    const name = `picture${known.size + 1}.${kind}`;
    known.set(hash, name);
    into.add({ name: `ppt/media/${name}`, content: bytes });
    return name;
  };
}

interface SlidePlace {
  readonly presentation: Presentation;
  readonly index: number;
  readonly media: Media;
}

function addSlide(into: Package, { presentation: { slides, theme, lang }, index, media }: SlidePlace): void {
  const slide = slides[index];
  if (!slide) return;
  const relations: Relation[] = [relation("rId1", "slideLayout", "../slideLayouts/slideLayout2.xml")];
  const relate = (kind: string, target: string, isExternal = false): string => {
    const known = relations.find((one) => one.target === target && one.isExternal === isExternal);
    if (known) return known.id;
    const id = `rId${relations.length + 1}`;
    relations.push(relation(id, kind, target, isExternal));
    return id;
  };
  const anchors = new Map(slides.flatMap(({ anchor }, place) => (anchor === "" ? [] : [[anchor, place] as const])));
  const content = slideXml(slide, {
    scheme: schemeNames(theme.colors),
    lang,
    picture: (picture) => relate("image", `../media/${media(picture)}`),
    link: (href) => {
      const place = href.startsWith("#") ? anchors.get(href.slice(1)) : undefined;
      if (place !== undefined) return { id: relate("slide", `slide${place + 1}.xml`), action: "ppaction://hlinksldjump" };
      return /^(?:https?|mailto|tel):/i.test(href) ? { id: relate("hyperlink", href, true), action: undefined } : undefined;
    },
  });
  if (slide.notes.length > 0) {
    relate("notesSlide", `../notesSlides/notesSlide${index + 1}.xml`);
    into.add({
      name: `ppt/notesSlides/notesSlide${index + 1}.xml`,
      content: notesXml(slide.notes),
      contentType: type("notesSlide"),
      relations: [relation("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"), relation("rId2", "slide", `../slides/slide${index + 1}.xml`)],
    });
  }
  into.add({ name: `ppt/slides/slide${index + 1}.xml`, content, contentType: type("slide"), relations });
}
