/** What the desk can say about notes. */
export type Notes =
  /** Sanitised HTML by slide; empty for a slide without notes. */
  | { readonly state: "here"; readonly bySlide: readonly string[] }
  /** The page was made without them. */
  | { readonly state: "absent"; readonly sentence: string };

/** Reads the notes that the document carries as inert data. */
export function readNotes(mode: string, json: string | null | undefined): Notes {
  if (json === null || json === undefined) return { state: "absent", sentence: absence(mode) };
  const data: unknown = JSON.parse(json);
  if (!Array.isArray(data)) return { state: "absent", sentence: absence(mode) };
  return { state: "here", bySlide: data.map((notes) => (typeof notes === "string" ? notes : "")) };
}

function absence(mode: string): string {
  return mode === "file"
    ? "This file was exported without speaker notes."
    : "Speaker notes are not part of this page: only people who work on the deck see them.";
}
