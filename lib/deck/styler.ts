/**
 * What reads the CSS that a deck writes and the colours that it chooses: a door of its own, so that a deck without any
 * is shown without it.
 */
import { contrastOf } from "./colors";
import type { DeckStyler } from "./deck";
import { ownLook } from "./decorate/own-colors";
import { sanitizeDeclarations, sanitizeStylesheet } from "./sanitize/style";

export const deckStyler: DeckStyler = {
  declarations: sanitizeDeclarations,
  sheet: sanitizeStylesheet,
  look: ownLook,
  contrast: contrastOf,
};
