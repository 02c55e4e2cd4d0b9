const linkSchemes = new Set(["http:", "https:", "mailto:", "tel:"]);
const dataImage = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml);(?:charset=[\w-]+;)?base64,[A-Za-z0-9+/=\s]*$/i;
const dataMedia = /^data:(?:audio|video)\/[\w.+-]+;base64,[A-Za-z0-9+/=\s]*$/i;

/** Hosts whose players may be framed, always sandboxed. */
const frameHosts = new Set(["www.youtube-nocookie.com", "www.youtube.com", "player.vimeo.com"]);

/**
 * The address as it may stand in a slide, or undefined. Browsers drop tabs and line ends inside an address and
 * controls around it before they read the scheme: so the check does too.
 */
export function safeUrl(raw: string, kind: "link" | "image" | "media" | "frame"): string | undefined {
  const url = stripControls(raw);
  if (url === "") return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(url)?.[1]?.toLowerCase();
  if (kind === "frame") return framed(url);
  if (scheme === undefined) return /^[\\/]{2}/.test(url) ? `https:${url.replaceAll("\\", "/")}` : url;
  if (kind === "link") return linkSchemes.has(scheme) ? url : undefined;
  if (scheme === "http:" || scheme === "https:") return url;
  if (kind === "image") return dataImage.test(url) ? url : undefined;
  return dataMedia.test(url) ? url : undefined;
}

function framed(url: string): string | undefined {
  try {
    const parsed = new URL(url.startsWith("//") ? `https:${url}` : url);
    return parsed.protocol === "https:" && frameHosts.has(parsed.hostname) ? parsed.href : undefined;
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

function stripControls(raw: string): string {
  let url = "";
  let from = 0;
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (unit > 31 && unit !== 127) continue;
    url += raw.slice(from, at);
    from = at + 1;
  }
  return (url + raw.slice(from)).trim();
}
