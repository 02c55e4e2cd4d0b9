import type { ComparedDecks } from "@/components/editor/history/use-comparison";

/** `Since then 2 slides changed, 1 was added and 1 moved.`: what became of a version, in one sentence. */
export function changesText({ before, after, changes }: ComparedDecks): string {
  if (before.markdown === after.markdown) return "The deck is now as it was then.";
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
  if (parts.length === 0) return "Since then nothing changed but blank lines between slides.";
  return `Since then ${new Intl.ListFormat("en-GB").format(parts)}.`;
}
