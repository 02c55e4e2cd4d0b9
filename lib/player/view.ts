/** `read` is a document of cards; `desk` and `remote` are for whoever presents; `embed` stands in another page. */
export const playerViews = ["slides", "read", "embed", "desk", "remote"] as const;
export type PlayerView = (typeof playerViews)[number];

/** The view that an address asks for: `?view=desk` or `#desk`, `?view=read`, `?embed`. */
export function viewOf({ search, hash }: { readonly search: string; readonly hash: string }): PlayerView {
  const asked = new URLSearchParams(search);
  if (asked.has("embed")) return "embed";
  const view = asked.get("view");
  if (view === "desk" || view === "remote" || view === "read") return view;
  return view === null && hash === "#desk" ? "desk" : "slides";
}

/** `?view=present` wants slides on their canvas on every screen, also where a phone would get a page of text. */
export function wantsCanvas(search: string): boolean {
  return new URLSearchParams(search).get("view") === "present";
}
