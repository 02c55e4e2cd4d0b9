import type { Box, Sides, SlideTree, ThemeColors, TreeElement, TreeNode, TreeText } from "@/lib/browser/slides/slide-tree";

// Each function here runs in the page, by itself: nothing of this file is there. What they need twice stands as a
// method in them, since compilers put calls of their own around functions that have a name.

/** All slides as print has them: fitted, nothing in motion, all that steps show there, and code with its first step's lines lit. */
export async function makeReady(): Promise<number> {
  await Promise.all([...document.fonts].map((font) => font.load()));
  const images = [...document.images];
  for (const image of images) image.loading = "eager";
  // A picture that can't be read shows its words in its place, as everywhere.
  await Promise.allSettled(images.map((image) => image.decode()));
  dispatchEvent(new Event("beforeprint"));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    body > :not(main) { display: none !important; }
    * { transition: none !important; animation: none !important; view-transition-name: none !important; }
    .stage > .frame { position: fixed !important; inset: 0 auto auto 0 !important; width: 100vw !important; margin: 0 !important; border-radius: 0 !important; box-shadow: none !important; }
    .stage > .frame > .slide { transform: none !important; }
    .stage > .frame:not([data-read]) { display: none !important; }
    .stage > .frame[data-read] { display: block !important; }
    [data-taking="ground"] .slide-content *, [data-taking="ground"] :is(.slide-header, .slide-footer) {
      color: transparent !important; background: none !important; border-color: transparent !important; box-shadow: none !important;
      text-shadow: none !important; text-decoration-color: transparent !important; }
    [data-taking="ground"] .slide-content :is(img, svg, video, audio, iframe, canvas, input, .katex, .video-card) { visibility: hidden !important; }
    [data-taking="ground"] .slide::after, [data-taking="ground"] .slide-content :is(li, pre, td, th, a, code)::before { content: none !important; }
    [data-taking="ground"] li::marker { color: transparent !important; }
    [data-taking="piece"], [data-taking="piece"] :is(body, .stage, .frame, .slide) { background: none !important; }
    [data-taking="piece"] * { visibility: hidden !important; }
    [data-taking="piece"] :is([data-taken], [data-taken] *) { visibility: visible !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const slides = [...document.querySelectorAll<HTMLElement>(".stage > .frame > .slide")];
  for (const slide of slides) slide.removeAttribute("data-stepped");
  return slides.length;
}

/** Shows one slide alone and reads it. What only a picture can show gets a name, also as its `data-piece`. */
export function readSlide(index: number): SlideTree {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map<string, string>();
  const read = {
    color(css: string): string {
      const found = known.get(css);
      if (found !== undefined || !canvas) return found ?? "000000ff";
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const hex = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value.toString(16).padStart(2, "0")).join("");
      known.set(css, hex);
      return hex;
    },
    px(value: string): number {
      return Number.parseFloat(value) || 0;
    },
    sides<T>(of: (side: "Top" | "Right" | "Bottom" | "Left") => T): Sides<T> {
      return [of("Top"), of("Right"), of("Bottom"), of("Left")];
    },
    marker(element: Element, style: CSSStyleDeclaration) {
      if (style.display !== "list-item") return undefined;
      if (style.listStyleType !== "none") return { kind: style.listStyleType, color: read.color(getComputedStyle(element, "::marker").color) };
      const before = getComputedStyle(element, "::before");
      if (before.content === "none" || before.content === "normal") return undefined;
      return before.content === '""'
        ? { kind: '"■"', color: read.color(before.backgroundColor) }
        : { kind: before.content, color: read.color(before.color) };
    },
    style(element: Element, style: CSSStyleDeclaration): TreeElement["style"] {
      const align = style.textAlign;
      const isRightToLeft = style.direction === "rtl";
      const lines = style.textDecorationLine;
      return {
        display: style.display,
        isAside: style.position === "absolute" || style.position === "fixed",
        color: read.color(style.color),
        background: read.color(style.backgroundColor),
        font: (style.fontFamily.split(",")[0] ?? "").replace(/["']/g, "").trim(),
        size: read.px(style.fontSize),
        weight: Number(style.fontWeight) || 400,
        isItalic: style.fontStyle !== "normal",
        isUnderlined: lines.includes("underline"),
        isStruck: lines.includes("line-through"),
        isUpperCase: style.textTransform === "uppercase",
        keepsSpace: style.whiteSpaceCollapse === "preserve" || style.whiteSpaceCollapse === "break-spaces",
        shift: style.verticalAlign === "sub" || style.verticalAlign === "super" ? style.verticalAlign : "none",
        lineHeight: read.px(style.lineHeight),
        letterSpacing: read.px(style.letterSpacing),
        align: /center/.test(align)
          ? "center"
          : align === "justify"
            ? "justify"
            : (align === "end") !== isRightToLeft || align === "right"
              ? "right"
              : "left",
        isRightToLeft,
        padding: read.sides((side) => read.px(style[`padding${side}`])),
        borders: read.sides((side) => ({
          width: style[`border${side}Style`] === "none" ? 0 : read.px(style[`border${side}Width`]),
          color: read.color(style[`border${side}Color`]),
        })),
        radius: read.px(style.borderTopRightRadius),
        fit: style.objectFit,
        marker: read.marker(element, style),
      };
    },
    box({ x, y, width, height }: DOMRect): Box {
      return { x, y, width, height };
    },
    text(node: Text): TreeText {
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const isThere = box.width > 0;
      return {
        kind: "text",
        text: node.data,
        box: isThere ? read.box(box) : undefined,
        fontHeight: isThere ? (range.getClientRects()[0]?.height ?? 0) : 0,
      };
    },
    attributes(element: Element): Record<string, string> {
      const found: Record<string, string> = {};
      for (const name of ["href", "alt", "title", "aria-label", "colspan", "rowspan", "start", "value", "type", "data-language"]) {
        const value = element.getAttribute(name);
        if (value !== null) found[name] = value;
      }
      const spoken = element.matches(".katex, svg") ? [...element.querySelectorAll("annotation, :scope > title, :scope > desc")] : [];
      if (spoken.length > 0) found["aria-label"] = spoken.map((words) => words.textContent).join(". ");
      if (element instanceof HTMLInputElement && element.checked) found["checked"] = "";
      if (element instanceof HTMLImageElement && /^data:image\/(?:png|jpeg|gif);base64,/.test(element.src)) found["src"] = element.src;
      return found;
    },
    needsPicture(element: Element, style: CSSStyleDeclaration): boolean {
      if (element instanceof HTMLImageElement) {
        const isNative = /^data:image\/(?:png|jpeg|gif);base64,/.test(element.src) && style.filter === "none";
        return element.naturalWidth > 0 && !isNative;
      }
      if (element instanceof SVGElement) return element.closest(".alert-title") === null;
      return element.matches(".math-block:has(.katex), .video-card, video, audio, canvas, iframe");
    },
    element(element: Element, path: string): TreeElement | undefined {
      const style = getComputedStyle(element);
      if (style.display === "none" || style.visibility === "hidden" || element instanceof HTMLStyleElement) return undefined;
      const box = read.box(element.getBoundingClientRect());
      // What is there for ears alone.
      if (style.position === "absolute" && (style.clip !== "auto" || (box.width <= 1 && box.height <= 1))) return undefined;
      const isPicture = read.needsPicture(element, style) && box.width >= 1 && box.height >= 1;
      if (isPicture) element.setAttribute("data-piece", path);
      // Of a formula what is made for ears says what it is; its glyphs are for eyes alone.
      const inside = element.matches(".katex") ? element.querySelectorAll("math") : element.childNodes;
      return {
        kind: "element",
        tag: element.localName,
        classes: [...element.classList],
        attributes: read.attributes(element),
        box,
        style: read.style(element, style),
        picture: isPicture ? path : undefined,
        children: element instanceof SVGElement ? [] : [...inside].flatMap((child, place) => read.node(child, `${path}-${place}`)),
      };
    },
    node(node: Node, path: string): TreeNode[] {
      if (node instanceof Text) return node.data === "" ? [] : [read.text(node)];
      const element = node instanceof Element ? read.element(node, path) : undefined;
      return element ? [element] : [];
    },
    hasDecoration(slide: HTMLElement): boolean {
      const style = getComputedStyle(slide);
      if (style.backgroundImage !== "none" || slide.querySelector(":scope > .slide-background")) return true;
      const shows = [...slide.querySelectorAll("*")].filter((inner) => !inner.closest("li, pre, td, th, svg, .katex, a"));
      const pseudos = [slide, ...shows].flatMap((inner) =>
        ["::before", "::after"].map((name) =>
          inner === slide && name === "::after" && slide.dataset["paginate"] !== undefined ? undefined : getComputedStyle(inner, name),
        ),
      );
      return pseudos.some((pseudo) => pseudo !== undefined && !["none", "normal"].includes(pseudo.content) && pseudo.display !== "none");
    },
    number(slide: HTMLElement): TreeElement | undefined {
      const page = slide.dataset["paginate"];
      const style = getComputedStyle(slide, "::after");
      // A deck's own CSS may put words around it.
      const text = /^"([^"\\]+)"$/.exec(style.content)?.[1] ?? page;
      if (page === undefined || text === undefined || style.content === "none" || style.display === "none") return undefined;
      const box = { x: read.px(style.left), y: read.px(style.top), width: read.px(style.width), height: read.px(style.height) };
      const words: TreeText = { kind: "text", text, box, fontHeight: box.height };
      return {
        kind: "element",
        tag: "span",
        classes: [],
        attributes: {},
        box,
        style: { ...read.style(slide, style), display: "block" },
        picture: undefined,
        children: [words],
      };
    },
  };
  for (const shown of document.querySelectorAll(".stage > .frame[data-read]")) shown.removeAttribute("data-read");
  const frame = document.querySelectorAll<HTMLElement>(".stage > .frame")[index];
  const slide = frame?.querySelector<HTMLElement>(":scope > .slide");
  if (!frame || !slide) throw new Error(`There is no slide ${index + 1} in the page.`);
  frame.hidden = false;
  frame.removeAttribute("inert");
  frame.setAttribute("data-read", "");
  slide.scrollTop = 0;
  const root = read.element(slide, "p");
  if (!root) throw new Error(`Slide ${index + 1} does not show.`);
  return { root, background: { color: root.style.background, isPlain: !read.hasDecoration(slide) }, number: read.number(slide) };
}

