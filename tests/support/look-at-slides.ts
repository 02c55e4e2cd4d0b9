import type { Page } from "playwright-core";

/** A piece of text as it shows on a sheet of slides. */
export interface ShownText {
  /** The number of its slide and what it says. */
  readonly where: string;
  /** In pixels of the slide's own canvas. */
  readonly sizePx: number;
  readonly families: string;
  /** Against what is painted behind it, by WCAG 2. */
  readonly contrast: number;
  /** It reaches beyond its slide, or into the slide's footer. */
  readonly isOutside: boolean;
  /** In code, a table or a diagram, which scroll sideways by themselves where a phone is too narrow for them. */
  readonly scrolls: boolean;
}

/** What a sheet of slides shows, as it is painted. */
export interface SheetFindings {
  readonly texts: readonly ShownText[];
  /** Slides that run over even at their tightest. */
  readonly over: readonly string[];
  /** Lines of code that had to be wrapped. */
  readonly wrapped: readonly string[];
  /** Faces that were needed and did not come. */
  readonly missingFonts: readonly string[];
}

/** Reads every text of a page of slides, then looks at what is painted where it stands, with all texts taken away. */
export async function lookAtSlides(page: Page): Promise<SheetFindings> {
  const { texts, ...rest } = await page.evaluate(readTexts);
  await page.evaluate(setTextsAway, true);
  const png = (await page.screenshot({ fullPage: true, animations: "disabled" })).toString("base64");
  await page.evaluate(setTextsAway, false);
  const contrasts = await page.evaluate(contrastsOf, { png, texts: texts.map(({ rect, color }) => ({ rect, color })) });
  return { ...rest, texts: texts.map(({ rect: _rect, color: _color, ...text }, index) => ({ ...text, contrast: contrasts[index] ?? 0 })) };
}

/** Every text of a page of slides, without a look at what is painted. */
export async function textsOf(page: Page): Promise<readonly Omit<ShownText, "contrast">[]> {
  return (await page.evaluate(readTexts)).texts;
}

/** Runs in the page, by itself: nothing of this file is there. */
function readTexts() {
  const texts: {
    where: string;
    sizePx: number;
    families: string;
    isOutside: boolean;
    scrolls: boolean;
    color: string;
    rect: { x: number; y: number; width: number; height: number };
  }[] = [];
  const over: string[] = [];
  const wrapped: string[] = [];
  // Signs of formulas, words for those who listen, and what stands on its own picture.
  const apart = ".katex, .katex-mathml, .chart-data, .video-card";
  for (const slide of document.querySelectorAll<HTMLElement>(".stage .slide")) {
    const number = slide.dataset["slide"] ?? "?";
    const frame = slide.getBoundingClientRect();
    const scale = frame.width / slide.offsetWidth;
    const footer = slide.querySelector(":scope > .slide-footer")?.getBoundingClientRect();
    if (slide.hasAttribute("data-over")) over.push(`slide ${number}`);
    const lines = [...slide.querySelectorAll(".line")].filter(({ textContent }) => textContent.trim() !== "");
    const lineHeight = Math.min(...lines.map((line) => line.getBoundingClientRect().height));
    for (const line of lines) if (line.getBoundingClientRect().height > lineHeight * 1.5) wrapped.push(`slide ${number}: ${line.textContent}`);
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? "";
      if (parent === null || words === "" || parent.closest(apart) !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const style = getComputedStyle(parent);
      const svg = parent.closest("svg");
      const drawn = svg === null ? 1 : (svg.getScreenCTM()?.a ?? scale) / scale;
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue;
        const { x, y, width, height } = rect;
        const isInFooter =
          footer !== undefined && parent.closest(".slide-footer") === null && rect.bottom > footer.top + 4 * scale && rect.left < footer.right;
        texts.push({
          where: `slide ${number}: ${words.slice(0, 40)}`,
          sizePx: Math.round(Number.parseFloat(style.fontSize) * drawn * 10) / 10,
          families: style.fontFamily,
          isOutside:
            rect.left < frame.left - 1 || rect.right > frame.right + 1 || rect.top < frame.top - 1 || rect.bottom > frame.bottom + 1 || isInFooter,
          scrolls: parent.closest("pre, table, .diagram-picture") !== null,
          color: svg === null ? style.color : style.fill,
          rect: { x: x + scrollX, y: y + scrollY, width, height },
        });
      }
    }
    const number_ = getComputedStyle(slide, "::after");
    if (slide.dataset["paginate"] !== undefined) {
      texts.push({
        where: `slide ${number}: its number`,
        sizePx: Number.parseFloat(number_.fontSize),
        families: number_.fontFamily,
        isOutside: false,
        scrolls: false,
        color: number_.color,
        rect: {
          x: frame.right + scrollX - (Number.parseFloat(number_.right) + Number.parseFloat(number_.width) * 0.7) * scale,
          y: frame.bottom + scrollY - (Number.parseFloat(number_.bottom) + Number.parseFloat(number_.height) * 0.7) * scale,
          width: Number.parseFloat(number_.width) * 0.4 * scale,
          height: Number.parseFloat(number_.height) * 0.4 * scale,
        },
      });
    }
  }
  const missingFonts = [...document.fonts].filter(({ status }) => status === "error" || status === "loading").map(({ family }) => family);
  return { texts, over, wrapped, missingFonts };
}

