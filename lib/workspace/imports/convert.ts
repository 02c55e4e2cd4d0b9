import type { ImportedFile, ImportNotice } from "@/lib/api/import";
import { importDeck, importLandslideConfig, type Dialect, type Notice } from "@/lib/deck";

/** What was brought: a file's text, and the files that it names where it is a configuration. */
export interface ImportSource {
  readonly source: string;
  readonly companions: readonly ImportedFile[];
}

/** What became of it. */
export interface Converted {
  readonly markdown: string;
  readonly dialect: Dialect;
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** What could not be converted. */
  readonly notices: readonly ImportNotice[];
}

/** Notices of one import; a file with a fault in every line needs no thousand sentences. */
export const maxNotices = 100;
const maxExcerpt = 160;

/** Turns what was brought into the deck language. Pure: the same source and dialect give the same deck. */
export function convertImport({ source, companions }: ImportSource, dialect: Dialect | "auto"): Converted {
  if (companions.length > 0) {
    const texts = new Map(companions.map(({ filename, source: text }) => [filename, text]));
    const { markdown, notices } = importLandslideConfig(
      source,
      companions.map(({ filename, source: text }) => ({ path: filename, text })),
    );
    return {
      markdown,
      dialect: "landslide",
      confidence: 1,
      evidence: ["a `[landslide]` configuration"],
      notices: notices.slice(0, maxNotices).map((notice) => describe(notice, texts.get(notice.file) ?? source, notice.file)),
    };
  }
  const { notices, ...converted } = importDeck(source, dialect);
  return { ...converted, notices: notices.slice(0, maxNotices).map((notice) => describe(notice, source)) };
}

/** A notice as the API says it, with the line that it is about. */
export function describe({ code, severity, message, range }: Notice, source: string, file = ""): ImportNotice {
  const excerpt =
    source
      .split(/\r\n|\r|\n/)
      [range.startLine - 1]?.trim()
      .slice(0, maxExcerpt) ?? "";
  return { code, severity, message, line: range.startLine, excerpt, ...(file === "" ? {} : { file }) };
}
