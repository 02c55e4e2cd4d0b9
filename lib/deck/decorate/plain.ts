import type { Token } from "parse5";
import type { Highlighter } from "@/lib/deck/deck";
import { cleanAttributes, cleanStyle, type SanitizeOptions } from "@/lib/deck/sanitize/attributes";
import { readPlainHtml, type PlainElement, type PlainListener, type WovenHtml } from "@/lib/deck/sanitize/plain-html";
import { decodePlain } from "@/lib/deck/sanitize/plain-tag";
import { createElement, printAttribute, type Element } from "@/lib/deck/sanitize/tree";
import { nameSign } from "@/lib/deck/syntax/attributes";
import { drawn } from "@/lib/deck/syntax/code";
import { isBackground, layBehind, printLayer, type Backgrounds } from "./backgrounds";
import { colorsFor } from "./grammars";
import { blockAttributes, printLines, type HighlightOptions } from "./highlight";
import type { StepOptions } from "./steps";
import { freeWidth, type TextPlace } from "./text-width";
import { printFrame } from "./videos";

type PlainAttributes = readonly Token.Attribute[];

export interface PlainOptions extends Pick<HighlightOptions, "highlighters">, StepOptions {
  /** The room of text beside pictures. */
  readonly placeBeside: (split: Backgrounds["split"]) => TextPlace;
}

/** What of a slide was printed, as the decorations of a tree would have left it. */
export interface PrintedPlain extends Pick<Backgrounds, "split" | "isFilled"> {
  readonly html: string;
  /** The pictures behind it; empty where there are none. */
  readonly layer: string;
  readonly fragments: number;
  readonly languages: readonly string[];
}

/**
 * Sanitises and prints HTML that is plain and holds nothing for the decorations but code without steps, pictures behind
 * the text, frames, and lists that may appear item by item: most slides of most talks. No tree is made of it, and what stays as
 * it is written is copied. Undefined for all else: then the decorations walk a tree. Without options nothing may be for any
 * decoration, as in a header or a footer.
 */
export function printPlain(woven: WovenHtml, sanitizing: SanitizeOptions, options?: PlainOptions): PrintedPlain | undefined {
  const printer = new PlainPrinter(woven.html, sanitizing, options);
  return readPlainHtml(woven, printer) ? printer.printed() : undefined;
}

/** What is written up to an offset is printed; what follows it stays as it is, until something is not. */
class PlainPrinter implements PlainListener {
  readonly #html: string;
  readonly #sanitizing: SanitizeOptions;
  readonly #options: PlainOptions | undefined;
  readonly #languages = new Set<string>();
  readonly #lists: boolean[] = [];
  readonly #lifted: Element[] = [];
  #out = "";
  #from = 0;
  #fragments = 0;
  /** How wide code may be, once there is some. */
  #width: number | undefined;
  /** Behind the start of the latest `<pre>`: a line end there would be no text. */
  #preStart = -1;
  /** How much of what is printed stands before the latest paragraph, and whether pictures were lifted out of that. */
  #paragraph = 0;
  #isLifted = false;
  /** What is printed before a paragraph out of which pictures were lifted. */
  #before = "";

  constructor(html: string, sanitizing: SanitizeOptions, options: PlainOptions | undefined) {
    this.#html = html;
    this.#sanitizing = sanitizing;
    this.#options = options;
  }

