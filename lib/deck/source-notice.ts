import type { Notice, SourceRange } from "./deck";
import type { Positions } from "./positions";

/** A range of the text as the language reads it, as one of the source. */
export function toSourceRange(range: SourceRange, positions: Positions): SourceRange {
  return positions.differs ? { ...range, start: positions.toSource(range.start), end: positions.toSource(range.end) } : range;
}

/** A notice with its range and edits in the source. */
export function toSourceNotice(notice: Notice, positions: Positions): Notice {
  const range = toSourceRange(notice.range, positions);
  if (!notice.fix) return { ...notice, range };
  const edits = notice.fix.edits.map((edit) => ({ start: positions.toSource(edit.start), end: positions.toSource(edit.end), text: edit.text }));
  return { ...notice, range, fix: { label: notice.fix.label, edits } };
}
