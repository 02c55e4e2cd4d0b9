import type { Deck, Notice, Slide, SourceRange } from "@/lib/deck/deck";
import { languageFor } from "@/lib/deck/language";
import { lineStarts, rangeOf } from "@/lib/deck/positions";
import { renderInputOf } from "@/lib/deck/slide-data";
import type { PlacedBlock } from "@/lib/deck/separate-notes";
import type { SlideSource } from "@/lib/deck/slide-source";
import { placeTokens } from "./placed-tokens";
import { slideRangesOf } from "./slide-ranges";

/** One sentence on why a formula can't be set; undefined for one that can. */
export type FormulaProblem = (tex: string, display: boolean) => string | undefined;

/** Formulas that whoever sets them refuses, each at its place: on slides, in footnotes, in headers and footers. */
export function refusedFormulas(deck: Deck, problemOf: FormulaProblem): readonly Notice[] {
  if (!deck.settings.math) return [];
  const refused = deck.slides.flatMap((slide) => problemsOn(slide, problemOf).map((found) => ({ slide, ...found })));
  const inFront = problemsInFront(deck, problemOf);
  if (refused.length + inFront.length === 0) return [];
  const rangeOn = slideRangesOf(deck);
  const starts = lineStarts(deck.source);
  return [
    ...inFront.map(({ start, end, problem }) => nameRefused(rangeOf(starts, start, end), problem)),
    ...refused.map(({ slide, start, end, problem }) => nameRefused(rangeOn(slide, start, end), problem)),
  ];
}

function nameRefused(range: SourceRange, problem: string): Notice {
  return { code: "formula-refused", severity: "error", message: `This formula can't be set. ${problem}`, range };
}

interface Refused {
  readonly start: number;
  readonly end: number;
  readonly problem: string;
}

const known = new WeakMap<FormulaProblem, WeakMap<SlideSource, readonly Refused[]>>();

/** A slide keeps its source while its text stays, so an edit sets the formulas of one slide. */
function problemsOn(slide: Slide, problemOf: FormulaProblem): readonly Refused[] {
  const { source, text } = renderInputOf(slide);
  const bySource = known.get(problemOf) ?? new WeakMap<SlideSource, readonly Refused[]>();
  known.set(problemOf, bySource);
  const found = bySource.get(source) ?? findProblems(source, text, problemOf);
  bySource.set(source, found);
  return found;
}

function findProblems(source: SlideSource, text: string, problemOf: FormulaProblem): readonly Refused[] {
  if (!text.includes("$")) return [];
  const footnotes = [...source.footnotes].flatMap(([label, note]) => problemsIn(note, problemOf, text, Math.max(0, text.indexOf(`[^${label}]:`))));
  const settings = source.written
    .filter(({ key }) => framed.has(key))
    .flatMap(({ start, end }) => problemsIn(valueOf(text.slice(start, end)), problemOf, text, start));
  return [...problemsAmong(source.blocks, text, problemOf), ...footnotes, ...settings].toSorted((one, other) => one.start - other.start);
}

/** Settings whose text is Markdown. */
const framed: ReadonlySet<string> = new Set(["header", "footer"]);

function valueOf(entry: string): string {
  return entry.slice(entry.indexOf(":") + 1).trim();
}

/** The deck's header and footer: YAML may write a formula otherwise, so the setting's line stands for it. */
function problemsInFront({ source, frontMatter: { range, values } }: Deck, problemOf: FormulaProblem): readonly Refused[] {
  const front = source.slice(0, range?.end ?? 0);
  return [...framed].flatMap((key) => {
    const line = new RegExp(`^${key}:.*`, "m").exec(front);
    const start = line?.index ?? 0;
    const end = start + (line?.[0].trimEnd().length ?? 0);
    return problemsIn(String(values[key] ?? ""), problemOf, "", 0).map(({ problem }) => ({ start, end, problem }));
  });
}

/** Of a piece of Markdown that stands in `text` behind `from`; a formula that is not found there has no length. */
function problemsIn(markdown: string, problemOf: FormulaProblem, text: string, from: number): readonly Refused[] {
  if (!markdown.includes("$")) return [];
  let offset = 0;
  const blocks = languageFor({ breaks: false })
    .lexSlide(markdown, new Map())
    .map((token) => {
      const start = offset;
      offset += token.raw.length;
      return { token, start };
    });
  return problemsAmong(blocks, markdown, problemOf).map(({ start, end, problem }) => {
    const written = markdown.slice(start, end);
    const at = text.indexOf(written, from);
    return at === -1 ? { start: from, end: from, problem } : { start: at, end: at + written.length, problem };
  });
}

function problemsAmong(blocks: readonly PlacedBlock[], text: string, problemOf: FormulaProblem): readonly Refused[] {
  return placeTokens(blocks, text).flatMap(({ token, start, end }) => {
    if ((token.type !== "mathInline" && token.type !== "mathBlock") || !("tex" in token) || typeof token.tex !== "string") return [];
    const problem = problemOf(token.tex, token.type === "mathBlock" || ("display" in token && token.display === true));
    return problem === undefined ? [] : [{ start, end: start + text.slice(start, end).trimEnd().length, problem }];
  });
}
