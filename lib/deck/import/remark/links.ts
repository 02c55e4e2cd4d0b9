import { parseDeck } from "@/lib/deck/parse";

/** Links to a slide by remark's name or number get the address that the slide has here. `names` has one entry a slide. */
export function linkToAnchors(markdown: string, names: readonly (string | undefined)[]): string {
  if (!/\]\(#|href="#/.test(markdown)) return markdown;
  const anchors = parseDeck(markdown).slides.map(({ anchor }) => anchor);
  const taken = new Set(anchors);
  return markdown.replace(/(\]\(|href=")#([\w-]+)(?=[)"])/g, (whole, before: string, target: string) => {
    const number = /^p?(\d+)$/.exec(target)?.[1];
    const anchor = taken.has(target) ? undefined : anchors[number === undefined ? names.indexOf(target) : Number(number) - 1];
    return anchor === undefined ? whole : `${before}#${anchor}`;
  });
}
