import type { Notice } from "@/lib/deck/deck";
import { readFrontMatter } from "@/lib/deck/front-matter";
import { readFrontMatterEntries } from "@/lib/deck/front-matter-entries";
import { deckKeys, slideKeys } from "@/lib/deck/settings";
import { readPositions, type Positions } from "@/lib/deck/positions";
import { toSourceNotice } from "@/lib/deck/source-notice";
import { isBeyondImport, nameBeyondImport } from "./beyond-import";
import { deckset } from "./deckset/index";
import { confirm, detect, type Detection } from "./detect";
import type { Conversion, Dialect, DialectReader } from "./dialect";
import { foldRepeats } from "./fold-repeats";
import { editFrontMatter } from "./front-matter-edits";
import { gitpitch } from "./gitpitch/index";
import { hedgedoc } from "./hedgedoc/index";
import { landslide } from "./landslide/index";
import { lectern, statesLectern } from "./lectern";
import { marp } from "./marp/index";
import { pandoc } from "./pandoc/index";
import { remark } from "./remark/index";
import { reveal } from "./reveal/index";
import { readSourceText, type SourceText } from "./source-text";
import { slidev } from "./slidev/index";
import { nameUnconverted } from "./unconverted";

export interface ImportResult {
  /** The deck in the deck language, with LF line ends. Importing it again changes nothing. */
  readonly markdown: string;
  readonly dialect: Dialect;
  /** How sure the dialect is, from 0 to 1. */
  readonly confidence: number;
  /** What speaks for it: short phrases for people. */
  readonly evidence: readonly string[];
  /** What was not converted; ranges are of the text that was imported. */
  readonly notices: readonly Notice[];
}

/** All dialects; of two with equal evidence the first is taken. */
const readers: Readonly<Record<Dialect, DialectReader>> = {
  lectern,
  hedgedoc,
  marp,
  slidev,
  gitpitch,
  pandoc,
  reveal,
  remark,
  deckset,
  landslide,
};

/** What the users of a dialect call it. */
export function dialectLabel(dialect: Dialect): string {
  return readers[dialect].label;
}

/** Tells a text's dialect from the text alone. */
export function detectDialect(source: string): Detection {
  return detect(readSourceText(readPositions(source).text), Object.values(readers));
}

/**
 * Turns a deck of any dialect into the deck language. What is understood is converted, everything else stays in its
 * place and is named in a notice. Never throws on any text.
 */
export function importDeck(source: string, dialect: Dialect | "auto" = "auto"): ImportResult {
  const positions = readPositions(source);
  const text = readSourceText(positions.text);
  const detection = dialect === "auto" ? detect(text, Object.values(readers)) : confirm(text, readers[dialect]);
  // A deck that says it is Lectern's has been through here: nobody converts it again.
  const isDone = statesLectern(text);
  const isBeyond = !isDone && detection.dialect !== "lectern" && isBeyondImport(text);
  if (isBeyond) return { ...detection, markdown: text.text, notices: inSource([nameBeyondImport(text)], positions) };
  const { markdown, notices } = isDone ? lectern.convert(text) : readers[detection.dialect].convert(text);
  const settled = settle(text, markdown, detection.dialect);
  const named = [...notices, ...nameKeptSettings(text, settled)].toSorted((a, b) => a.range.start - b.range.start);
  return { ...detection, markdown: settled, notices: inSource(foldRepeats(named), positions) };
}

/** Where another import would find something to convert in the result, the deck states that it is done. */
function settle(text: SourceText, markdown: string, dialect: Dialect): string {
  if (dialect === "lectern") return markdown;
  const result = readSourceText(markdown);
  if (isBeyondImport(result)) return markdown;
  const again = detect(result, Object.values(readers)).dialect;
  const isSettled = [...new Set([again, dialect])].every((name) => convertsToItself(readers[name].convert(result), markdown));
  return isSettled ? markdown : editFrontMatter(markdown, { set: { dialect: "lectern" } });
}

function convertsToItself(conversion: Conversion, markdown: string): boolean {
  return conversion.markdown === markdown;
}

const knownKeys: ReadonlySet<string> = new Set<string>([...deckKeys, ...slideKeys]);

/** Settings of the front matter that went over as they are, and that the deck language does not know. */
function nameKeptSettings(source: SourceText, markdown: string): readonly Notice[] {
  const { length, error, values } = source.frontMatter;
  const unknown = Object.keys(values).filter((key) => !knownKeys.has(key));
  if (length === 0 || error !== undefined || unknown.length === 0) return [];
  const kept = markdown === source.text ? values : readFrontMatter(markdown).values;
  const named = new Set(unknown.filter((key) => key in kept));
  const entries = named.size === 0 ? [] : (readFrontMatterEntries(source.text.slice(0, length))?.entries ?? []);
  return entries
    .filter(({ key }) => named.has(key))
    .map(({ key, start, end }) =>
      nameUnconverted(source, {
        code: "import-setting",
        message: `"${key}" is no setting that Lectern knows; it is kept and does nothing.`,
        start,
        end: end - 1,
      }),
    );
}

function inSource(notices: readonly Notice[], positions: Positions): readonly Notice[] {
  return positions.differs ? notices.map((notice) => toSourceNotice(notice, positions)) : notices;
}
