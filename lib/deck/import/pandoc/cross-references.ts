import type { TextEdit } from "@/lib/deck/deck";
import { applyTextEdits } from "@/lib/deck/edits";
import { maskCode } from "@/lib/deck/import/masked-text";
import { key } from "./citations";

/** What can be spoken of by a number: its words, and where it is. */
export interface Target {
  readonly number: number;
  /** `Figure 2`; a section's title. */
  readonly words: string;
}

/** By their ids, the targets that the text speaks of. */
export type Targets = ReadonlyMap<string, Target>;

const kinds: Readonly<Record<string, string>> = {
  ...{ fig: "Figure", tbl: "Table", eq: "Equation", lst: "Listing", sec: "Section", alg: "Algorithm" },
  ...{ thm: "Theorem", lem: "Lemma", cor: "Corollary", prp: "Proposition", cnj: "Conjecture", def: "Definition", exm: "Example", exr: "Exercise" },
  ...{ nte: "Note", tip: "Tip", wrn: "Warning", imp: "Important", cau: "Caution" },
};
/** Of braces; as much as anybody writes. */
const inside = "[^{}\\n]{0,300}";
const kindNames = Object.keys(kinds).join("|");
const labelled = new RegExp(`\\{${inside}#((?:${kindNames})[-:][\\w:.-]{0,100}\\w)${inside}\\}`, "g");
const cell = new RegExp(`^[ \\t]*(?:#|//|--|%%)\\|[ \\t]*label:[ \\t]*["']?((?:${kindNames})-[\\w:.-]*\\w)["']?[ \\t]*$`, "gm");
const reference = new RegExp(`(?<![\\w\\\\@./])-?${key}(?![\\w@])`, "g");
const isReference = new RegExp(`^-?@(?:${kindNames})[-:]`);

/** Everything with such an id, numbered kind by kind in its order, that something in the text speaks of. */
export function findTargets(text: string): Targets {
  if (!new RegExp(`@(?:${kindNames})[-:]`).test(text)) return new Map();
  const masked = maskCode(text, { comments: true });
  const spokenOf = new Set(Array.from(masked.matchAll(reference), ([written]) => idOf(written)));
  const counts = new Map<string, number>();
  const targets = new Map<string, Target>();
  for (const { id, index } of idsIn(text, masked)) {
    const kind = /^[a-z]+/.exec(id)?.[0] ?? "";
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    if (!spokenOf.has(id) || targets.has(id)) continue;
    const title = kind === "sec" ? titleBefore(text, index) : undefined;
    targets.set(id, { number, words: title ?? `${kinds[kind] ?? ""} ${number}` });
  }
  return targets;
}

/** Of the heading whose attributes stand there. */
function titleBefore(text: string, at: number): string | undefined {
  const line =
    text
      .slice(Math.max(0, at - maxTitleUnits), at)
      .split("\n")
      .at(-1) ?? "";
  return /^#{1,6}[ \t]+(\S.*)$/.exec(line)?.[1]?.trim();
}

const maxTitleUnits = 300;

/** Ids of the targets that stand in a text. */
export function targetsIn(text: string, targets: Targets): readonly string[] {
  if (targets.size === 0) return [];
  return idsIn(text, maskCode(text, { comments: true })).flatMap(({ id }) => (targets.has(id) ? [id] : []));
}

function idsIn(text: string, masked: string): readonly { readonly id: string; readonly index: number }[] {
  return [...masked.matchAll(labelled), ...text.matchAll(cell)].map(({ 1: id = "", index }) => ({ id, index })).toSorted((a, b) => a.index - b.index);
}

function idOf(written: string): string {
  return written.replace(/^-?@/, "");
}

/** Puts links for `@fig-plot`, `[@fig-a; @fig-b]` and `[Fig. @fig-a]`, and the numbers that they name at what they name. */
export function convertCrossReferences(text: string, targets: Targets): string {
  if (targets.size === 0) return text;
  const masked = maskCode(text, { comments: true });
  const edits: TextEdit[] = [];
  for (const { index, 0: written } of masked.matchAll(inBrackets)) {
    const parts = written
      .slice(1, -1)
      .split(";")
      .map((part) => readPart(part.trim(), targets));
    const links = parts.flatMap((part) => (part === undefined ? [] : [writeLink(part)]));
    if (links.length === parts.length) edits.push({ start: index, end: index + written.length, text: links.join(", ") });
  }
  const isTaken = (at: number) => edits.some(({ start, end }) => start <= at && at < end);
  const alone = [...masked.matchAll(reference)].flatMap(({ index, 0: written }): TextEdit[] => {
    const part = isTaken(index) ? undefined : readPart(written, targets);
    return part === undefined ? [] : [{ start: index, end: index + written.length, text: writeLink(part) }];
  });
  const all = [...edits, ...alone, ...numberTargets(masked, targets)];
  return applyTextEdits(
    text,
    all.toSorted((a, b) => a.start - b.start),
  );
}

const inBrackets = new RegExp(`\\[[^[\\]@\\n]{0,300}@[^[\\]\\n]{0,300}\\](?![[({:])`, "g");
const oneReference = new RegExp(`^([^@]*?)[ \\t]*(-?${key})$`);

interface Reference {
  readonly id: string;
  readonly words: string;
}

function readPart(part: string, targets: Targets): Reference | undefined {
  const [, before = "", written = ""] = oneReference.exec(part) ?? [];
  const id = idOf(written);
  const target = isReference.test(written) ? targets.get(id) : undefined;
  if (target === undefined) return undefined;
  if (before !== "") return { id, words: `${before} ${target.number}` };
  return { id, words: written.startsWith("-") ? String(target.number) : target.words };
}

function writeLink({ id, words }: Reference): string {
  return `[${words}](#${id})`;
}

const image = new RegExp(`!\\[(?=[^[\\]\\n]*\\]\\([^()\\n]*\\)\\{${inside}#(fig[-:][\\w:.-]{0,100}\\w)${inside}\\})`, "g");
const caption = new RegExp(`^ {0,3}(?:[Tt]able)?:[ \\t]+(?=[^{}\\n]*\\{${inside}#(tbl[-:][\\w:.-]{0,100}\\w)${inside}\\}[ \\t]*$)`, "gm");
const equation = new RegExp(`\\$\\$[ \\t]*\\{#(eq[-:][\\w:.-]{0,100}\\w)${inside}\\}`, "g");

/** A figure's and a table's caption begin with their number, and a formula has it beside it. */
function numberTargets(masked: string, targets: Targets): readonly TextEdit[] {
  const before = [...masked.matchAll(image), ...masked.matchAll(caption)].flatMap(({ index, 0: written, 1: id = "" }): TextEdit[] => {
    const target = targets.get(id);
    const at = index + written.length;
    if (target === undefined) return [];
    return [{ start: at, end: at, text: masked[at] === "]" ? target.words : `${target.words}: ` }];
  });
  const tags = [...masked.matchAll(equation)].flatMap(({ index, 1: id = "" }): TextEdit[] => {
    const target = targets.get(id);
    const formula = masked.slice(Math.max(masked.lastIndexOf("$$", index - 1), 0), index);
    // Environments number their lines by themselves.
    if (target === undefined || /\\begin\{(?:align|alignat|gather|equation|eqnarray)|\\tag\b/.test(formula)) return [];
    return [{ start: index, end: index, text: `${formula.endsWith("\n") ? "" : " "}\\tag{${target.number}}${formula.endsWith("\n") ? "\n" : " "}` }];
  });
  return [...before, ...tags];
}
