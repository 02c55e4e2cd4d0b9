import { createHash } from "node:crypto";
import { publicPagePolicy } from "@/lib/http/security-headers";

/** The product's colours, for the few pages that have nothing else of it. */
const style = `:root{color-scheme:light dark;--page:light-dark(#fbfaf8,#121317);--raised:light-dark(#fff,#1c1d22);--text:light-dark(#1c1e24,#eeece8);--dim:light-dark(#5d6069,#a9acb3);--control:light-dark(#8c8f97,#6b6e77);--accent:light-dark(#2b56d6,#86a8ff);--on-accent:light-dark(#fff,#0e1424);--danger:light-dark(#9b1c1c,#ffb4ab)}
*{box-sizing:border-box}
body{background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;max-width:27rem;min-height:100vh;margin:0 auto;padding:18vh 1.5rem 3rem}
h1{font-size:1.625rem;line-height:1.2;letter-spacing:-.02em;margin:0 0 .625rem;text-wrap:balance}
p{margin:0;color:var(--dim);text-wrap:pretty}
form{margin-top:1.75rem;display:grid;gap:.375rem}
label{font-size:.875rem;font-weight:500}
input,button{font:inherit;height:2.75rem;border-radius:.5rem;width:100%}
input{background:var(--raised);color:inherit;border:1px solid var(--control);padding:0 .875rem}
input:focus-visible,button:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
button{margin-top:.625rem;border:0;background:var(--accent);color:var(--on-accent);font-weight:600;cursor:pointer}
input[aria-invalid]{border-color:var(--danger)}
.wrong{color:var(--danger);font-size:.875rem}
.aside{margin-top:1.5rem;font-size:.875rem}
a{color:var(--accent)}`;

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
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
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
