import type { AssetManifest, StageAssets, ThemeAssets } from "@/lib/stage/assets";
import { attributes } from "@/lib/stage/html";
import { chooseMathRules } from "@/lib/stage/math-rules";
import { chooseMathFonts, hasFormulas, mathFontFaces } from "@/lib/stage/math-fonts";
import { chooseFonts, fontFaces, type FontFile, type ThemeName } from "@/lib/themes";

/** Styles and script of a document: what stands in its head, what at its end, and what a policy must allow. */
export interface DocumentParts {
  readonly head: string;
  readonly end: string;
  /** Texts of the script and style elements. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

export interface LinkedOptions {
  readonly css: string;
  readonly text: string;
  readonly script: "public" | "presenter" | undefined;
  /** The page is asked for as a document of cards. */
  readonly isRead: boolean;
}

/** Everything by address, from the server that the page comes from, but what is of this deck alone. */
export function linkedParts(assets: StageAssets, theme: ThemeName, { css, text, script, isRead }: LinkedOptions): DocumentParts {
  const { manifest, base } = assets;
  const { slides, fontFaces: ownFaces, textFonts } = themeAssets(manifest, theme);
  const more = script === "presenter" ? [manifest.read, manifest.presenter] : isRead ? [manifest.read] : [];
  const sheets = [...(textFonts.length > 0 ? [ownFaces] : []), slides, manifest.stage, ...more].map(
    (file) => `<link${attributes({ rel: "stylesheet", href: base + file })}>\n`,
  );
  const styles = [...mathParts(assets, text, (file) => base + file), css].filter((part) => part !== "");
  return {
    head: preload(manifest.fonts, base, textFonts) + sheets.join("") + styles.map(styleElement).join(""),
    end: script === undefined ? "" : `<script${scriptAttributes(manifest, base, script)} defer></script>\n`,
    scripts: [],
    styles,
  };
}

/** Everything in the document itself; of the fonts what its text needs. */
export function inlineParts(assets: StageAssets, theme: ThemeName, { css, text }: { readonly css: string; readonly text: string }): DocumentParts {
  const { manifest } = assets;
  const themeFiles = themeAssets(manifest, theme);
  const themeCss = assets.text(themeFiles.slides);
  const faces = fontFaces(neededFonts(manifest.fonts, themeFiles, text + css), (file) => `data:font/woff2;base64,${assets.base64(file)}`);
  const math = mathParts(assets, text, (file) => `data:font/woff2;base64,${assets.base64(file)}`);
  const styles = [faces, themeCss, ...math, ...[manifest.stage, manifest.read, manifest.desk].map(assets.text), css].filter((part) => part !== "");
  const script = assets.text(manifest.fileScript);
  return { head: styles.map(styleElement).join(""), end: `<script>${script}</script>\n`, scripts: [script], styles };
}

/** The faces and the rules of the formulas that are in the text: part of the page, as each one needs others and few of them. */
function mathParts({ manifest: { math }, text: contentOf }: StageAssets, text: string, source: (file: string) => string): readonly string[] {
  if (!hasFormulas(text)) return [];
  return [mathFontFaces(chooseMathFonts(math.fonts, text), source), chooseMathRules(contentOf(math.rules), text)];
}

/** A public page asks for what presenters have where somebody opens a desk on it. */
function scriptAttributes(manifest: AssetManifest, base: string, script: "public" | "presenter"): string {
  if (script === "presenter") return attributes({ src: base + manifest.presenterScript });
  return attributes({
    src: base + manifest.script,
    "data-presenter": base + manifest.presenterScript,
    "data-presenter-sheet": base + manifest.presenter,
  });
}

function themeAssets({ themes }: AssetManifest, theme: ThemeName): ThemeAssets {
  const found = themes[theme];
  if (found === undefined) throw new Error(`The theme ${theme} is not in the manifest.`);
  return found;
}

/** What the theme is set in; italics and the code's fonts only where the slides use them. */
function neededFonts(fonts: readonly FontFile[], { textFonts, codeFonts }: ThemeAssets, html: string): readonly FontFile[] {
  const slanted = /<(?:em|i|cite|dfn|address|var)\b|italic/.test(html);
  const code = [...html.matchAll(/<(code|pre|kbd|samp|tt)\b[^>]*>([\s\S]*?)<\/\1>/g)].map((match) => plainText(match[2] ?? "")).join("");
  const words = plainText(html);
  const faces = new Map<string, FontFile[]>();
  for (const font of fonts) {
    const key = `${font.family} ${font.style} ${font.weight}`;
    faces.set(key, [...(faces.get(key) ?? []), font]);
  }
  return [...faces.values()].flatMap((face) => {
    const first = face[0];
    if (!first || (first.style === "italic" && !slanted)) return [];
    if (textFonts.includes(first.file)) return chooseFonts(face, words);
    return codeFonts.includes(first.file) ? chooseFonts(face, code) : [];
  });
}

function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, "");
}

/** The one font file that every page in this theme shows at once. */
function preload(fonts: readonly FontFile[], base: string, textFonts: readonly string[]): string {
  const text = fonts.find((font) => font.subset === "latin" && textFonts.includes(font.file));
  return text ? `<link${attributes({ rel: "preload", href: base + text.file, as: "font", type: "font/woff2", crossorigin: "anonymous" })}>\n` : "";
}

function styleElement(css: string): string {
  return `<style>${css}</style>\n`;
}
