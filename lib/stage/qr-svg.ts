import { parseDeck, renderDeck } from "@/lib/deck";

/** An address as a code to scan, drawn as slides draw theirs. */
export function qrSvg(url: string): string {
  const section = renderDeck(parseDeck(`\`\`\`qr 260\n${url}\n\`\`\``))[0] ?? "";
  return /<svg[\s\S]*?<\/svg>/.exec(section)?.[0] ?? "";
}
