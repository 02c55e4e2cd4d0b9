import type { DeckStyler, EmojiNamer, RenderOptions } from "./deck";

/** What rendering one slide asked for. */
export interface Asked {
  /** Addresses of pictures, films and sounds. */
  readonly addresses: readonly { readonly url: string; readonly kind: "image" | "media" }[];
  /** True once it met CSS. */
  readonly hasStyles: boolean;
  /** True once it met a name of a rare emoji. */
  readonly hasEmoji: boolean;
}

interface Notes {
  readonly addresses: { readonly url: string; readonly kind: "image" | "media" }[];
  hasStyles: boolean;
  hasEmoji: boolean;
}

/** The options, always with a styler and a namer of emoji, that note what they are asked for. */
export interface NotedOptions extends Omit<RenderOptions, "styler" | "emojiOf"> {
  readonly styler: Pick<DeckStyler, "declarations" | "sheet">;
  readonly emojiOf: EmojiNamer;
}

interface Noting {
  readonly options: NotedOptions;
  notes: Notes;
}

/** All slides of a deck are rendered with the same options: they are made ready once. */
const ready = new WeakMap<RenderOptions, Noting>();

/** Renders with options that note what they are asked for meanwhile. */
export function noteAsked<T>(options: RenderOptions, render: (options: NotedOptions) => T): { readonly rendered: T; readonly asked: Asked } {
  let noting = ready.get(options);
  if (!noting) ready.set(options, (noting = makeReady(options)));
  const before = noting.notes;
  const notes = createNotes();
  noting.notes = notes;
  try {
    return { rendered: render(noting.options), asked: notes };
  } finally {
    noting.notes = before;
  }
}

function createNotes(): Notes {
  return { addresses: [], hasStyles: false, hasEmoji: false };
}

function makeReady(options: RenderOptions): Noting {
  const { resolveUrl, styler, emojiOf } = options;
  const noting: Noting = {
    notes: createNotes(),
    options: {
      ...options,
      resolveUrl: (url, kind) => {
        if (kind !== "link") noting.notes.addresses.push({ url, kind });
        return resolveUrl ? resolveUrl(url, kind) : url;
      },
      styler: {
        declarations: (css, resolvePicture) => {
          noting.notes.hasStyles = true;
          return styler?.declarations(css, resolvePicture) ?? "";
        },
        sheet: (css, scope) => {
          noting.notes.hasStyles = true;
          return styler?.sheet(css, scope) ?? "";
        },
      },
      emojiOf: (name) => {
        noting.notes.hasEmoji = true;
        return emojiOf?.(name);
      },
    },
  };
  return noting;
}
