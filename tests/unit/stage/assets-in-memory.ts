import type { StageAssets } from "@/lib/stage/assets";

const font = (family: string, subset: string, unicodeRange: string, style: "normal" | "italic" = "normal") => ({
  family: `${family} Variable`,
  style,
  weight: "100 900",
  subset,
  unicodeRange,
  file: `${family}-${subset}-${style}.woff2`,
});

const theme = (name: string, textFonts: readonly string[], codeFonts: readonly string[]) => ({
  slides: `slides-${name}.1.css`,
  fontFaces: `fonts-${name}.1.css`,
  textFonts,
  codeFonts,
});

/** Built assets as a test knows them: small, and each recognisable. */
export const assets: StageAssets = {
  manifest: {
    fontsVersion: "v1",
    script: "player.1.js",
    presenterScript: "presenter.1.js",
    fileScript: "file.1.js",
    stage: "stage.1.css",
    read: "read.1.css",
    desk: "desk.1.css",
    presenter: "presenter.1.css",
    fontFaces: "fonts.1.css",
    themes: {
      lectern: theme("lectern", ["Inter-cyrillic-normal.woff2", "Inter-latin-normal.woff2", "Inter-latin-italic.woff2"], ["Mono-latin-normal.woff2"]),
      landslide: theme("landslide", [], []),
      ink: theme("ink", [], []),
    },
    fonts: [
      font("Inter", "cyrillic", "U+0400-045F"),
      font("Inter", "latin", "U+0000-00FF"),
      font("Inter", "latin", "U+0000-00FF", "italic"),
      font("Mono", "latin", "U+0000-00FF"),
    ],
    math: {
      rules: "math-rules.1.css",
      fonts: ["KaTeX_Main-Regular", "KaTeX_Math-Italic", "KaTeX_AMS-Regular"].map((stem) => ({
        family: stem.replace(/-.*/, ""),
        style: "normal",
        weight: "400",
        stem,
        file: `${stem}.woff2`,
      })),
    },
  },
  base: "/assets/",
  text: (file) => {
    if (file === "file.1.js") return 'document.title="player";';
    if (file === "math-rules.1.css") return "@layer structure{.katex .mathnormal{font-style:italic}.katex .mathbb{font-family:KaTeX_AMS}}";
    return `.from-${file.replaceAll(".", "-")}{color:red}`;
  },
  base64: (file) => Buffer.from(file).toString("base64"),
};
