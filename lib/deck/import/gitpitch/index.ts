import { unescapeUnderscores, unwrapCodeFormulas } from "@/lib/deck/import/formulas";
import { htmlMarks } from "@/lib/deck/import/html-marks";
import { nameMarks } from "@/lib/deck/import/unconverted-marks";
import type { Notice } from "@/lib/deck/deck";
import type { DialectReader } from "@/lib/deck/import/dialect";
import { counted, countLines } from "@/lib/deck/import/evidence";
import { convertRevealSlide } from "@/lib/deck/import/reveal/slide";
import { nameAttributeComments } from "@/lib/deck/import/reveal/slide-notices";
import { joinSlides } from "@/lib/deck/import/join-slides";
import type { SourceLine } from "@/lib/deck/import/source-lines";
import { nameUnconverted } from "@/lib/deck/import/unconverted";
import { endVoidTags } from "@/lib/deck/import/void-tags";
import { countBelowBreaks, readBreak, type SlideBackground } from "./breaks";
import { rewriteBlocks } from "./blocks";
import { arrangeSnaps } from "./snaps";
import { rewriteWidgets } from "./widgets";
import type { Report } from "@/lib/deck/import/report";

/** GitPitch: breaks that carry backgrounds, `+++`, widgets that start with `@`. */
export const gitpitch: DialectReader = {
  name: "gitpitch",
  label: "GitPitch",
  detect: ({ text, lines }) => [
    ...counted(countLines(lines, /^(?:---|\+\+\+)\?\w+=/), "breaks with a background", { each: 4, most: 12 }),
    ...counted(countBelowBreaks(text, lines), "`+++` breaks", { each: 3, most: 8 }),
    ...counted(countLines(lines, /^@(?:title|snap|ul|ol|div|box|code|transition)\b/), "`@` widgets", { each: 3, most: 12 }),
    ...counted(countLines(lines, /@(?:fab?|fas|color|size|css|img|emoji)\[/), "`@` widgets within lines", { each: 2, most: 8 }),
    ...counted(countLines(lines, /^[ \t]*[-*] .* \|\s*$/), "list items that end with `|`", { each: 2, most: 8 }),
    ...counted(countLines(lines, /^@\[\d+/), "code steps", { each: 2, most: 6 }),
    ...counted(countLines(lines, /^\[drag=/), "`[drag=…]` lines", { each: 4, most: 12 }),
    ...counted(countLines(lines, /^#[HV]SLIDE\s*$/), "`#HSLIDE` breaks", { each: 4, most: 12 }),
  ],
  convert(source) {
    const notices: Notice[] = [];
    const counts = new Map<string, number>();
    const body = source.lines.filter(({ kind }) => kind !== "frontMatter");
    const slides = cut(body).map(({ background, lines }) => {
      const report: Report = (code, message, { start, text }) => {
        const known = onceOnly.has(code) ? notices.findIndex((notice) => notice.code === `import-${code}`) : -1;
        counts.set(code, (counts.get(code) ?? 0) + 1);
        if (known === -1) notices.push(nameUnconverted(source, { code: `import-${code}`, message, start, end: start + text.length }));
      };
      return printSlide(background, lines, report);
    });
    const front = source.text.slice(0, source.frontMatter.length);
    return {
      markdown: `${front === "" ? "" : `${front.trimEnd()}\n\n`}${joinSlides(slides).trimEnd()}\n`,
      notices: [...notices.map((notice) => countMore(notice, counts)), ...nameAttributeComments(source, new Set()), ...nameMarks(source, htmlMarks)],
    };
  },
};

/** What a deck has on most of its slides is named once. */
const onceOnly: ReadonlySet<string> = new Set(["title", "snap", "grid", "icon", "background", "code-annotation"]);

function countMore(notice: Notice, counts: ReadonlyMap<string, number>): Notice {
  const code = notice.code.replace("import-", "");
  const more = onceOnly.has(code) ? (counts.get(code) ?? 1) - 1 : 0;
  return more === 0 ? notice : { ...notice, message: `${notice.message} (${more} more like this.)` };
}

interface Cut {
  readonly background: SlideBackground | undefined;
  readonly lines: readonly SourceLine[];
}

/** A break on the first line opens the first slide. */
function cut(lines: readonly SourceLine[]): readonly Cut[] {
  const slides: { background: SlideBackground | undefined; lines: SourceLine[] }[] = [{ background: undefined, lines: [] }];
  for (const line of lines) {
    const found = line.kind === "text" || line.kind === "comment" ? readBreak(line) : undefined;
    const last = slides.at(-1);
    if (!found) last?.lines.push(line);
    else if (slides.length === 1 && last && last.lines.every(({ kind }) => kind === "blank") && !last.background) last.background = found;
    else slides.push({ background: found, lines: [] });
  }
  return slides;
}

function printSlide(background: SlideBackground | undefined, lines: readonly SourceLine[], report: Report): string {
  const shown = background?.print(report) ?? "";
  const notes = lines.filter(({ kind, text }) => kind === "text" && /^notes?:/i.test(text));
  const [only, ...others] = notes;
  // reveal.js, which GitPitch rests on, finds the notes only where exactly one line starts them.
  for (const line of others) report("notes", 'GitPitch shows the notes of a slide with more than one "Note:" line; here they are notes.', line);
  const at = only ? lines.indexOf(only) : lines.length;
  const blocks = rewriteWidgets(arrangeSnaps(lines.slice(0, at), report), report);
  const content = convertRevealWords(endVoidTags(unwrapCodeFormulas(unescapeUnderscores(rewriteBlocks(blocks, report)), { dollars: false })));
  const said = lines
    .slice(at)
    .map(({ text, kind }) => (kind === "text" ? text.replace(/^notes?:[ \t]*/i, "") : text))
    .join("\n")
    .trim();
  return [shown, content.trim(), said === "" ? "" : `???\n\n${said}`].filter((part) => part !== "").join("\n\n");
}

/** GitPitch shows its slides with reveal.js, whose comments and asides work there too. */
function convertRevealWords(text: string): string {
  return /<!--\s*\.(?:slide|element)|<aside\b/.test(text) ? convertRevealSlide(text, { notes: /(?!)/gim }) : text;
}
