import type { Dialect } from "@/lib/deck/import/dialect";

/** What becomes of something that another tool's decks hold. */
export type Outcome = "as-is" | "converted" | "unsupported";

export interface ComingFromRow {
  readonly what: string;
  /** How it is written there; what stands between backticks is set as code. */
  readonly written: string;
  readonly outcome: Outcome;
  /** What it is here. */
  readonly here: string;
  /**
   * A deck of that tool that holds it, and what its import has to hold: of what works as it is the text itself, of
   * what is converted its new form, of what isn't supported the piece that is kept. Tests import every one.
   */
  readonly source: string;
  readonly becomes: string;
}

export interface ComingFromTool {
  readonly id: string;
  readonly tool: string;
  readonly dialect: Dialect;
  readonly text: string;
  readonly rows: readonly ComingFromRow[];
}
