import type { Notice, NoticeSeverity } from "@/lib/deck/deck";
import { rangeOf } from "@/lib/deck/positions";
import type { SourceText } from "./source-text";

/** Something that stays as it was written, because the deck language has no word for it. */
export interface Unconverted {
  /** Stable kebab-case code; by habit `import-` and the dialect's own word for it. */
  readonly code: string;
  /** A sentence like a colleague's: what it is, and what it does now. */
  readonly message: string;
  /** Where it stands in the imported text. */
  readonly start: number;
  readonly end: number;
  /** `info` where the slide looks the same without it, `warning` where readers will miss something. */
  readonly severity?: NoticeSeverity;
}

/** Names what was not converted, with its place in the imported text. */
export function nameUnconverted(source: SourceText, { code, message, start, end, severity = "info" }: Unconverted): Notice {
  return { code, severity, message, range: rangeOf(source.starts, start, end) };
}
