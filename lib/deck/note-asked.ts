import type { DeckStyler, EmojiNamer, RenderOptions } from "./deck";

/** What rendering one slide asked for. */
export interface Asked {
  /** Addresses of pictures, films and sounds. */
  readonly addresses: readonly { readonly url: string; readonly kind: "image" | "media" }[];
  /** True once it met CSS. */
  hasStyles(): boolean;
  /** True once it met a name of a rare emoji. */
  hasEmoji(): boolean;
}

/** The same options, always with a styler and a namer of emoji, and a note of what they are asked for. */
export function noteAsked(options: RenderOptions): { readonly options: NotedOptions; readonly asked: Asked } {
  const { resolveUrl, styler, emojiOf } = options;
  const addresses: { readonly url: string; readonly kind: "image" | "media" }[] = [];
  let hasStyles = false;
  let hasEmoji = false;
  const noted: NotedOptions = {
    ...options,
    resolveUrl: (url, kind) => {
      if (kind !== "link") addresses.push({ url, kind });
      return resolveUrl ? resolveUrl(url, kind) : url;
    },
    styler: {
      declarations: (css, resolvePicture) => {
        hasStyles = true;
        return styler?.declarations(css, resolvePicture) ?? "";
      },
      sheet: (css, scope) => {
        hasStyles = true;
        return styler?.sheet(css, scope) ?? "";
      },
    },
    emojiOf: (name) => {
      hasEmoji = true;
      return emojiOf?.(name);
    },
  };
  return { options: noted, asked: { addresses, hasStyles: () => hasStyles, hasEmoji: () => hasEmoji } };
}

export interface NotedOptions extends Omit<RenderOptions, "styler" | "emojiOf"> {
  readonly styler: Pick<DeckStyler, "declarations" | "sheet">;
  readonly emojiOf: EmojiNamer;
}
