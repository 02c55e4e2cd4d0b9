import type { Token } from "marked";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** What a token says without its markup: for titles, word counts and lists. Raw HTML says nothing. */
export function plainText(token: Token): string {
  switch (token.type) {
    case "html":
    case "def":
    case "space":
    case "pause":
    case "boxFence":
    case "footnoteReference":
      return "";
    case "br":
      return " ";
    case "mathInline":
    case "mathBlock":
      return typeof token.tex === "string" ? token.tex : "";
    case "image":
      return "";
    case "list":
      return join(token.items, " ");
    case "table":
      return [token.header, ...token.rows].map((row: readonly { tokens: Token[] }[]) => row.map((cell) => join(cell.tokens, "")).join(" ")).join(" ");
    case "list_item":
    case "blockquote":
      return join(token.tokens ?? [], " ");
    default:
      if ("tokens" in token && token.tokens && token.tokens.length > 0) return join(token.tokens, "");
      return "text" in token && typeof token.text === "string" ? decode(token.text) : "";
  }
}

function join(tokens: readonly Token[], between: string): string {
  return tokens.map((token) => plainText(token)).join(between);
}

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
