import { parseDeck, renderDeck } from "@/lib/deck";
import { escapeHtml } from "@/lib/stage/html";

/** How a phone becomes the remote: a code to scan and its address in words, inert until a desk shows them. */
export function remoteTemplate(url: string): string {
  const section = renderDeck(parseDeck(`\`\`\`qr 260\n${url}\n\`\`\``))[0] ?? "";
  const code = /<svg[\s\S]*?<\/svg>/.exec(section)?.[0] ?? "";
  const words = "Scan this with your phone, signed in as yourself. It then shows your notes and moves the slides.";
  return `<template id="stage-remote"><div class="remote-code">${code}</div><p>${words}</p><p class="remote-address">${escapeHtml(url)}</p></template>`;
}
