import type { DeckSettings, SlideSettings } from "./deck";
import { readFrontMatter, type FrontMatterBlock } from "./front-matter";
import { applySlideValues, defaultSlideSettings, readDeckSettings, sameSettings, type SettingProblem } from "./settings";

/** The front matter and all that follows from it alone. */
export interface DeckFront {
  /** The block as it is written, with both fences; empty where there is none. */
  readonly text: string;
  readonly block: FrontMatterBlock;
  readonly settings: DeckSettings;
  /** What the first slide starts with. */
  readonly slideDefaults: SlideSettings;
  readonly problems: readonly SettingProblem[];
}

/** Reads the front matter of a text with LF line ends; hands back the one before where it stands there unchanged. */
export function readDeckFront(text: string, previous: DeckFront | undefined): DeckFront {
  if (previous && stillStands(text, previous)) return previous;
  const block = readFrontMatter(text);
  const problems: SettingProblem[] = [];
  const report = (problem: SettingProblem) => problems.push(problem);
  const settings = readDeckSettings(block.values, report);
  const defaults = applySlideValues(defaultSlideSettings, { ...block.values, duration: undefined }, report);
  // What is typed elsewhere in the block makes no slide inherit anything else.
  const slideDefaults = previous && sameSettings(previous.slideDefaults, defaults) ? previous.slideDefaults : defaults;
  return { text: text.slice(0, block.length), block, settings, slideDefaults, problems };
}

/** A block that ends with its line's end is closed, whatever follows; without one a text has to start otherwise. */
function stillStands(text: string, { text: block }: DeckFront): boolean {
  return block === "" ? !text.startsWith("---") : block.endsWith("\n") && text.startsWith(block);
}
