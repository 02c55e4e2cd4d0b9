import type { Token, Tokens } from "marked";
import { cleanAttributes, type SanitizeOptions } from "@/lib/deck/sanitize/attributes";
import { escapeText, printAttribute } from "@/lib/deck/sanitize/tree";
import { isStarred, printStart } from "@/lib/deck/syntax/lists";
import type { StepOptions } from "./steps";

/** Elements within each other; what nests deeper is read as HTML. */
const maxDepth = 20;
/** An address that marked, the sanitizer and browsers write as it is. */
const plainAddress = /^[\w:/.?#=%+,~@!*()-]+$/;
/** What may name a sign. */
const entity = /&[A-Za-z0-9#]/;

/**
 * Prints blocks of words, lists, quotes and tables as sanitizer and decorations would leave what the renderer writes of
 * them: every sign of a text is written so that it is text, and nothing but a link has attributes, which the sanitizer
 * cleans. Undefined for a block that holds anything else, or something for the decorations.
 */
export function createBlockPrinter(sanitizing: SanitizeOptions, { incremental, marp }: StepOptions): (block: Token) => string | undefined {
  let isPlain = true;
  let inLink = false;
  const refuse = () => {
    isPlain = false;
    return "";
  };
  const all = (tokens: readonly Token[] = [], depth: number): string => {
    let html = "";
    for (const token of tokens) if (isPlain) html += print(token, depth);
    return html;
  };
  const row = (cells: readonly Tokens.TableCell[], name: string, depth: number): string => {
    let html = "<tr>\n";
    for (const { align, tokens } of cells) html += `<${name}${align ? ` align="${align}"` : ""}>${all(tokens, depth)}</${name}>\n`;
    return `${html}</tr>\n`;
  };
  const link = ({ href, title, text, tokens, autolink }: Tokens.Link, depth: number): string => {
    if (inLink || title || !plainAddress.test(href)) return refuse();
    inLink = true;
    const words = autolink ? escapeText(text) : all(tokens, depth);
    inLink = false;
    const attributes = cleanAttributes("a", [{ name: "href", value: href }], sanitizing) ?? [];
    return `<a${attributes.map(printAttribute).join("")}>${words}</a>`;
  };
  const words = ({ tokens, escaped, text }: Tokens.Text, depth: number): string => {
    if (tokens) return all(tokens, depth);
    return escaped || entity.test(text) ? refuse() : escapeText(text);
  };
  const list = (token: Tokens.List, depth: number): string => {
    if (incremental || (marp && isStarred(token))) return refuse();
    const name = token.ordered ? "ol" : "ul";
    return `<${name}${printStart(token)}>\n${all(token.items, depth)}</${name}>\n`;
  };
  const print = (token: Token, above: number): string => {
    const depth = above + 1;
    if (depth > maxDepth) return refuse();
    if (isText(token)) return words(token, above);
    if (isLink(token)) return link(token, depth);
    if (isList(token)) return list(token, depth);
    switch (token.type) {
      case "space":
      case "def":
        return "";
      case "emoji":
        return token.isRare === true ? refuse() : token.text;
      case "codespan":
        return `<code>${escapeText(token.text)}</code>`;
      case "strong":
      case "em":
      case "del":
        return `<${token.type}>${all(token.tokens, depth)}</${token.type}>`;
      case "br":
        return "<br>";
      case "paragraph":
        return mayBeFilm(token.tokens) ? refuse() : `<p>${all(token.tokens, depth)}</p>\n`;
      case "heading":
        return token.raw.includes("<!--") ? refuse() : `<h${token.depth}>${all(token.tokens, depth)}</h${token.depth}>\n`;
      case "hr":
        return "<hr>\n";
      case "blockquote":
        return token.text.startsWith("[!") ? refuse() : `<blockquote>\n${all(token.tokens, depth)}</blockquote>\n`;
      case "list_item":
        return `<li>${all(token.tokens, depth)}</li>\n`;
      case "table": {
        let rows = "";
        for (const cells of token.rows) rows += row(cells, "td", depth + 3);
        return `<table>\n<thead>\n${row(token.header, "th", depth + 3)}</thead>\n${rows && `<tbody>${rows}</tbody>`}</table>\n`;
      }
      default:
        return refuse();
    }
  };
  return (block) => {
    isPlain = true;
    const html = print(block, 0);
    return isPlain ? html : undefined;
  };
}

/** A link alone in its paragraph may become a film's card. */
function mayBeFilm(tokens: readonly Token[] = []): boolean {
  return tokens.some(({ type }) => type === "link") && tokens.filter(({ type, raw }) => type !== "text" || raw.trim() !== "").length === 1;
}

function isText(token: Token): token is Tokens.Text {
  return token.type === "text" || token.type === "escape";
}

function isLink(token: Token): token is Tokens.Link {
  return token.type === "link";
}

function isList(token: Token): token is Tokens.List {
  return token.type === "list";
}
