import type { AspectRatio, ColorScheme } from "@/lib/deck";
import { hasFormulas } from "@/lib/stage/math-fonts";
import { keepNaturalWidths } from "@/lib/stage/natural-widths";
import { schemeOf, slideCss, themeNamed } from "@/lib/themes";
import { showStep } from "@/lib/player";

/** What of a deck's settings decides how its slides look. */
export interface SlideViewSettings {
  readonly theme: string;
  readonly colorScheme: ColorScheme;
  readonly aspectRatio: AspectRatio;
}

/** A slide's box: patched, never made anew. */
export interface SlideShadow {
  style(settings: SlideViewSettings, own: { readonly css: string; readonly fit: number | undefined }): void;
  show(html: string, step: number | undefined): void;
}

/** The box, and over a slide that nobody will be shown a stroke, wherever its author sees it. */
const hostCss = `
:host { display: block; width: 100%; overflow: clip }
.frame:has(> .slide[data-hidden])::after {
  content: "Hidden"; position: absolute; z-index: 3; inset: 0; padding: 1.4cqw 2cqw; pointer-events: none;
  background:
    linear-gradient(to top right, transparent calc(50% - 0.35cqw), #c42f16 calc(50% - 0.3cqw), #c42f16 calc(50% + 0.3cqw), transparent calc(50% + 0.35cqw)),
    rgb(128 132 140 / 38%);
  color: #fff; font: 700 max(2.6cqw, 11px) / 1 system-ui, sans-serif; text-align: end; text-shadow: 0 0 4px rgb(0 0 0 / 80%);
}`;

/** Stylesheets are shared by all slides on the page; of decks' own CSS the latest few are kept. */
const sheets = new Map<string, CSSStyleSheet>();
const maxSheets = 40;

/** Makes the element a slide's box. */
export function attachSlide(host: HTMLElement): SlideShadow {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const frame = document.createElement("div");
  frame.className = "frame";
  const deck = document.createElement("div");
  deck.className = "deck";
  deck.append(frame);
  root.replaceChildren(deck);
  let shown = "";
  let themeSheets: readonly CSSStyleSheet[] = [];
  let ownSheets: readonly CSSStyleSheet[] = [];
  let slideSheets: readonly CSSStyleSheet[] = [];
  const adopt = () => {
    const math = hasFormulas(shown) && mathSheet !== undefined ? [mathSheet] : [];
    root.adoptedStyleSheets = [...themeSheets, ...math, ...ownSheets, ...slideSheets];
  };
  return {
    style: ({ theme, colorScheme, aspectRatio }, { css, fit }) => {
      const name = themeNamed(theme);
      themeSheets = [sheetOf(hostCss + slideCss(name))];
      ownSheets = css === "" ? [] : [sheetOf(css)];
      adopt();
      Object.assign(deck.dataset, { theme: name, scheme: schemeOf(name, colorScheme), aspect: aspectRatio });
      if (fit === undefined || fit >= 100) deck.style.removeProperty("--fit");
      else deck.style.setProperty("--fit", String(fit / 100));
    },
    show: (html, step) => {
      if (html !== shown) {
        frame.innerHTML = keepNaturalWidths(html);
        shown = html;
        stripPage(frame);
        const before = slideSheets;
        slideSheets = takeSheets(frame);
        if (before.length + slideSheets.length > 0) adopt();
        if (hasFormulas(html)) {
          if (mathSheet === undefined) loadMathSheet().then(adopt, leaveUnstyled);
          else adopt();
        }
      }
      const section = frame.querySelector("section");
      if (section !== null) showStep(section, step);
    },
  };
}

let mathSheet: CSSStyleSheet | undefined;

/** Loads what formulas look like; for whoever measures slides that hold some. */
export async function loadMathSheet(): Promise<void> {
  const { createMathSheet } = await import("@/components/slides/math-look");
  mathSheet ??= createMathSheet();
}

/** Without a network the look can't come: formulas can still be read, and the next one asks again. */
function leaveUnstyled(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}

/** The box has the name and is no landmark; what a click would open opens from the presented slide. */
function stripPage(frame: HTMLElement): void {
  const section = frame.querySelector(":scope > section");
  section?.removeAttribute("aria-label");
  section?.setAttribute("role", "presentation");
  for (const link of frame.querySelectorAll("a")) link.tabIndex = -1;
}

/** A slide's own style goes last, as on the stage: adopted sheets come behind all elements. */
function takeSheets(frame: HTMLElement): readonly CSSStyleSheet[] {
  const styles = [...frame.querySelectorAll("style")].filter((style) => style instanceof HTMLStyleElement);
  for (const style of styles) style.remove();
  return styles.map(({ textContent }) => sheetOf(textContent));
}

function sheetOf(css: string): CSSStyleSheet {
  const known = sheets.get(css);
  if (known !== undefined) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  if (sheets.size >= maxSheets) sheets.delete(sheets.keys().next().value ?? "");
  sheets.set(css, sheet);
  return sheet;
}
