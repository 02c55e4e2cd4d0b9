/** What stands where slides are shown inside another page. */
export interface EmbedOptions extends EmbedChoices {
  /** The public link. */
  readonly url: string;
  readonly title: string;
}

/** What a frame shows, and how; without any of it the slides from the first on, with their buttons. */
export interface EmbedChoices {
  /** Slides one at a time in their shape, or all of them as a text to scroll. */
  readonly view?: "slides" | "read";
  /** From 1. */
  readonly slide?: number;
  /** False: no buttons over the slides; keys, presses and swipes lead on all the same. */
  readonly hasControls?: boolean;
  /** Seconds after which the slides go on by themselves, until their reader takes over. */
  readonly autoplayS?: number | undefined;
  /** Begins again after the last slide. */
  readonly isLoop?: boolean;
  /** A look at it by whoever embeds it: it follows no talk and counts for nobody. */
  readonly isPreview?: boolean;
}

/** The address of a public link's slides for a frame of another page: the only one that lets itself be framed. */
export function embedUrl(
  url: string,
  { view = "slides", slide = 1, hasControls = true, autoplayS, isLoop = false, isPreview = false }: EmbedChoices = {},
): string {
  const ofSlides = [
    ...(hasControls ? [] : ["controls=0"]),
    ...(autoplayS === undefined ? [] : [`autoplay=${autoplayS}`, ...(isLoop ? ["loop"] : [])]),
  ];
  const query = ["embed", ...(isPreview ? ["preview"] : []), ...(view === "read" ? ["view=read"] : ofSlides)].join("&");
  return `${url}?${query}${slide > 1 ? `#${slide}` : ""}`;
}

/** HTML to paste: as wide as the page gives it; slides in their shape, a text as high as a window of it. */
export function embedCode({ url, title, ...choices }: EmbedOptions): string {
  const shape = choices.view === "read" ? "height: 640px" : "aspect-ratio: 16 / 9";
  const style = `width: 100%; ${shape}; border: 0`;
  return `<iframe src="${escapeAttribute(embedUrl(url, choices))}" title="${escapeAttribute(title)}" style="${style}" loading="lazy" allowfullscreen></iframe>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
