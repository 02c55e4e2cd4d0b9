import { parseDeck } from "@/lib/deck";

/** UTF-16 units. `PATHOLOGICAL_UNITS=1048576` is the largest text that Lectern takes; a sixteenth of it tells the same sooner. */
const units = Number(process.env["PATHOLOGICAL_UNITS"] ?? 64 * 1024);

/** A piece again and again, up to the measured size. */
export function fillUnits(piece: string): string {
  return piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
}

const fill = fillUnits;

function numbered(piece: (n: number) => string): string {
  const parts: string[] = [];
  for (let n = 0, length = 0; length < units; n++) {
    const part = piece(n);
    parts.push(part);
    length += part.length;
  }
  return parts.join("").slice(0, units);
}

/** As deep as it goes: every line one level deeper than the line above. */
function deeper(line: (depth: number) => string): string {
  return numbered((n) => line(n));
}

/** Plain prose, which all others are measured against. */
export const plainProse = fill(`${"The boat went down the river, past the mill and the old bridge, to the sea. ".repeat(6).trim()}\n\n`);

/** Each shape that a parser of Markdown, HTML, CSS or YAML can stumble over. */
export const pathologicalTexts: Readonly<Record<string, string>> = {
  "quotes in quotes on one line": fill(">"),
  "quotes in quotes, a line each": deeper((depth) => `${"> ".repeat(depth % 400)}x\n`),
  "lists in lists on one line": fill("- "),
  "lists in lists, a line each": deeper((depth) => `${"  ".repeat(depth % 500)}- x\n`),
  "ordered lists on one line": fill("1. "),
  "lists and quotes in turn": fill("> - "),
  "one list": fill("- x\n"),
  "one list, loose": fill("- x\n\n"),
  "lists of lists": fill("- a\n  - b\n    - c\n"),
  "list items of headings": fill("- # a\n"),
  "task list": fill("- [ ] x\n"),
  "divs in divs": fill("<div>"),
  "divs in divs, a line each": fill("<div>\n\n"),
  "tables in tables": fill("<table><tr><td>"),
  "links in links": fill("<a><b>"),
  "formatting that is never closed": fill("<b><i><u><p>"),
  "boxes in boxes": fill("::: a\n"),
  "boxes, not closed, between paragraphs": fill("::: a\n\nx\n\n"),
  colons: fill(":::"),
  "closing boxes": fill(":::\n"),
  "open brackets": fill("["),
  "open brackets, spaced": fill("[a "),
  "closing brackets": fill("]"),
  "links without end": fill("[a]("),
  "images without end": fill("![a]("),
  "links in brackets": fill("[a](b"),
  "link of brackets": fill("[[a]](b) "),
  "references without definition": fill("[a][b] "),
  "references with definition": `[a]: http://a.invalid\n\n${fill("[a] ")}`.slice(0, units),
  definitions: numbered((n) => `[a${n}]: /b\n`),
  "one definition again and again": fill("[a]: /b\n"),
  "definitions without end": fill("[a]: <b"),
  "definitions with a title without end": fill('[a]: b "c\n'),
  "reference to every definition": numbered((n) => `[a${n}]: /b\n\n[a${n}]\n\n`),
  "emphasis that opens": fill("*a "),
  "emphasis that closes": fill("a* "),
  "emphasis of two kinds": fill("*a_b "),
  "emphasis in emphasis": fill("**a *b "),
  stars: fill("*"),
  "stars and letters": fill("a**b"),
  underscores: fill("_a"),
  tildes: fill("~~a "),
  "strong in turn": fill("**x** "),
  backticks: fill("`"),
  "backticks of growing length": numbered((n) => `${"`".repeat((n % 1500) + 1)} `),
  "fences in turn": fill("```\n~~~\n"),
  fences: fill("```\n"),
  "code blocks": fill("```js\na = 1\n```\n\n"),
  "a fence with a long info": `\`\`\`${fill("a {1} [b] ")}`,
  "code of many steps": `\`\`\`js {${fill("1-9999|")}}\nx\n\`\`\`\n`,
  "indented code": fill("    !a\n"),
  "less-than": fill("<"),
  "tags without end": fill("<a "),
  "tags with attributes without end": fill('<a b="'),
  "many attributes": `<p ${numbered((n) => `a${n}=b `)}>`,
  "comments without end": fill("<!-- "),
  comments: fill("<!-- a -->"),
  "comments, a line each": fill("<!-- _class: a -->\n"),
  "settings in one comment": `<!--\n${fill("_class: a\n")}\n-->`,
  "comment with dashes": fill("<!---->-"),
  declarations: fill("<!A "),
  "processing instructions": fill("<?"),
  CDATA: fill("<![CDATA["),
  autolinks: fill("<http://a.invalid> "),
  "bare addresses": fill("http://a.invalid/ "),
  "one long address": `http://${fill("a.")}`,
  www: fill("www."),
  "mail addresses": fill("a@b.c "),
  "at signs": fill("a@"),
  "one long mail address": fill("a.b_c+"),
  entities: fill("&amp;"),
  "entities without end": fill("&#1"),
  ampersands: fill("&"),
  backslashes: fill("\\"),
  escapes: fill("\\*"),
  dollars: fill("$"),
  "dollars and letters": fill("$a "),
  math: fill("$a$ "),
  "math blocks without end": fill("$$\na\n"),
  "math blocks, a paragraph each": fill("$$\na\n\n"),
  "footnotes without end": fill("[^"),
  "footnote references": fill("[^a]"),
  "footnote definitions": numbered((n) => `[^${n}]: a\n\n`),
  "footnotes of footnotes": numbered((n) => `[^${n}]: [^${n + 1}]\n\n`),
  "a footnote again and again": `[^a]: ${"long ".repeat(2_000)}\n\n${fill("[^a] ")}`.slice(0, units),
  "a footnote on every slide": `[^a]: ${"long ".repeat(20_000)}\n\n${fill(`[^a] ${"x ".repeat(50)}\n\n---\n\n`)}`.slice(0, units),
  "tables of many columns": `${fill("|a").slice(0, units / 2)}|\n${fill("|-").slice(0, units / 2)}|\n`,
  "tables of many rows": `|a|\n|-|\n${fill("|a|\n")}`,
  "wide and long table": `${"|a".repeat(1_000)}|\n${"|-".repeat(1_000)}|\n${fill("|b\n")}`,
  "table delimiters": fill("|-"),
  "tables again and again": fill("|a|\n|-|\n|b|\n\n"),
  pipes: fill("|"),
  "a long line": fill("word "),
  "a long word": fill("a"),
  "one paragraph of short lines": fill("a\n"),
  "one paragraph of line breaks": fill("a  \n"),
  "blank lines": fill("\n"),
  spaces: fill(" "),
  "spaces and letters": fill(`${" ".repeat(60)}a\n`),
  tabs: fill("\t"),
  "carriage returns": fill("\r\n"),
  "a long break": fill("- "),
  dashes: fill("-"),
  "underlined titles": fill("a\n---\n"),
  "equals signs": fill("=\n"),
  headings: fill("# a\n"),
  hashes: fill("#"),
  pauses: fill(". . .\n\n"),
  "pauses and paragraphs": fill(". . .\n\na\n\n"),
  "notes separators": fill("???\n"),
  "notes headings": fill("# Presenter Notes\n"),
  alerts: fill("> [!NOTE]\n> a\n\n"),
  emoji: fill(":rocket:"),
  "emoji without end": fill(":a"),
  "images of many keywords": `![${fill("bg left:40% w:1px blur ")}](a)`,
  "background images": fill("![bg](a)\n"),
  images: fill("![a](b)"),
  "style elements": fill("<style>a{b:c}</style>\n"),
  "style elements without end": fill("<style>"),
  "style elements, half open": fill("<style "),
  "scoped style elements": fill("<style scoped>a{b:c}</style>\n\n"),
  "a style per slide": fill("<style>a{b:c}</style>\n\n---\n\n"),
  "scripts without end": fill("<script>"),
  "CSS in CSS": `<style>${fill("a{")}</style>`,
  "CSS functions": `<p style="width:${fill("calc(")}">`,
  "CSS selectors": `<style>${fill(":is(a,")}</style>`,
  "front matter without end": `---\n${fill("a: b\n")}`,
  "front matter of aliases": `---\na: &a [x,x]\n${numbered((n) => `b${n}: &b${n} [${"*a,".repeat(9)}*a]\n`).slice(0, 30_000)}\n---\n`.padEnd(
    units,
    "x \n",
  ),
  "front matter of brackets": `---\na: ${"[".repeat(30_000)}\n---\n`.padEnd(units, "x \n"),
  "front matter of quotes": `---\na: ${`"`.repeat(Math.min(30_000, units / 16))}\n---\n`.padEnd(units, "x \n"),
  "front matter of keys": `---\n${numbered((n) => `k${n}: v\n`).slice(0, 30_000)}\n---\n`.padEnd(units, "x \n"),
  charts: fill("```chart\na,1\n```\n\n"),
  "one chart": `\`\`\`chart\n${fill("a,1\n")}\`\`\`\n`,
  "QR codes": fill("```qr\na\n```\n\n"),
  surrogates: fill("\uD800"),
  "combining characters": fill("a\u0308\u0301"),
};

/**
 * Texts of ordinary slides, or of thousands of slides with next to nothing on them: they are held against prose in as
 * many slides, for a slide costs what a slide costs, and prose in one costs nearly nothing.
 */
export const manySlides: Readonly<Record<string, string>> = {
  "a definition and a reference a slide": numbered((n) => `[a${n}]: /b\n\n[a${n}] [a0] ${"x ".repeat(50)}\n\n---\n\n`),
  "a hundred thousand breaks": "---\n".repeat(units / 10).padEnd(units, "word "),
  "breaks with blank lines": "\n---\n".repeat(units / 10).padEnd(units, "word "),
  "breaks of other kinds": "***\n___\n".repeat(units / 20).padEnd(units, "word "),
  "headings of one title, a slide each": fill("# a\n\n---\n"),
  "headings that start slides": `---\nheadingDivider: 1\n---\n${fill("# a\n\n")}`,
};

/** Plain prose of the same size, with as many breaks. */
export function proseInSlides(text: string): string {
  const slides = parseDeck(text).slides.length;
  const each = Math.max(1, Math.floor(units / slides) - 7);
  return Array.from({ length: slides }, () => plainProse.slice(0, each).trim()).join("\n\n---\n\n");
}