/** Runs in the page, by itself. */
function setTextsAway(isAway: boolean): void {
  const name = "data-without-texts";
  if (!document.documentElement.toggleAttribute(name, isAway)) return;
  const slide = `[${name}]:not(#_) .slide`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    ${slide} *, ${slide} *::before, ${slide} *::after, ${slide} *::marker, ${slide}::after {
      color: transparent !important;
      text-shadow: none !important;
      text-decoration-color: transparent !important;
    }
    ${slide} svg :is(text, tspan) { fill: transparent !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

interface Painted {
  readonly png: string;
  readonly texts: readonly {
    readonly color: string;
    readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  }[];
}

/** Runs in the page, by itself. The worst of a text's left, middle and right third, each by its mean colour. */
async function contrastsOf({ png, texts }: Painted): Promise<number[]> {
  type Rgb = readonly [number, number, number];
  const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const painted = canvas.getContext("2d", { willReadFrequently: true });
  const swatch = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (painted === null || swatch === null) throw new Error("There is no canvas to look at.");
  painted.drawImage(bitmap, 0, 0);
  const colors = new Map<string, Rgb>();
  const rgbOf = (color: string): Rgb => {
    const known = colors.get(color);
    if (known !== undefined) return known;
    swatch.clearRect(0, 0, 1, 1);
    swatch.fillStyle = color;
    swatch.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = swatch.getImageData(0, 0, 1, 1).data;
    colors.set(color, [red, green, blue]);
    return [red, green, blue];
  };
  const meanOf = (x: number, y: number, width: number, height: number): Rgb => {
    const { data } = painted.getImageData(Math.floor(x), Math.floor(y), Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
    const sum = [0, 0, 0];
    for (let at = 0; at < data.length; at += 4) for (const part of [0, 1, 2]) sum[part] = (sum[part] ?? 0) + (data[at + part] ?? 0);
    const [red = 0, green = 0, blue = 0] = sum.map((value) => (value * 4) / data.length);
    return [red, green, blue];
  };
  const luminance = (rgb: Rgb): number => {
    const [red = 0, green = 0, blue = 0] = rgb.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return texts.map(({ color, rect: { x, y, width, height } }) => {
    const text = luminance(rgbOf(color));
    const thirds = [0, 1, 2].map((third) => {
      const ground = luminance(meanOf(x + (width * third) / 3, y + height * 0.2, width / 3, height * 0.6));
      return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    });
    return Math.min(...thirds);
  });
}