  printed(): PrintedPlain {
    this.#put("", this.#html.length, 0);
    const { layer, split, isFilled } = layBehind(this.#lifted);
    return {
      html: this.#before + this.#out,
      layer: layer ? printLayer(layer) : "",
      split,
      isFilled,
      fragments: this.#fragments,
      languages: [...this.#languages],
    };
  }

  text(at: number, end: number): boolean {
    const html = this.#html;
    if (at === this.#preStart && html.charCodeAt(at) === 10) return false;
    for (let here = at; here < end; here++) {
      const unit = html.charCodeAt(here);
      if (unit === 62 || unit === 160) this.#put(nameSign(html.charAt(here)), here, here + 1);
      else if (unit === 38) {
        entity.lastIndex = here;
        const written = entity.exec(html)?.[0] ?? "&";
        if (written === "&" && /[A-Za-z0-9#]/.test(html.charAt(here + 1))) return false;
        if (here + written.length > end) return false;
        const printed = otherwise[written];
        if (printed !== undefined) this.#put(printed, here, here + written.length);
        here += written.length - 1;
      }
    }
    return true;
  }

  start({ name, isEmpty, isAllowed }: PlainElement, attrs: PlainAttributes, at: number, behind: number): number {
    if (!isAllowed) return this.leaveOut(at, behind);
    const cleaned = cleanAttributes(name, attrs, this.#sanitizing);
    if (!cleaned) return isEmpty ? this.leaveOut(at, behind) : -1;
    const options = this.#options;
    if (name === "pre") {
      if (!options) return -1;
      if (cleaned.length > 0) return this.#code(cleaned, options, at, behind);
      this.#preStart = behind;
    }
    if (options && isBackground(name, cleaned)) return this.#lift(name, cleaned, at, behind);
    if (name === "p") {
      this.#paragraph = this.#out.length + at - this.#from;
      this.#isLifted = false;
    }
    if (isList(name)) this.#lists.push(options !== undefined && (options.incremental || (options.marp && cleaned.some(isBullet))));
    const step = name === "li" && this.#lists.at(-1) === true ? ` data-step="${++this.#fragments}"` : "";
    if (cleaned.length === 0 && step === "" && behind === at + name.length + 2 && this.#html.startsWith(name, at + 1)) return behind;
    const written = printAttributes(cleaned);
    return written === undefined ? -1 : this.#put(`<${name}${written}${step}>`, at, behind);
  }

  raw({ name, isAllowed }: PlainElement, attrs: PlainAttributes, content: string, at: number, behind: number): boolean {
    if (name === "iframe") return this.#frame(attrs, at, behind) > at;
    const css = isAllowed ? cleanStyle(attrs, content, this.#sanitizing) : "";
    return (css === "" ? this.leaveOut(at, behind) : this.#put(`<style>${css}</style>`, at, behind)) > at;
  }

  end({ name, isAllowed }: PlainElement, at: number, behind: number): void {
    if (!isAllowed) return void this.leaveOut(at, behind);
    if (isList(name)) this.#lists.pop();
    if (behind !== at + name.length + 3 || this.#isLifted || !this.#html.startsWith(name, at + 2)) this.#put(`</${name}>`, at, behind);
    if (name !== "p" || !this.#isLifted) return;
    if (emptied.test(this.#out)) this.#out = "";
    this.#isLifted = false;
  }

  block(html: string, at: number): void {
    this.#put(html, at, at);
  }

  leaveOut(at: number, behind: number): number {
    if (at === this.#preStart) this.#preStart = behind;
    return this.#put("", at, behind);
  }

  #put(printed: string, at: number, behind: number): number {
    if (at > this.#from) this.#out += this.#html.slice(this.#from, at);
    this.#out += printed;
    return (this.#from = behind);
  }

  /** A code block as the renderer writes it, without steps and title. */
  #code(attrs: PlainAttributes, options: PlainOptions, at: number, behind: number): number {
    const [mark, ...others] = attrs;
    const start = behind + codeStart.length;
    const end = this.#html.indexOf("<", start);
    if (mark?.name !== "data-l-code" || others.length > 0 || mark.value === "mermaid" || drawn.has(mark.value)) return -1;
    if (end <= start || !this.#html.startsWith(codeStart, behind) || !this.#html.startsWith(codeEnd, end)) return -1;
    const text = decodePlain(this.#html.slice(start, end))?.replace(/\n$/, "");
    if (text === undefined) return -1;
    const { grammar, highlight } = colorsFor(text, mark.value, options.highlighters);
    if (grammar !== undefined) this.#languages.add(grammar);
    this.#width ??= freeWidth(options.placeBeside(layBehind(this.#lifted).split));
    return this.#put(printCode(text, mark.value, highlight, this.#width), at, end + codeEnd.length);
  }

  /** Films become cards, and what is no film's a link. */
  #frame(attrs: PlainAttributes, at: number, behind: number): number {
    const cleaned = cleanAttributes("iframe", attrs, this.#sanitizing);
    if (!cleaned) return this.leaveOut(at, behind);
    return this.#options && printAttributes(cleaned) !== undefined ? this.#put(printFrame(cleaned), at, behind) : -1;
  }

  /** How wide code may be hangs on all pictures, so none may follow it. */
  #lift(name: string, attrs: PlainAttributes, at: number, behind: number): number {
    const end = name === "img" ? behind : behind + filmEnd.length;
    if (this.#width !== undefined || (name !== "img" && !this.#html.startsWith(filmEnd, behind))) return -1;
    const element = createElement(name);
    element.attrs = [...attrs];
    this.#lifted.push(element);
    this.leaveOut(at, end);
    if (this.#isLifted) return end;
    this.#before += this.#out.slice(0, this.#paragraph);
    this.#out = this.#out.slice(this.#paragraph);
    this.#paragraph = 0;
    this.#isLifted = true;
    return end;
  }
}

function isList(name: string): boolean {
  return name === "ul" || name === "ol";
}

function isBullet({ name, value }: Token.Attribute): boolean {
  return name === "data-l-bullet" && value === "*";
}

/** Classes by which decorations know what is theirs. */
const markedClasses = /(?:^|\s)(?:alert-title|column|fragment|incremental|nonincremental)(?:\s|$)/;

/** An element's attributes as they are printed; undefined where it or one of them is for a decoration. */
function printAttributes(attrs: PlainAttributes): string | undefined {
  let written = "";
  for (const attr of attrs) {
    const { name } = attr;
    if (name === "data-l-bullet") continue;
    if (name.startsWith("data-") || name === "id" || (name === "class" && markedClasses.test(attr.value))) return undefined;
    written += printAttribute(attr);
  }
  return written;
}

/** How the renderer begins and ends what stands in a block of code, and a film. */
const codeStart = "<code>";
const codeEnd = "</code></pre>";
const filmEnd = "</video>";
/** A paragraph in which nothing is left. */
const emptied = /^<p(?: [^>]*)?>(?:\s|&nbsp;|<br(?: [^>]*)?>)*<\/p>$/;
function printCode(text: string, language: string, highlight: Highlighter | undefined, width: number): string {
  const attributes = blockAttributes(text, { language, groups: 0, width });
  return `<pre${attributes.map(printAttribute).join("")}><code>${printLines(text, highlight, [])}</code></pre>`;
}

/** Entities as renderers and authors write them; text with any other is the real parser's. */
const entity = /&(?:amp|lt|gt|quot|nbsp|#39);/y;
/** Those that are printed in another way, and the sign alone that begins none. */
const otherwise: Readonly<Record<string, string | undefined>> = { "&quot;": '"', "&#39;": "'", "&": "&amp;" };
