import { countLines, counted } from "./evidence";
import type { DialectReader } from "./dialect";
import { joinSlides } from "./join-slides";

/** GitPitch: breaks with backgrounds, `+++`, `@` widgets. */
export const gitpitch: DialectReader = {
  name: "gitpitch",
  label: "GitPitch",
  detect: ({ lines }) => [...counted(countLines(lines, /^(?:---|\+\+\+)\?/), "breaks with a background", { each: 5, most: 12 })],
  convert: ({ lines }) => {
    const slides: string[][] = [[]];
    for (const line of lines) {
      if (line.kind !== "code" && /^(?:---|\+\+\+)$/.test(line.text)) slides.push([]);
      else slides.at(-1)?.push(line.text);
    }
    return { markdown: `${joinSlides(slides.map((slide) => slide.join("\n")))}\n`, notices: [] };
  },
};
