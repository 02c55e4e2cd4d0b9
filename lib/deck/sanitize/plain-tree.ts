import { html as constants, type Token } from "parse5";
import { cleanAttributes, cleanStyle, type SanitizeOptions } from "./attributes";
import { readPlainHtml, type PlainElement, type PlainListener } from "./plain-html";
import { decodePlain } from "./plain-tag";
import { isText, type Element, type Fragment, type Parent } from "./tree";

/**
 * The tree of HTML that is plain, as the real parser would have made it; with options, what of it may stand in a slide,
 * and nothing of that moves when it is printed again. Comments are left out. Undefined for all other HTML.
 */
export function growPlainTree(html: string, options?: SanitizeOptions): Fragment | undefined {
  const grower = new TreeGrower(html, options);
  return readPlainHtml({ html, printed: [] }, grower) ? grower.root : undefined;
}

class TreeGrower implements PlainListener {
  readonly root: Fragment = { nodeName: "#document-fragment", childNodes: [] };
  readonly #html: string;
  readonly #options: SanitizeOptions | undefined;
  readonly #open: Parent[] = [];
  #top: Parent = this.root;

  constructor(html: string, options: SanitizeOptions | undefined) {
    this.#html = html;
    this.#options = options;
  }

  /** Texts that only an element parted which has gone are one; a line end right after `<pre>` would be none. */
  text(at: number, end: number): boolean {
    const value = decodePlain(this.#html.slice(at, end));
    const last = this.#top.childNodes.at(-1);
    if (value === undefined || (!last && this.#top.nodeName === "pre" && value.startsWith("\n"))) return false;
    if (last && isText(last)) last.value += value;
    else this.#addText(value);
    return true;
  }

  start({ name, isEmpty, isAllowed }: PlainElement, attrs: readonly Token.Attribute[], _at: number, behind: number): number {
    const options = this.#options;
    if (options && !isAllowed) return behind;
    const cleaned = options ? cleanAttributes(name, attrs, options) : attrs;
    // Only an empty element goes for its attributes: a box that is none of a task list.
    if (!cleaned) return isEmpty ? behind : -1;
    this.#add(name, cleaned);
    if (isEmpty) this.#close();
    return behind;
  }

  raw(element: PlainElement, attrs: readonly Token.Attribute[], content: string, at: number, behind: number): boolean {
    const options = this.#options;
    if (options && !element.isAllowed) return true;
    const isStyle = options !== undefined && element.name === "style";
    const css = isStyle ? cleanStyle(attrs, content, options) : content;
    if (isStyle && css === "") return true;
    if (isStyle) this.#add("style", []);
    else if (this.start(element, attrs, at, behind) === -1) return false;
    if (css !== "") this.#addText(css);
    this.#close();
    return true;
  }

  end({ isAllowed }: PlainElement): void {
    if (!this.#options || isAllowed) this.#close();
  }

  leaveOut(): void {}

  #add(name: string, attrs: readonly Token.Attribute[]): void {
    const copied = attrs.map((attr) => ({ name: attr.name, value: attr.value }));
    const node: Element = { nodeName: name, tagName: name, attrs: copied, namespaceURI: constants.NS.HTML, childNodes: [], parentNode: this.#top };
    this.#top.childNodes.push(node);
    this.#open.push(this.#top);
    this.#top = node;
  }

  #addText(value: string): void {
    this.#top.childNodes.push({ nodeName: "#text", value, parentNode: this.#top });
  }

  #close(): void {
    this.#top = this.#open.pop() ?? this.root;
  }
}
