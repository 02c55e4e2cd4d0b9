/** What formulas need beside their HTML: KaTeX's rules as a layer under the themes, and its font files. */
import { readFile } from "node:fs/promises";
import path from "node:path";

const fontFace = /@font-face\{([^}]*)\}/g;

/** Reads KaTeX's stylesheet: its faces with the bytes of their woff2 files, and all other rules. */
export async function readKatex(root) {
  const folder = path.join(root, "node_modules", "katex", "dist");
  const css = await readFile(path.join(folder, "katex.min.css"), "utf8");
  const faces = [];
  for (const [, text] of css.matchAll(fontFace)) {
    const stem = /fonts\/([\w-]+)\.woff2/.exec(text)[1];
    faces.push({
      family: /font-family:"?([^;"]+)/.exec(text)[1],
      style: /font-style:(\w+)/.exec(text)[1],
      weight: /font-weight:(\w+)/.exec(text)[1],
      stem,
      bytes: await readFile(path.join(folder, "fonts", `${stem}.woff2`)),
    });
  }
  return { faces, rules: `@layer structure{${css.replace(fontFace, "").trim()}}` };
}

/** `@font-face` for these files; `base` stands before their names. */
export function mathFaces(fonts, base) {
  return fonts
    .map(
      ({ family, style, weight, file }) =>
        `@font-face{font-family:${family};font-style:${style};font-weight:${weight};font-display:swap;src:url(${base}${file}) format("woff2")}`,
    )
    .join("\n");
}
