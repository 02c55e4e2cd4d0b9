/** What names all that wants mending in a deck: a door of its own, since slides show without it. */
import type { DeckLinter } from "./deck";
import { findNotices } from "./notices";
import { findSurroundingNotices } from "./notices/surroundings";

export const deckLinter: DeckLinter = { inText: findNotices, around: findSurroundingNotices };
