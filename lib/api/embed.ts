/** What stands where slides are shown inside another page. */
export interface EmbedOptions {
  /** The public link. */
  readonly url: string;
  readonly title: string;
}

/** The address of a public link's slides for a frame of another page: the only one that lets itself be framed. */
export function embedUrl(url: string): string {
  return `${url}?embed`;
}

/** HTML to paste: as wide as the page gives it, in the slides' shape. */
export function embedCode({ url, title }: EmbedOptions): string {
  const shape = "width: 100%; aspect-ratio: 16 / 9; border: 0";
  return `<iframe src="${escapeAttribute(embedUrl(url))}" title="${escapeAttribute(title)}" style="${shape}" loading="lazy" allowfullscreen></iframe>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
