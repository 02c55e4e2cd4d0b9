/** A film on a host that may be framed. */
export interface Video {
  readonly host: "YouTube" | "Vimeo";
  /** The host's player without tracking, to be framed by a click and never before. */
  readonly frame: string;
  /** The film's own page. */
  readonly page: string;
}

const youTubeHosts = new Set(["youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be"]);
const youTubeId = /^[\w-]{6,20}$/;
const vimeoPath = /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{5,12})(?:\/([\da-f]{6,16}))?\/?$/;

/** Reads the address of a film as people copy it: the page, a short link, the player. Undefined for all else. */
export function readVideo(url: string): Video | undefined {
  // Most addresses are of neither, and reading one takes a while.
  if (!/youtu|vimeo/i.test(url)) return undefined;
  const address = parse(url.startsWith("//") ? `https:${url}` : url);
  if (!address || (address.protocol !== "https:" && address.protocol !== "http:")) return undefined;
  const host = address.hostname.replace(/^www\./, "");
  if (youTubeHosts.has(host)) return youTube(address, host);
  return host === "vimeo.com" || host === "player.vimeo.com" ? vimeo(address) : undefined;
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

function youTube({ pathname, searchParams }: URL, host: string): Video | undefined {
  const list = searchParams.get("list");
  const isSeries = pathname === "/embed/videoseries" || pathname === "/playlist";
  if (isSeries) return list !== null && /^[\w-]{6,60}$/.test(list) ? youTubeVideo("videoseries", { list, start: 0 }) : undefined;
  const id =
    host === "youtu.be"
      ? pathname.slice(1)
      : pathname === "/watch"
        ? searchParams.get("v")
        : /^\/(?:embed|shorts|live|v)\/([^/]+)/.exec(pathname)?.[1];
  if (id === null || id === undefined || !youTubeId.test(id)) return undefined;
  return youTubeVideo(id, { list: undefined, start: readSeconds(searchParams.get("t") ?? searchParams.get("start")) });
}

function youTubeVideo(id: string, { list, start }: { readonly list: string | undefined; readonly start: number }): Video {
  const options = new URLSearchParams({ autoplay: "1", rel: "0" });
  if (list !== undefined) options.set("list", list);
  if (start > 0) options.set("start", String(start));
  const from = start > 0 ? `&t=${start}s` : "";
  const page = list === undefined ? `https://www.youtube.com/watch?v=${id}${from}` : `https://www.youtube.com/playlist?list=${list}`;
  return { host: "YouTube", frame: `https://www.youtube-nocookie.com/embed/${id}?${options}`, page };
}

function vimeo({ pathname, searchParams, hash }: URL): Video | undefined {
  const [, id, secret = searchParams.get("h") ?? ""] = vimeoPath.exec(pathname) ?? [];
  if (id === undefined) return undefined;
  const options = new URLSearchParams({ autoplay: "1", dnt: "1" });
  const isSecret = /^[\da-f]{6,16}$/.test(secret);
  if (isSecret) options.set("h", secret);
  const start = readSeconds(/^#t=(.+)$/.exec(hash)?.[1] ?? null);
  const from = start > 0 ? `#t=${start}s` : "";
  return {
    host: "Vimeo",
    frame: `https://player.vimeo.com/video/${id}?${options}${from}`,
    page: `https://vimeo.com/${id}${isSecret ? `/${secret}` : ""}${from}`,
  };
}

/** `90`, `90s`, `1m30s`, `1h2m3s`; 0 for all else. */
function readSeconds(text: string | null): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text ?? "") ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
