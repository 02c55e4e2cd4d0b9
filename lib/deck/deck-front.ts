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
  /** True where more text behind it could make another block of it: it is not closed. */
  readonly isOpen: boolean;
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
  const own = text.slice(0, block.length);
  const isOpen = own === "" ? text.startsWith(fence) : !own.endsWith("\n");
  return { text: own, block, settings, slideDefaults, problems, isOpen };
}

const fence = "---";

/** A block that ends with its line's end is closed, whatever follows; without one a text has to start otherwise. */
function stillStands(text: string, { text: block, isOpen }: DeckFront): boolean {
  return !isOpen && (block === "" ? !text.startsWith(fence) : text.startsWith(block));
}

/** True where an edit from this offset on can't change the front matter, nor make one. */
export function isBehindFront(start: number, { text: block, isOpen }: DeckFront): boolean {
  return !isOpen && start >= Math.max(block.length, fence.length);
}
