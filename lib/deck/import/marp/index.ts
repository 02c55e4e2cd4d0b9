import { htmlMarks } from "@/lib/deck/import/html-marks";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import type { DialectReader } from "@/lib/deck/import/dialect";
import { counted, countLines, found } from "@/lib/deck/import/evidence";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import { sharedWithMarp } from "@/lib/deck/import/lectern";
import { convertMermaidBlocks } from "@/lib/deck/import/mermaid-blocks";
import { rewriteComments } from "./comments";
import { writeDividers } from "./dividers";
import { convertOldMarkdown, isOldMarp } from "./old-app";
import { convertTransition, nameTransitions } from "./transitions";
import { quoteLooseValues, takeSpotDirectives } from "./front-matter";

/** Marp: directives in comments and image keywords, most of which the deck language took over. */
export const marp: DialectReader = {
  name: "marp",
  label: "Marp",
  detect(source) {
    const { lines, frontMatter } = source;
    const { values } = frontMatter;
    const own = Object.keys(values).filter((key) => /^_(?:class|paginate|header|footer|color|background\w+)$/.test(key));
    return [
      ...found(values.marp === true, "`marp: true`", 14),
      ...found(/^(?:default|gaia|uncover)$/.test(String(values.theme)), `Marp's theme "${String(values.theme)}"`, 5),
      ...found(values.size !== undefined, "`size`", 4),
      ...found(/^(?:mathjax|katex)$/.test(String(values.math)), "`math` with a library's name", 6),
      ...found(own.length > 0, "directives of the first slide in the front matter", 4),
      ...counted(countLines(lines, /^#{1,6} <!--\s*fit\s*-->/), "`<!-- fit -->` headings", { each: 1, most: 2 }),
      ...counted(countLines(lines, /<!--\s*(?:\$|\*|(?:theme|size|headingDivider|page_number|math|marp):)/), "directives of the deck in comments", {
        each: 4,
        most: 8,
      }),
      ...sharedWithMarp(source),
    ];
  },
  convert(source) {
    const front = quoteLooseValues(source.text.slice(0, source.frontMatter.length), { hasError: source.frontMatter.error !== undefined });
    const { spots, front: withoutSpots } = takeSpotDirectives(front);
    const { body: rewritten, global } = rewriteComments(source);
    const body = convertMermaidBlocks(isOldMarp(source) ? convertOldMarkdown(rewritten) : rewritten);
    const comments = spots
      .map((line) => `<!-- ${line.replace(/^(_transition:[ \t]*)(.*)$/, (_, key: string, value: string) => key + convertTransition(value))} -->\n`)
      .join("");
    const text = withoutSpots + (spots.length > 0 ? `\n${comments}${body}` : body);
    const { transition } = source.frontMatter.values;
    const named = typeof transition === "string" ? { transition: convertTransition(transition) } : {};
    return {
      markdown: writeDividers(editFrontMatter(text, { set: { ...global, ...named, marp: true } })),
      notices: [...nameMarks(source, htmlMarks), ...nameTransitions(source)],
    };
  },
};
