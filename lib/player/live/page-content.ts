import { element } from "@/lib/player/dom";
import { fetchSoon } from "@/lib/player/live/fetch-soon";
import { framesOf, type Content, type Player } from "@/lib/player/player";

/** Slides of this page as the server has them now. */
export interface FetchedContent extends Content {
  readonly version: string | undefined;
  /** The text is the one that is shown; there may be more of it. */
  readonly isSameVersion: boolean;
}

/** What the player itself keeps on the stage, and what only tells of an answer. */
const ownData: ReadonlySet<string> = new Set(["view", "embed", "canvas", "from"]);

/** A page is longer than a state, and a hall's network may be slow. */
const pageMs = 20_000;

export interface FetchOptions {
  /** Only what is added to the slides that are shown: their text is still the one that the link shows. */
  readonly isMore: boolean;
}

/** Fetches the page again, or what it has more, and reads its slides; undefined where that fails for now. */
export async function fetchContent(player: Player, { isMore }: FetchOptions): Promise<FetchedContent | undefined> {
  const text = await fetchPage(isMore ? player : undefined);
  const stage = text?.querySelector<HTMLElement>(".stage");
  if (!text || !stage) return undefined;
  const version = stage.dataset.version;
  const isSameVersion = version !== undefined && version === player.root.dataset.version;
  const frames = framesOf(stage).map((frame) => document.adoptNode(frame));
  if (frames.length === 0) return undefined;
  preloadSheets(text);
  const shown = framesOf(player.root);
  // The answer says from which slide on it is; another version comes whole, whatever was asked.
  const from = Number(stage.dataset.from ?? "0");
  return {
    version,
    isSameVersion,
    frames: isSameVersion ? [...shown, ...frames.slice(shown.length - from)] : frames,
    adopt: () => {
      adoptData(player.root, stage);
      adoptHead(text, { isMore: from > 0 });
      const notes = document.querySelector("script#stage-notes");
      if (notes) notes.textContent = text.querySelector("script#stage-notes")?.textContent ?? "[]";
    },
  };
}

/** The page as the server has it now, or from behind the slides that are shown; undefined where it doesn't come for now. */
export async function fetchPage(shown: Player | undefined): Promise<Document | undefined> {
  const address = new URL(location.href);
  if (shown) {
    address.searchParams.set("from", String(shown.slides.length));
    address.searchParams.set("of", shown.root.dataset.version ?? "");
  }
  return fetchSoon(
    address.pathname + address.search,
    { cache: "no-cache" },
    async (response) => (response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : undefined),
    pageMs,
  );
}

function adoptData(root: HTMLElement, stage: HTMLElement): void {
  for (const name of Object.keys(root.dataset)) if (!ownData.has(name) && !(name in stage.dataset)) delete root.dataset[name];
  for (const [name, value] of Object.entries(stage.dataset)) if (!ownData.has(name)) root.dataset[name] = value;
}

function adoptHead(text: Document, { isMore }: FetchOptions): void {
  document.title = text.title;
  document.documentElement.lang = text.documentElement.lang;
  const wanted = sheetsOf(text);
  const here = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  const missing = wanted
    .filter((address) => !here.some((link) => link.getAttribute("href") === address))
    .map((address) => element("link", { rel: "stylesheet", href: address }));
  const leaving = here.filter((link) => !wanted.includes(link.getAttribute("href") ?? ""));
  // Another theme: the old one stays until the new one is there.
  const leave = () => leaving.forEach((link) => link.remove());
  const last = missing.at(-1);
  if (last) last.addEventListener("load", leave, { once: true });
  else leave();
  document.head.append(...missing);
  const css = [...text.head.querySelectorAll("style")].map((style) => style.textContent ?? "").join("\n");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  // What comes with further slides is added: the sheets of those before stay.
  if (isMore) document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...(css === "" ? [] : [sheet])];
  else replaceOwnCss(sheet);
}

/** The deck's own CSS of slides that came later is a sheet in memory, which no policy has to know beforehand. Nothing else adopts sheets here. */
function replaceOwnCss(sheet: CSSStyleSheet): void {
  for (const style of document.head.querySelectorAll("style")) style.remove();
  document.adoptedStyleSheets = [sheet];
}

function preloadSheets(text: Document): void {
  for (const address of sheetsOf(text)) {
    if (document.querySelector(`link[href="${CSS.escape(address)}"]`) !== null) continue;
    document.head.append(element("link", { rel: "preload", as: "style", href: address }));
  }
}

function sheetsOf(page: Document): readonly string[] {
  return [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href") ?? "");
}
