import { htmlMarks } from "@/lib/deck/import/html-marks";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import type { Notice } from "@/lib/deck/deck";
import type { DialectReader } from "@/lib/deck/import/dialect";
import { counted, countLines, found } from "@/lib/deck/import/evidence";
import { editFrontMatter } from "@/lib/deck/import/front-matter-edits";
import { joinSlides } from "@/lib/deck/import/join-slides";
import type { SourceLine } from "@/lib/deck/import/source-lines";
import { nameUnconverted } from "@/lib/deck/import/unconverted";
import { readTopSettings, toDeckSettings } from "./settings";
import { printSlide } from "./slide";
import type { Report } from "@/lib/deck/import/report";

/** Deckset: settings without fences, `^` notes, pictures that are backgrounds unless they say `inline`. */
export const deckset: DialectReader = {
  name: "deckset",
  label: "Deckset",
  detect: ({ lines, frontMatter }) => {
    const top = frontMatter.length > 0 ? [] : readTopSettings(lines).filter(({ key }) => decksetKeys.has(key));
    return [
      ...found(top.length > 0, `${top.map(({ key }) => `\`${key}:\``).join(", ")} at the top, without fences`, 8),
      ...found(
        Object.keys(frontMatter.values).some((key) => decksetOnlyKeys.has(key)),
        "Deckset's settings",
        6,
      ),
      ...counted(countLines(lines, /^\^ ?\S/), "`^` notes", { each: 2, most: 8 }),
      ...counted(countLines(lines, /^#{1,6} *\[fit\]/), "`[fit]` headings", { each: 3, most: 9 }),
      ...counted(countLines(lines, /^\[\.[a-z-]+(?::[^\]]*)?\]\s*$/), "`[.…]` commands", { each: 4, most: 12 }),
      ...counted(
        countLines(lines, /!\[(?![^\]]*\bbg\b)(?:[^\]]*\s)?(?:inline|fit|fill|original|filtered|autoplay)(?:\s[^\]]*)?\]\(/),
        "pictures with Deckset's words",
        {
          each: 2,
          most: 8,
        },
      ),
    ];
  },
  convert(source) {
    const notices: Notice[] = [];
    const report: Report = (code, message, { start, text }) =>
      notices.push(nameUnconverted(source, { code: `import-${code}`, message, start, end: start + text.length }));
    const isFenced = source.frontMatter.length > 0;
    const top = isFenced ? [] : readTopSettings(source.lines);
    const settings = toDeckSettings(top, report);
    const body = source.lines.filter(({ kind }) => kind !== "frontMatter").slice(top.length);
    const slides = cut(body).map((lines) => printSlide(lines, { buildsLists: settings.incremental === true, report }));
    const front = source.text.slice(0, source.frontMatter.length);
    const markdown = `${front === "" ? "" : `${front.trimEnd()}\n\n`}${joinSlides(slides).trimEnd()}\n`;
    const fenced = isFenced
      ? { set: source.frontMatter.values.breaks === undefined ? { breaks: true } : {}, rename: renamedKeys }
      : { set: settings };
    return { markdown: editFrontMatter(markdown, fenced), notices: [...notices, ...nameMarks(source, htmlMarks)] };
  },
};

const decksetKeys: ReadonlySet<string> = new Set([
  "slidenumbers",
  "autoscale",
  "build-lists",
  "slidecount",
  "slide-transition",
  "slide-dividers",
  "footer",
  "theme",
  "presenter-notes",
  "background-color",
  "background-image",
]);
const decksetOnlyKeys: ReadonlySet<string> = new Set(["slidenumbers", "autoscale", "build-lists", "slidecount", "slide-dividers"]);
const renamedKeys = {
  slidenumbers: "paginate",
  "build-lists": "incremental",
  "background-color": "backgroundColor",
  "slide-transition": "transition",
};

/** Slides stand between rules, three dashes by habit. */
function cut(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const slides: SourceLine[][] = [[]];
  for (const line of lines) {
    if (line.kind === "text" && /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line.text)) slides.push([]);
    else slides.at(-1)?.push(line);
  }
  return slides;
}
