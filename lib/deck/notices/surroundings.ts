import type { Deck, Notice, RenderOptions } from "@/lib/deck/deck";
import { lineStarts, rangeOf } from "@/lib/deck/positions";
import { renderInputOf } from "@/lib/deck/slide-data";
import { decodeName, deckFilePath } from "@/lib/deck/file-path";
import { failedDiagrams } from "./failed-diagrams";
import { readLinks } from "./references";
import { slideRangesOf } from "./slide-ranges";

/** What a deck's text can be held against that no text says. */
export interface Surroundings {
  /** Names of the themes that there are. */
  readonly themes?: readonly string[];
  /** Paths of the deck's own files; without them no address is called broken. */
  readonly files?: { readonly has: (path: string) => boolean };
  /** What came of the deck's diagrams, by their hash. */
  readonly diagrams?: RenderOptions["diagrams"];
  /** The formulas that can't be set, from whoever sets them. */
  readonly refusedFormulas?: ((deck: Deck) => readonly Notice[]) | undefined;
}

/** Notices that need to know what there is around the deck: its theme, its files, what came of its drawings. In the order of the text. */
export function findSurroundingNotices(deck: Deck, surroundings: Surroundings): readonly Notice[] {
  return [
    ...unknownTheme(deck, surroundings),
    ...lostAddresses(deck, surroundings),
    ...failedDiagrams(deck, surroundings.diagrams),
    ...(surroundings.refusedFormulas?.(deck) ?? []),
  ].toSorted((a, b) => a.range.start - b.range.start);
}

function unknownTheme({ source, settings, frontMatter }: Deck, { themes }: Surroundings): readonly Notice[] {
  const { range, values } = frontMatter;
  if (!themes || !range || values["theme"] === undefined || themes.includes(settings.theme)) return [];
  const block = source.slice(range.start, range.end);
  const match = /^theme[ \t]*:[ \t]*(.*?)[ \t]*$/m.exec(block);
  const at = range.start + (match ? match.index + match[0].length - (match[1] ?? "").length : 0);
  const value = match?.[1] ?? "";
  const near = themes.find((theme) => theme.toLowerCase() === settings.theme.toLowerCase() || theme.startsWith(settings.theme.slice(0, 3)));
  return [
    {
      code: "theme-unknown",
      severity: "warning",
      message: `There is no theme “${settings.theme}”, so the slides show in ${themes[0] ?? "the default one"}. There are ${themes.join(", ")}.`,
      range: rangeOf(lineStarts(source), at, at + value.length),
      ...(near === undefined || value === "" ? {} : { fix: { label: `Use ${near}`, edits: [{ start: at, end: at + value.length, text: near }] } }),
    },
  ];
}

/** Relative addresses that nothing answers. A deck serves what its slides show, and nothing to link to. */
function lostAddresses(deck: Deck, { files }: Surroundings): readonly Notice[] {
  if (!files) return [];
  const rangeOn = slideRangesOf(deck);
  return deck.slides.flatMap((slide) => {
    const { source, text } = renderInputOf(slide);
    return readLinks(source, text).flatMap(({ kind, name, start, end }): Notice[] => {
      const range = rangeOn(slide, start, end);
      if (kind === "page") {
        const message = `“${decodeName(name)}” leads nowhere once the slides are public. Link to a whole address, from https:// on.`;
        return [{ code: "relative-link", severity: "warning", message, range }];
      }
      if (kind !== "file" || files.has(name) || files.has(deckFilePath(name) ?? "")) return [];
      const message = `This deck has no file “${decodeName(name)}”. Drop it on the slides to add it.`;
      return [{ code: "file-missing", severity: "warning", message, range }];
    });
  });
}
