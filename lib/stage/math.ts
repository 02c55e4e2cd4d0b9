import katex, { ParseError } from "katex";
import type { Deck, Notice, RenderOptions } from "@/lib/deck";
import { refusedFormulas } from "@/lib/deck/formula-notices";
import { escapeHtml } from "@/lib/stage/html";
import { formulaProblem } from "@/lib/stage/math-problem";

export type RenderMath = NonNullable<RenderOptions["renderMath"]>;

export interface MathOptions {
  /** UTF-16 units of TeX that are set in all; what comes after shows as written. Bounds one document's work. */
  readonly maxUnits?: number;
}

/** A long formula of a real lecture has 500. */
const maxFormulaUnits = 8_000;
/** Braces that stand open at once; KaTeX recurses once each. */
const maxOpenBraces = 150;
/** Macro expansions of one formula. */
const maxExpansions = 1_000;
/** Where a formula defines macros: expansions times its length. What they make stays within a few times this. */
const maxExpandedUnits = 200_000;
/** The largest size that a formula may ask for: the slide's width. */
const maxSizeEm = 40;
/** Formulas kept as they were set. */
const maxCached = 2_000;

/** UTF-16 units of TeX that one document sets: some hundred pages of a book. */
export const maxDocumentTexUnits = 128 * 1024;

const definesMacro = /\\(?:[egx]?def|(?:future)?let|(?:re)?newcommand|providecommand)(?![a-zA-Z])/;

/**
 * Sets formulas with KaTeX, as HTML for the eye and MathML for the ear. Nothing in a formula can link, load or name
 * anything; a formula that can't be set shows its TeX and says why. The same formula is set once.
 */
export function createMathRenderer(options: MathOptions = {}): RenderMath {
  return createFormulaSetter(options).renderMath;
}

/** Sets formulas, and tells of each what it has against it. */
export interface FormulaSetter {
  readonly renderMath: RenderMath;
  /** One sentence on why a formula can't be set; undefined for one that can. */
  readonly problemOf: (tex: string, display: boolean) => string | undefined;
  /** Notices on the formulas of a deck that can't be set. */
  readonly refusedIn: (deck: Deck) => readonly Notice[];
}

/** A renderer with its knowledge of what it refuses. */
export function createFormulaSetter({ maxUnits = Number.POSITIVE_INFINITY }: MathOptions = {}): FormulaSetter {
  const cache = new Map<string, SetFormula>();
  let left = maxUnits;
  const set = (tex: string, display: boolean): SetFormula | undefined => {
    const key = `${display ? "$$" : "$"}${tex}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    if (tex.length > left) return undefined;
    left -= tex.length;
    const formula = setFormula(tex, display);
    if (cache.size >= maxCached) cache.clear();
    cache.set(key, formula);
    return formula;
  };
  const problemOf: FormulaSetter["problemOf"] = (tex, display) => set(tex, display)?.problem;
  return { renderMath: (tex, display) => set(tex, display)?.html, problemOf, refusedIn: (deck) => refusedFormulas(deck, problemOf) };
}

interface SetFormula {
  readonly html: string;
  readonly problem?: string;
}

function setFormula(tex: string, displayMode: boolean): SetFormula {
  if (tex.length > maxFormulaUnits) return refused(tex, "It is too long to be set.");
  if (nestsTooDeep(tex)) return refused(tex, "Its braces nest too deep.");
  try {
    const html = katex.renderToString(tex, {
      displayMode,
      output: "htmlAndMathml",
      trust: false,
      strict: "ignore",
      throwOnError: true,
      maxExpand: definesMacro.test(tex) ? Math.min(maxExpansions, Math.floor(maxExpandedUnits / tex.length)) : maxExpansions,
      maxSize: maxSizeEm,
    });
    return { html };
  } catch (error) {
    if (error instanceof ParseError) return refused(tex, formulaProblem(error.rawMessage));
    if (error instanceof RangeError) return refused(tex, "It nests too deep.");
    throw error;
  }
}

function nestsTooDeep(tex: string): boolean {
  let open = 0;
  for (const sign of tex) {
    if (sign === "{") open += 1;
    else if (sign === "}") open -= 1;
    if (open > maxOpenBraces) return true;
  }
  return false;
}

function refused(tex: string, problem: string): SetFormula {
  const html = `<span class="math-problem"><code>${escapeHtml(tex)}</code> <span class="math-problem-note">This formula can't be set. ${escapeHtml(problem)}</span></span>`;
  return { html, problem };
}
