import { parseDeck } from "@/lib/deck";
import { hostileVectors } from "./hostile";

/** A deck with one vector a slide, and a last slide that says so. */
export interface HostileDeck {
  readonly markdown: string;
  readonly slideCount: number;
}

/** Every vector of these lists; those that are front matter together are the deck's. */
export function hostileDeck(lists: (name: string) => boolean, added: readonly string[] = []): HostileDeck {
  const vectors = [...hostileVectors()].flatMap(([name, all]) => (lists(name) ? all : []));
  // A text with NUL is no deck: the server refuses it.
  const texts = [...vectors, ...added].map((vector) => vector.replaceAll("\u0000", ""));
  const front = texts.filter(isFrontMatter).map((text) => text.slice(4, -4));
  const slides = [...texts.filter((text) => !isFrontMatter(text)).map(onSlideOfItsOwn), "# The end"];
  const settings = front.length === 0 ? "" : `---\n${front.join("")}---\n\n`;
  return { markdown: `${settings}${slides.join("\n\n---\n\n")}\n`, slideCount: slides.length };
}

function isFrontMatter(text: string): boolean {
  return text.startsWith("---\n");
}

/** What would swallow the break after it, or breaks itself, stands in a list. */
function onSlideOfItsOwn(vector: string): string {
  const { slides } = parseDeck(`# A\n\n${vector}\n\n---\n\n# B\n`);
  return slides.length === 2 && slides[1]?.title === "B" ? vector : `- ${vector.replaceAll("\n", "\n  ")}`;
}
