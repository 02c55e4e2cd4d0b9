import type { ComparedDecks } from "@/components/editor/history/use-comparison";

/** A version beside the deck of this moment, or beside the version before it. */
export type Against = "now" | "before";

/** `Since then 2 slides changed, 1 was added and 1 moved.`: what became of a version, in one sentence. */
export function changesText({ before, after, changes }: ComparedDecks, against: Against = "now"): string {
  if (before.markdown === after.markdown) return against === "now" ? "The deck is now as it was then." : "It has the text of the version before.";
  const since = against === "now" ? "Since then" : "In this version";
  const count = (...kinds: readonly string[]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
  const counts = [
    { count: count("changed", "moved and changed"), verb: ["changed", "changed"] },
    { count: count("added"), verb: ["was added", "were added"] },
    { count: count("removed"), verb: ["was removed", "were removed"] },
    { count: count("moved"), verb: ["moved", "moved"] },
  ].filter((each) => each.count > 0);
  const parts = counts.map((each, index) => {
    const noun = index > 0 ? "" : each.count === 1 ? " slide" : " slides";
    return `${each.count}${noun} ${each.verb[each.count === 1 ? 0 : 1]}`;
  });
  if (before.frontMatter !== after.frontMatter) parts.push("the deck’s settings changed");
  if (parts.length === 0) return `${since} nothing changed but blank lines between slides.`;
  return `${since} ${new Intl.ListFormat("en-GB").format(parts)}.`;
}
