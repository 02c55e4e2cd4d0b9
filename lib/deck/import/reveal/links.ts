import { maskCode } from "@/lib/deck/import/masked-text";

interface Place {
  readonly h: number;
  readonly v: number;
}

/** A conversion of links to slides by their place, `#/1/3`, into links by their number, `#7`. */
export function numberSlideLinks(slides: readonly Place[]): (text: string) => string {
  const numbers = new Map(slides.map(({ h, v }, index) => [`${h}/${v}`, index + 1]));
  return (text) => {
    if (!text.includes("#/")) return text;
    const masked = maskCode(text, { comments: true });
    let result = "";
    let at = 0;
    for (const match of masked.matchAll(/(\]\(|href=["'])#\/(\d+)(?:\/(\d+))?(?=[)"'\s])/g)) {
      const number = numbers.get(`${match[2]}/${match[3] ?? 0}`);
      if (number === undefined) continue;
      result += `${text.slice(at, match.index)}${match[1]}#${number}`;
      at = match.index + match[0].length;
    }
    return result + text.slice(at);
  };
}
