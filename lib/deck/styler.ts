/**
 * What reads the CSS that a deck writes and the colours that it chooses: a door of its own, so that a deck without any
 * is shown without it.
 */
import { contrastOf } from "./colors";
import type { DeckStyler, RenderOptions, SlideSettings } from "./deck";
import { ownLook, type OwnLook } from "./decorate/own-colors";
import { removedFromStylesheet, sanitizeDeclarations, sanitizeStylesheet, type StyleScope } from "./sanitize/style";

/** Decks write the same style on one slide after the other: what names no picture reads alike wherever it stands. */
export const deckStyler: DeckStyler = {
  declarations: (css, resolvePicture) =>
    namesPictures(css) ? sanitizeDeclarations(css, resolvePicture) : kept(declarations, css, () => sanitizeDeclarations(css)),
  sheet: (css, scope) => (namesPictures(css) || css.includes(anywhere) ? sanitizeStylesheet(css, scope) : sheetAnywhere(css, scope)),
  removed: removedFromStylesheet,
  look(settings, resolveUrl) {
    const before = looks.get(settings);
    if (before && before.resolveUrl === resolveUrl) return before.look;
    const look = ownLook(settings, resolveUrl);
    looks.set(settings, { resolveUrl, look });
    return look;
  },
  contrast: contrastOf,
};

/** Slides that inherit their settings share them. */
const looks = new WeakMap<SlideSettings, { readonly resolveUrl: RenderOptions["resolveUrl"]; readonly look: OwnLook }>();
const declarations = new Map<string, string>();
const sheets = new Map<string, string>();
const maxKept = 500;
/** A longer text is a deck's one sheet. */
const maxKeptUnits = 2_000;
/** Stands for the selector of the slide in a sheet that is kept. */
const anywhere = ".any-slide-of-all";

function namesPictures(css: string): boolean {
  return /url|[\\]/i.test(css);
}

function sheetAnywhere(css: string, scope: StyleScope): string {
  const read = () => sanitizeStylesheet(css, { selector: anywhere, idPrefix: scope.idPrefix });
  return kept(sheets, `${scope.idPrefix} ${css}`, read).replaceAll(anywhere, () => scope.selector);
}

function kept(known: Map<string, string>, css: string, read: () => string): string {
  const before = known.get(css);
  if (before !== undefined) return before;
  const cleaned = read();
  if (known.size >= maxKept) known.clear();
  if (css.length <= maxKeptUnits) known.set(css, cleaned);
  return cleaned;
}
