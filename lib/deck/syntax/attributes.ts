/** Attributes as Pandoc writes them: `{.class #id key=value key="two words"}`. */
export interface Attributes {
  readonly classes: readonly string[];
  readonly id: string | undefined;
  readonly values: ReadonlyMap<string, string>;
}

const part = /\.([\w-]+)|#([\w-]+)|([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s}]*))/g;

/** Reads the inside of the braces, or a bare word as a class. */
export function readAttributes(text: string): Attributes {
  const trimmed = text.trim();
  if (/^[\w-]+$/.test(trimmed)) return { classes: [trimmed], id: undefined, values: new Map() };
  const classes: string[] = [];
  const values = new Map<string, string>();
  let id: string | undefined;
  for (const [, className, name, key, double, single, bare] of trimmed.matchAll(part)) {
    if (className) classes.push(className);
    else if (name) id = name;
    else if (key) values.set(key, double ?? single ?? bare ?? "");
  }
  const leading = /^([\w-]+)[ \t]*\{/.exec(trimmed)?.[1];
  return { classes: leading ? [leading, ...classes] : classes, id, values };
}

/** Escapes text for an HTML attribute in double quotes, and for text. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, nameSign) : text;
}

/** As `escapeHtml`, for Markdown that stands as it was written: its entities (`&amp;`) are HTML already and stay. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[<>"]|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi, nameSign);
}

/** The entity for a sign that has a meaning in HTML. */
export function nameSign(sign: string): string {
  return entities[sign] ?? sign;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;" };
