import type { Notice } from "@/lib/deck/deck";

/** What is said more often than this is said once, with how often it is meant. */
const maxSame = 3;

/** Notices in their order; a sentence that many of them say stands at its first place, and says how many more there are. */
export function foldRepeats(notices: readonly Notice[]): readonly Notice[] {
  const counts = new Map<string, number>();
  for (const { message } of notices) counts.set(message, (counts.get(message) ?? 0) + 1);
  const said = new Set<string>();
  return notices.flatMap((notice): readonly Notice[] => {
    const count = counts.get(notice.message) ?? 1;
    if (count <= maxSame) return [notice];
    if (said.has(notice.message)) return [];
    said.add(notice.message);
    return [{ ...notice, message: `${notice.message} (${count - 1} more like this.)` }];
  });
}
