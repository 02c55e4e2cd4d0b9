import { createHash } from "node:crypto";
import { publicPagePolicy } from "@/lib/http/security-headers";

const style = `:root{color-scheme:light dark}
body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto 0;padding:0 1.5rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .75rem;text-wrap:balance}
p{margin:0}`;

const styleHash = `sha256-${createHash("sha256").update(style).digest("base64")}`;

/** A page that says one thing, without a script, for visitors who came by a link that leads nowhere. */
export function plainPage(status: 404 | 410 | 503, { title, sentence }: { readonly title: string; readonly sentence: string }): Response {
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
      "content-security-policy": publicPagePolicy({ scriptHashes: [], styleHashes: [styleHash] }),
    },
  });
}
