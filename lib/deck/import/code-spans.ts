/** A code span, its backticks and all. */
export interface CodeSpan {
  readonly start: number;
  readonly end: number;
}

/** The code spans of a paragraph in order; takes time in proportion to the text. */
export function findCodeSpans(paragraph: string): readonly CodeSpan[] {
  if (!paragraph.includes("`")) return [];
  const runs = [...paragraph.matchAll(/`+/g)];
  const nextOfLength = new Map<number, number>();
  const partners = new Map<number, number>();
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = runs[i]?.[0].length ?? 0;
    const partner = nextOfLength.get(length);
    if (partner !== undefined) partners.set(i, partner);
    nextOfLength.set(length, i);
  }
  const spans: CodeSpan[] = [];
  for (let i = 0; i < runs.length; i++) {
    const partner = partners.get(i);
    const start = runs[i]?.index;
    const close = partner === undefined ? undefined : runs[partner];
    if (partner === undefined || start === undefined || close === undefined) continue;
    spans.push({ start, end: close.index + close[0].length });
    i = partner;
  }
  return spans;
}

/** A line with its code spans, and the text between them, replaced. */
export function replaceCode(line: string, replace: (span: string) => string, rewrite: (text: string) => string = (text) => text): string {
  if (!line.includes("`")) return rewrite(line);
  let replaced = "";
  let at = 0;
  for (const { start, end } of findCodeSpans(line)) {
    replaced += rewrite(line.slice(at, start)) + replace(line.slice(start, end));
    at = end;
  }
  return replaced + rewrite(line.slice(at));
}
