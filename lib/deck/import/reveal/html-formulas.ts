/** A page that has its formulas set: by MathJax, KaTeX, or reveal.js' plugin for one of them. */
export function setsFormulas(page: string): boolean {
  return /mathjax|katex|revealmath|plugin\/math/i.test(page);
}

// What begins again has not ended: so each takes time in proportion to the page.
const texScript = /<script\b[^<>]*\btype\s*=\s*["']math\/tex(;\s*mode=display)?["'][^<>]*>((?:(?!<script)[\s\S]){0,8000}?)<\/script>/gi;
const display = /\\\[((?:(?!\\\[)[\s\S]){1,8000}?)\\\]|\$\$([^$]{1,8000})\$\$/g;
const inline = /\\\(((?:(?!\\\()[^\n]){1,2000}?)\\\)|(?<![\\$])\$([^$\n<>]{1,2000})\$(?!\$)/g;
const formula = /\\[([]|\$[^$\n]*\$/;
/** An element of words, without another of them in it. */
const wordy = /<(p|li|td|th|dd|dt|div|h[1-6])\b([^<>]*)>((?:[^<]|<(?!\/?(?:p|li|td|th|dd|dt|div|h[1-6]|ul|ol|dl|table|tr|pre)\b)){1,8000})<\/\1>/gi;

/**
 * Formulas in a section's HTML, where MathJax finds them in the text, as the deck language has them: by themselves between
 * blank lines, in words with their paragraph as Markdown, since nothing looks for formulas in HTML.
 */
export function convertHtmlFormulas(html: string): string {
  const written = html.replace(texScript, (_, mode: string | undefined, tex: string) =>
    mode === undefined ? `\\(${oneLine(tex)}\\)` : `\\[${tex}\\]`,
  );
  if (!formula.test(written)) return html;
  return written
    .replace(wordy, (whole: string, name: string, attributes: string, words: string) =>
      formula.test(words) ? writeElement(name.toLowerCase(), attributes, words) : whole,
    )
    .replace(display, (_, brackets: string | undefined, dollars: string | undefined) => writeDisplay(brackets ?? dollars ?? ""))
    .replace(inline, writeInline)
    .replace(/\n{3,}/g, "\n\n");
}

function writeElement(name: string, attributes: string, words: string): string {
  const escaped = words
    .split(/(\\\[[\s\S]*?\\\]|\$\$[^$]*\$\$|\\\([^\n]*?\\\)|\$[^$\n<>]*\$|<[^>]*>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[*_`]/g, "\\$&")))
    .join("");
  if (name.startsWith("h")) return `<${name}${attributes}>${escaped.replace(inline, writeInline)}</${name}>`;
  if (name === "p" && attributes.trim() === "") return `\n\n${escaped.trim()}\n\n`;
  const tag = name === "p" ? "div" : name;
  return `<${tag}${attributes}>\n\n${escaped.trim()}\n\n</${tag}>`;
}

function writeDisplay(tex: string): string {
  return `\n\n$$\n${readTex(tex)
    .trim()
    .replace(/\n[ \t]*(?=\n)/g, "")}\n$$\n\n`;
}

function writeInline(_: string, brackets: string | undefined, dollars: string | undefined): string {
  return `$${readTex(brackets ?? dollars ?? "")}$`;
}

function readTex(tex: string): string {
  return tex.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").trim();
}

function oneLine(tex: string): string {
  return tex.replace(/\s+/g, " ").trim();
}
