import type { PlacedToken } from "./placed-tokens";

/** The text, unit for unit, with its code blank; `isBlank` names what else is. */
export function blankCode(text: string, tokens: readonly PlacedToken[], isBlank: (placed: PlacedToken) => boolean = () => false): string {
  let blanked = text;
  for (const placed of tokens) {
    const { token, start, end } = placed;
    if (token.type !== "code" && token.type !== "codespan" && !isBlank(placed)) continue;
    blanked = blanked.slice(0, start) + blanked.slice(start, end).replace(/[^\n]/g, " ") + blanked.slice(end);
  }
  return blanked;
}
