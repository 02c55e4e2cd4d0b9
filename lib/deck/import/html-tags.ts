/** One attribute of a tag; offsets into the text that the tag was found in. */
export interface TagAttribute {
  readonly name: string;
  /** Without its quotes; undefined where the attribute has no value. */
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
}

export interface Tag {
  readonly name: string;
  readonly kind: "open" | "close" | "selfClosing";
  readonly attributes: readonly TagAttribute[];
  readonly start: number;
  readonly end: number;
}

/** Elements that have no end tag. */
export const voidElements: ReadonlySet<string> = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "param",
  "source",
  "track",
  "wbr",
]);

const tagStart = /<(\/?)([A-Za-z][\w:.-]*)/g;
const attribute = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const tagEnd = /\s*(\/?)>/y;

/** The tags of a text in order; what only looks like one (`a < b`) is left out. */
export function readTags(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(text); match; match = tagStart.exec(text)) {
    const tag = readTag(text, match);
    if (!tag) continue;
    tags.push(tag);
    tagStart.lastIndex = tag.end;
  }
  return tags;
}

function readTag(text: string, match: RegExpExecArray): Tag | undefined {
  const attributes: TagAttribute[] = [];
  let at = match.index + match[0].length;
  for (;;) {
    tagEnd.lastIndex = at;
    const close = tagEnd.exec(text);
    if (close) {
      const kind = match[1] === "/" ? "close" : close[1] === "/" ? "selfClosing" : "open";
      return { name: match[2] ?? "", kind, attributes, start: match.index, end: tagEnd.lastIndex };
    }
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (!found?.[1]) return undefined;
    at = attribute.lastIndex;
    const value = found[2] ?? found[3] ?? found[4];
    attributes.push({ name: found[1], value, start: found.index + found[0].indexOf(found[1]), end: at });
  }
}

/** What to do to the attributes of a start tag. */
export interface TagChanges {
  /** Classes to add to those it has. */
  readonly classes?: readonly string[];
  /** Attributes to write, in place of what they say now. */
  readonly set?: Readonly<Record<string, string>>;
  /** Names of attributes to take out. */
  readonly drop?: readonly string[];
}

/** The text of a start tag with its attributes changed; the rest of it stays as it was written. */
export function changeTag(text: string, tag: Tag, { classes = [], set = {}, drop = [] }: TagChanges): string {
  const values = { ...set };
  const old = tag.attributes.find(({ name }) => name === "class");
  if (classes.length > 0) {
    const present = (old?.value ?? "").split(/\s+/).filter(Boolean);
    values.class = [...classes.filter((name) => !present.includes(name)), ...present].join(" ");
  }
  let result = "";
  let at = tag.start;
  for (const { name, start, end } of tag.attributes) {
    const dropped = drop.includes(name);
    if (!dropped && values[name] === undefined) continue;
    result += dropped ? text.slice(at, start).trimEnd() : `${text.slice(at, start)}${name}="${quoted(values[name] ?? "")}"`;
    delete values[name];
    at = end;
  }
  const rest = text.slice(at, tag.end);
  const added = Object.entries(values)
    .map(([name, value]) => ` ${name}="${quoted(value)}"`)
    .join("");
  if (added === "") return result + rest;
  const head = `<${tag.name}`;
  const whole = result + rest;
  return head + added + whole.slice(head.length);
}

function quoted(value: string): string {
  return value.replaceAll('"', "&quot;");
}
