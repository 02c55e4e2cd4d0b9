/**
 * What every answer carries. Addresses hold tokens (`/join/…`), so no other site learns them from a Referer.
 */
export const commonHeaders: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** For servers that people reach by https: browsers stay with it for a year. */
export const httpsOnlyHeaders: Readonly<Record<string, string>> = { "strict-transport-security": "max-age=31536000" };

/** Hosts whose players a click on a film's card puts into a page of slides. In the app cards stay cards. */
const videoHosts = "https://www.youtube-nocookie.com https://player.vimeo.com";

/**
 * The policy of app pages: a script runs only with this answer's nonce or when such a script loads it. Monaco writes
 * style elements, so styles may be inline. Development needs eval for React's stack traces, and its own sockets.
 */
export function appPagePolicy(nonce: string, { development = false }: { readonly development?: boolean } = {}): string {
  return policy({
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob: https:",
    "media-src": "'self' data: blob: https:",
    "font-src": "'self' data:",
    "connect-src": development ? "'self' ws: wss:" : "'self'",
    "worker-src": "'self'",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
}

/**
 * The policy of public pages: cacheable, so no nonce. Scripts and style elements come from this server or carry one
 * of these hashes (`sha256-…`); only style attributes, which the sanitizer has read, may be inline.
 */
export function publicPagePolicy({
  scriptHashes,
  styleHashes,
  isEmbed = false,
  hasForm = false,
}: {
  readonly scriptHashes: readonly string[];
  readonly styleHashes: readonly string[];
  /** Any page may frame this answer. */
  readonly isEmbed?: boolean;
  /** The page has a form that asks this server something. */
  readonly hasForm?: boolean;
}): string {
  return policy({
    "default-src": "'none'",
    "script-src": ["'self'", ...scriptHashes.map(quoted)].join(" "),
    "style-src": ["'self'", ...styleHashes.map(quoted)].join(" "),
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: https:",
    "media-src": "'self' data: https:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "frame-src": videoHosts,
    "base-uri": "'none'",
    "form-action": hasForm ? "'self'" : "'none'",
    "frame-ancestors": isEmbed ? "*" : "'self'",
  });
}

/** For built scripts: one that runs as a worker lives under the policy of its own answer, and imports others. */
export const builtFilePolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** For answers that are no page: nothing in them is run or shown. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** For people's files opened by themselves: a drawing has its own styles and pictures, and runs and fetches nothing. */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src data:; sandbox";

function quoted(hash: string): string {
  return `'${hash}'`;
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
