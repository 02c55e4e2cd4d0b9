/** What becomes of something that another tool's decks hold. */
export type Outcome = "as-is" | "converted" | "unsupported";

export interface ComingFromRow {
  readonly what: string;
  /** How it is written there; what stands between backticks is set as code. */
  readonly written: string;
  readonly outcome: Outcome;
  /** What it is here. */
  readonly here: string;
  /** A deck of that tool that holds it, and what import makes of it: a piece of the text it has to hold. */
  readonly proof?: { readonly source: string; readonly becomes?: string };
}

export interface ComingFromTool {
  readonly id: string;
  readonly tool: string;
  readonly text: string;
  readonly rows: readonly ComingFromRow[];
}
