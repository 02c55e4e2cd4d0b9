import type { Dialect, DialectReader, Evidence } from "./dialect";
import type { SourceText } from "./source-text";

/** Which dialect a text is written in, how sure that is (0 to 1), and what speaks for it. */
export interface Detection {
  readonly dialect: Dialect;
  readonly confidence: number;
  /** Short phrases for people, what says most first. */
  readonly evidence: readonly string[];
}

/** Fewer points than these, and the text is taken for plain Markdown, which the deck language reads as it is. */
const minPoints = 3;
/** That many points are as good as certain. */
const certainPoints = 10;
/** How sure "plain Markdown" is where nothing speaks for anything. */
const plainConfidence = 0.5;

/** Weighs what every dialect finds in the text. The first of equals wins: readers stand from narrow to wide. */
export function detect(source: SourceText, readers: readonly DialectReader[]): Detection {
  const scores = readers.map((reader) => ({ name: reader.name, ...weigh(reader.detect(source)) })).toSorted((a, b) => b.points - a.points);
  const [best] = scores;
  // What the deck language shares with a dialect is no doubt about that dialect.
  const second = scores.find(({ name }) => name !== "lectern" && name !== best?.name);
  if (!best || best.points < minPoints) {
    const doubt = Math.max(0, ...scores.filter(({ name }) => name !== "lectern").map(({ points }) => points)) / minPoints;
    return { dialect: "lectern", confidence: plainConfidence * (1 - doubt / 2), evidence: ["plain Markdown"] };
  }
  return { dialect: best.name, confidence: confidenceOf(best.points, second?.points ?? 0), evidence: best.phrases };
}

/** What speaks for one dialect alone, for whoever chose it. */
export function confirm(source: SourceText, reader: DialectReader): Detection {
  const { points, phrases } = weigh(reader.detect(source));
  const evidence = phrases.length > 0 ? phrases : [reader.name === "lectern" ? "plain Markdown" : `nothing in it is ${reader.label}'s alone`];
  return { dialect: reader.name, confidence: confidenceOf(points, 0), evidence };
}

function weigh(evidence: readonly Evidence[]): { readonly points: number; readonly phrases: readonly string[] } {
  const sorted = evidence.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
  return { points: sorted.reduce((sum, { points }) => sum + points, 0), phrases: sorted.map(({ says }) => says) };
}

/** Sure where much speaks for it and little for another. */
function confidenceOf(points: number, other: number): number {
  const strength = Math.min(points / certainPoints, 1);
  const lead = points === 0 ? 0 : 1 - other / points / 2;
  return Math.round(strength * lead * 100) / 100;
}
