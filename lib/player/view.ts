/** `read` is a document of cards; `desk` and `remote` are for whoever presents; `embed` stands in another page. */
export const playerViews = ["slides", "read", "embed", "desk", "remote"] as const;
export type PlayerView = (typeof playerViews)[number];

/** The view that an address asks for: `?view=desk` or `#desk`, `?view=read`, `?embed`; `?embed&view=read` is a document too. */
export function viewOf({ search, hash }: { readonly search: string; readonly hash: string }): PlayerView {
  const asked = new URLSearchParams(search);
  const view = asked.get("view");
  if (asked.has("embed")) return view === "read" ? "read" : "embed";
  if (view === "desk" || view === "remote" || view === "read") return view;
  return view === null && hash === "#desk" ? "desk" : "slides";
}

/** `?view=present` wants slides on their canvas on every screen, also where a phone would get a page of text. */
export function wantsCanvas(search: string): boolean {
  return new URLSearchParams(search).get("view") === "present";
}

/** Whether the address is one that stands in another page. */
export function isEmbedded(search: string): boolean {
  return new URLSearchParams(search).has("embed");
}

/** `?embed&controls=0` wants no buttons over the slides. */
export function wantsControls(search: string): boolean {
  return new URLSearchParams(search).get("controls") !== "0";
}
