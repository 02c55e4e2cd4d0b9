import { maskCode } from "@/lib/deck/import/masked-text";
import type { Attributes } from "./attributes";
import { readSlideComments } from "./slide";

interface Place {
  readonly h: number;
  readonly v: number;
  readonly text: string;
  /** Of its section in HTML. */
  readonly attributes?: Attributes;
}

export interface SlideLinks {
  /** Turns links to slides by their place, `#/1/3`, or their id, `#/more`, into links by their number, `#7`. */
  readonly convert: (text: string) => string;
  /** Ids of slides that something links to: once that is done, nothing needs them. */
  readonly linked: ReadonlySet<string>;
}

const link = /(\]\(|href=["'])#(?:\/(\d+)(?:\/(\d+))?|\/?([^\s)"'/\d][^\s)"'/]*))(?=[)"'\s])/g;

export function readSlideLinks(slides: readonly Place[]): SlideLinks {
  const numbers = new Map(slides.map(({ h, v }, index) => [`${h}/${v}`, index + 1]));
  const ids = new Map(slides.map((slide, index) => [idOf(slide), index + 1]));
  const texts = ids.size > 1 || !ids.has(undefined) ? slides.filter(({ text }) => text.includes("#")) : [];
  const named = texts.flatMap(({ text }) => Array.from(maskCode(text, { comments: true }).matchAll(link), (match) => match[4] ?? ""));
  return {
    linked: new Set(named.filter((id) => ids.has(id))),
    convert(text) {
      if (!/\]\(#|href=["']#/.test(text)) return text;
      const masked = maskCode(text, { comments: true });
      let result = "";
      let at = 0;
      for (const match of masked.matchAll(link)) {
        const number = match[4] === undefined ? numbers.get(`${match[2]}/${match[3] ?? 0}`) : ids.get(match[4]);
        if (number === undefined) continue;
        result += `${text.slice(at, match.index)}${match[1]}#${number}`;
        at = match.index + match[0].length;
      }
      return result + text.slice(at);
    },
  };
}

function idOf({ text, attributes }: Place): string | undefined {
  return readSlideComments(text).get("id") ?? attributes?.get("id");
}
