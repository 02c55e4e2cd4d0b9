import { escapeHtml } from "@/lib/stage/html";
import { qrSvg } from "@/lib/stage/qr-svg";

/** How a phone becomes the remote while no talk runs: a code to scan and its address in words, inert until a desk shows them. */
export function remoteTemplate(url: string): string {
  const words =
    "Scan this with your phone, signed in as yourself. It then shows your notes and moves the slides. " +
    "Once you are live, a phone that nobody is signed in on can be the remote too.";
  return `<template id="stage-remote"><div class="remote-code">${qrSvg(url)}</div><p>${words}</p><p class="remote-address">${escapeHtml(url)}</p></template>`;
}
