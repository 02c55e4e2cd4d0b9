/** A press of next: so many after the one before it (`'+1'`), or counted from the slide's start. */
export interface Click {
  readonly value: number;
  readonly isRelative: boolean;
}

/** When something appears, and when it goes again. */
export interface Clicks {
  readonly from: Click;
  readonly until?: Click;
}

const next: Click = { value: 1, isRelative: true };
const most = 9_999;

/** With the one before it. */
export const withLast: Clicks = { from: { value: 0, isRelative: true } };

/**
 * What Slidev reads in a `v-click` or `at` (packages/client/composables/useClicks.ts): an expression of Vue, in which
 * only text in quotes may be relative, or text. Undefined where it says that nothing is animated.
 */
export function readClicks(written: string | undefined, form: "expression" | "text"): Clicks | undefined {
  const text = (written ?? "").replaceAll("&quot;", '"').trim();
  if (text === "" || text === "true") return { from: next };
  if (text === "false") return undefined;
  const [, first, second] = /^\[([^,[\]]*),([^,[\]]*)\]$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined) {
    const from = readClick(first, "expression") ?? next;
    const until = readClick(second, "expression");
    return until === undefined ? { from } : { from, until };
  }
  const inObject = /^\{.*\bat:([^,{}]*)/.exec(text)?.[1];
  return { from: (inObject === undefined ? readClick(text, form) : readClick(inObject, "expression")) ?? next };
}

function readClick(written: string, form: "expression" | "text"): Click | undefined {
  const text = written.trim();
  const string = form === "text" ? text : /^(['"`])(.*)\1$/.exec(text)?.[2]?.trim();
  if (string !== undefined && /^[+-]\d{1,4}$/.test(string)) return { value: Number(string), isRelative: true };
  const value = /^[+-]?\d{1,4}$/.test(string ?? text) ? Number(string ?? text) : Number.NaN;
  return Number.isNaN(value) ? undefined : { value: Math.min(most, Math.max(1, value)), isRelative: false };
}
