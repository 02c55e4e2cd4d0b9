import type { ReadSlides, ReadSlidesOptions } from "@/lib/browser/slides/read-slides";
import type { TreeElement } from "@/lib/browser/slides/slide-tree";
import type { Slide } from "@/lib/deck";
import type { ExportedFile } from "@/lib/export/html";
import { layOutSlides } from "@/lib/export/pptx/flow/lay-out";
import { goOn } from "@/lib/export/pptx/go-on";
import { notesText } from "@/lib/export/pptx/notes-text";
import { writePresentation } from "@/lib/export/pptx/ooxml/presentation";
import { fontName } from "@/lib/export/pptx/ooxml/text";
import type { SlideShapes } from "@/lib/export/pptx/shapes";
import { slideShapes } from "@/lib/export/pptx/slide-shapes";
import { renderDocument, type DocumentOptions } from "@/lib/stage/document";

export interface PptxOptions extends Omit<DocumentOptions, "mode" | "replaced"> {
  /** Lays a document out; undefined where there is no browser to do it. */
  readonly read: (options: ReadSlidesOptions) => Promise<ReadSlides | undefined>;
  readonly signal: AbortSignal;
  /** Told before each slide. */
  readonly onSlide: (done: number, of: number) => void;
}

export interface ExportedPptx extends ExportedFile {
  /** Without a browser: blocks stand one under the other, and what only it can draw is there as text. */
  readonly isSimple: boolean;
  /** Slides (of those shown, from 0) that were taller than their canvas, and go on on further slides. */
  readonly goingOn: readonly number[];
}

/**
 * The deck as a presentation to go on with elsewhere: a text box a block, tables as tables, code in its colours, and as
 * pictures what such programs have no words for. Shapes stand where a browser put them; a theme's ornament lies behind.
 * It is not the slides to the pixel. Rejects with `signal`'s reason where it is given up.
 */
export async function exportPptx({ read, signal, onSlide, ...document }: PptxOptions): Promise<ExportedPptx> {
  const { deck } = document;
  const { html, leftOut } = await renderDocument({ ...document, notes: false, mode: "file" });
  signal.throwIfAborted();
  const { aspectRatio, author = "", lang } = deck.settings;
  const canvas = { width: aspectRatio === "4:3" ? 960 : 1280, height: 720 };
  const laidOut = await read({ html, aspectRatio, signal, onSlide });
  const { slides, colors } = laidOut ?? layOutSlides(html, { canvas });
  signal.throwIfAborted();
  const shown = deck.slides.filter((slide) => !slide.settings.hidden);
  const written = slides.map((slide, index): SlideShapes => {
    const source = shown[index];
    const { background, ground, pictures } = slide;
    return {
      title: titleOf(source, index),
      anchor: source?.anchor ?? "",
      background: { color: background.color, picture: ground },
      shapes: slideShapes(slide, { canvas, pictures }),
      notes: document.notes === true && source ? notesText(source.notes) : [],
    };
  });
  const pages = written.map((slide) => goOn(slide, canvas));
  const bytes = writePresentation({
    title: document.title ?? deck.title,
    author,
    lang: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? lang : "en",
    canvas,
    theme: { name: document.theme ?? deck.settings.theme, colors, ...fontsOf(slides.map(({ root }) => root)) },
    slides: pages.flat(),
  });
  const goingOn = pages.flatMap(({ length }, index) => (length > 1 ? [index] : []));
  return { bytes, contentType: pptxType, leftOut, slideCount: pages.flat().length, isSimple: laidOut === undefined, goingOn };
}

const pptxType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

function titleOf(slide: Slide | undefined, index: number): string {
  return slide === undefined || slide.title === "" ? `Slide ${index + 1}` : slide.title;
}

/** What headings and text are set in, wherever one is found first. */
function fontsOf(roots: readonly TreeElement[]): { readonly headFont: string; readonly textFont: string } {
  const textFont = fontName(roots[0]?.style.font ?? "");
  const heading = roots.flatMap((root) => find(root, (element) => /^h[1-3]$/.test(element.tag)) ?? [])[0];
  return { textFont, headFont: heading ? fontName(heading.style.font) : textFont };
}

function find(element: TreeElement, is: (element: TreeElement) => boolean): TreeElement | undefined {
  if (is(element)) return element;
  for (const child of element.children) {
    const found = child.kind === "element" ? find(child, is) : undefined;
    if (found) return found;
  }
  return undefined;
}
