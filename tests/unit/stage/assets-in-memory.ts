import type { StageAssets } from "@/lib/stage/assets";

const font = (family: string, subset: string, unicodeRange: string, style: "normal" | "italic" = "normal") => ({
  family: `${family} Variable`,
  style,
  weight: "100 900",
  subset,
  unicodeRange,
  file: `${family}-${subset}-${style}.woff2`,
});

/** Built assets as a test knows them: small, and each recognisable. */
export const assets: StageAssets = {
  manifest: {
    fontsVersion: "v1",
    script: "player.1.js",
    stage: "stage.1.css",
    fontFaces: "fonts.1.css",
    themes: { lectern: "slides-lectern.1.css", landslide: "slides-landslide.1.css" },
    fonts: [
      font("Inter", "cyrillic", "U+0400-045F"),
      font("Inter", "latin", "U+0000-00FF"),
      font("Inter", "latin", "U+0000-00FF", "italic"),
      font("Mono", "latin", "U+0000-00FF"),
    ],
    math: {
      sheet: "math.1.css",
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
    if (file === "player.1.js") return 'document.title="player";';
    if (file === "slides-lectern.1.css") return '.deck{font-family:"Inter Variable"}code{font-family:"Mono Variable"}';
    return `.from-${file.replaceAll(".", "-")}{color:red}`;
  },
  base64: (file) => Buffer.from(file).toString("base64"),
};
