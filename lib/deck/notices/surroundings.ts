import type { Deck, Notice } from "@/lib/deck/deck";
import { lineStarts, rangeOf, readPositions } from "@/lib/deck/positions";
import { renderInputOf } from "@/lib/deck/slide-data";
import { toSourceRange } from "@/lib/deck/source-notice";
import { deckFilePath } from "@/lib/deck/file-path";
import { readLinks } from "./references";

/** What a deck's text can be held against that no text says. */
export interface Surroundings {
  /** Names of the themes that there are. */
  readonly themes?: readonly string[];
  /** Paths of the deck's own files; without them no address is called broken. */
  readonly files?: ReadonlySet<string>;
}

/** Notices that need to know what there is around the deck: its theme, its files. In the order of the text. */
export function findSurroundingNotices(deck: Deck, surroundings: Surroundings): readonly Notice[] {
  return [...unknownTheme(deck, surroundings), ...lostAddresses(deck, surroundings)];
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
  const positions = readPositions(deck.source);
  const starts = lineStarts(positions.text);
  return deck.slides.flatMap((slide) => {
    const { source, text } = renderInputOf(slide);
    const before = deck.source.slice(0, slide.range.start);
    const offset = positions.differs ? readPositions(before).text.length : before.length;
    return readLinks(source, text).flatMap(({ kind, name, start, end }): Notice[] => {
      const range = toSourceRange(rangeOf(starts, offset + start, offset + end), positions);
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

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (cause) {
    if (cause instanceof URIError) return name;
    throw cause;
  }
}
