import type { Notice } from "@/lib/deck";

/** The notice that is worth a banner above the panes: a deck whose slides were meant to begin at headings. */
export const headingDividerCode = "heading-divider-suggestion";

/** The suggestion to show, unless this person waved it away. */
export function findSuggestion(notices: readonly Notice[], dismissed: ReadonlySet<string>): Notice | undefined {
  return notices.find((notice) => notice.code === headingDividerCode && notice.fix !== undefined && !dismissed.has(notice.code));
}
