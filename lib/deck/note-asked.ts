import type { DeckStyler, RenderOptions } from "./deck";

/** What rendering one slide asked for. */
export interface Asked {
  /** Addresses of pictures, films and sounds. */
  readonly addresses: readonly { readonly url: string; readonly kind: "image" | "media" }[];
  /** True once it met CSS. */
  hasStyles(): boolean;
}

/** The same options, always with a styler, and a note of what they are asked for. */
export function noteAsked(options: RenderOptions): { readonly options: NotedOptions; readonly asked: Asked } {
  const { resolveUrl, styler } = options;
  const addresses: { readonly url: string; readonly kind: "image" | "media" }[] = [];
  let hasStyles = false;
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
  };
  return { options: noted, asked: { addresses, hasStyles: () => hasStyles } };
}

export interface NotedOptions extends Omit<RenderOptions, "styler"> {
  readonly styler: Pick<DeckStyler, "declarations" | "sheet">;
}
