import { createHash } from "node:crypto";
import { publicPagePolicy } from "@/lib/http/security-headers";
import { fontsUrl } from "@/lib/themes";

/** The product's colours as `app/globals.css` has them, and how its small pages look: these come from outside of the app. */
const style = `:root{color-scheme:light dark;--page:light-dark(oklch(0.985 0.003 85), oklch(0.185 0.006 265));--raised:light-dark(oklch(1 0 0), oklch(0.225 0.008 265));--text:light-dark(oklch(0.235 0.012 265), oklch(0.945 0.004 85));--dim:light-dark(oklch(0.49 0.012 265), oklch(0.735 0.008 265));--control:light-dark(oklch(0.64 0.01 265), oklch(0.53 0.012 265));--accent:light-dark(oklch(0.52 0.2 264), oklch(0.68 0.16 264));--accent-hover:light-dark(oklch(0.46 0.2 264), oklch(0.74 0.14 264));--on-accent:light-dark(oklch(1 0 0), oklch(0.17 0.03 264));--danger:light-dark(oklch(0.53 0.2 27), oklch(0.7 0.17 25));--danger-text:light-dark(oklch(0.45 0.17 27), oklch(0.83 0.09 25))}
*{box-sizing:border-box}
body{background:var(--page);color:var(--text);font:15px/22px "Inter Variable",ui-sans-serif,system-ui,sans-serif;font-feature-settings:"cv05","ss03";-webkit-font-smoothing:antialiased;margin:0}
header{display:flex;align-items:center;height:56px;padding:0 clamp(16px,2vw,24px)}
header a{display:flex;align-items:center;gap:8px;color:inherit;font-weight:600;letter-spacing:-.01em;text-decoration:none}
header svg{width:24px;height:24px}
main{max-width:400px;margin:0 auto;padding:10vh 20px 64px}
h1{font-size:26px;line-height:32px;font-weight:600;letter-spacing:-.02em;margin:0 0 8px;text-wrap:balance}
p{margin:0;color:var(--dim);text-wrap:pretty}
form{margin-top:24px;display:grid;gap:6px}
label{font-size:13px;line-height:20px;font-weight:500}
input,button{font:inherit;height:44px;border:0;border-radius:8px;width:100%}
input{background:var(--raised);color:inherit;box-shadow:inset 0 0 0 1px var(--control);padding:0 12px;font-size:16px}
input:focus-visible{outline:0;box-shadow:inset 0 0 0 2px var(--accent)}
button:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
button{margin-top:10px;background:var(--accent);color:var(--on-accent);font-weight:500;cursor:pointer}
button:hover{background:var(--accent-hover)}
input[aria-invalid]{box-shadow:inset 0 0 0 1.5px var(--danger)}
.wrong{color:var(--danger-text);font-size:13px;line-height:20px}
@media (max-height:320px){main{padding:12px 20px}h1{font-size:18px;line-height:24px;margin:0 0 2px}p{font-size:13px;line-height:20px}form{margin-top:8px;gap:4px}input,button{height:40px}button{margin-top:4px}}`;

/** As `components/ui/logo.tsx` draws it. */
const logo =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="2.5" y="3.5" width="19" height="12.5" rx="2.5" fill="var(--accent)"/>' +
  '<path d="M6.5 8h7M6.5 11.5h4.5" stroke="var(--on-accent)" stroke-width="1.8" stroke-linecap="round"/>' +
  '<path d="M12 16v4.5M8 20.5h8" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>';

const styleHash = `sha256-${createHash("sha256").update(style).digest("base64")}`;

export interface PlainPageOptions {
  readonly title: string;
  readonly sentence: string;
  /** HTML of ours behind the sentence: a form that asks something. */
  readonly form?: string;
  /** Any page may frame it. */
  readonly isEmbed?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page that says one thing, without a script, for visitors who came by a link that shows them nothing, or asks them something. */
export function plainPage(
  status: 200 | 403 | 404 | 410 | 429 | 503,
  { title, sentence, form = "", isEmbed = false, headers = {} }: PlainPageOptions,
): Response {
  // A frame of another page is theirs: nothing in it leads away from them.
  const bar = isEmbed ? "" : `<header><a href="/">${logo}Lectern</a></header>\n`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf8">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121317">
<title>${title}</title>
<link rel="stylesheet" href="${fontsUrl}">
<style>${style}</style>
</head>
<body>
${bar}<main>
<h1>${title}</h1>
<p>${sentence}</p>
${form}
</main>
</body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
      "content-security-policy": publicPagePolicy({ scriptHashes: [], styleHashes: [styleHash], isEmbed, hasForm: form !== "" }),
      ...headers,
    },
  });
}