/** Leaves nothing to see but the ground of the slide, one piece of it, or again all. */
export function showOnly(what: "ground" | "all" | { readonly piece: string }): void {
  for (const taken of document.querySelectorAll("[data-taken]")) taken.removeAttribute("data-taken");
  const html = document.documentElement;
  if (what === "all") html.removeAttribute("data-taking");
  else html.setAttribute("data-taking", what === "ground" ? "ground" : "piece");
  if (typeof what === "object") document.querySelector(`[data-read] [data-piece="${what.piece}"]`)?.setAttribute("data-taken", "");
}

/** The theme's colours in the deck's scheme. */
export function readThemeColors(names: readonly (keyof ThemeColors)[]): ThemeColors {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const probe = document.createElement("span");
  document.querySelector(".stage")?.append(probe);
  const colors = names.map((name) => {
    probe.style.color = `var(--${name})`;
    if (!canvas) return [name, "000000ff"] as const;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const hex = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value.toString(16).padStart(2, "0")).join("");
    return [name, hex] as const;
  });
  probe.remove();
  const found: Partial<Record<keyof ThemeColors, string>> = Object.fromEntries(colors);
  const { paper = "ffffffff", ink = "000000ff", muted = ink, tint = paper, accent = ink, block = accent, link = accent } = found;
  return { paper, ink, muted, tint, accent, block, link };
}
