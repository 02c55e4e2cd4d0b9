import type { SourceLine } from "@/lib/deck/import/source-lines";
import { rewriteImages } from "./images";
import type { Report } from "@/lib/deck/import/report";

export interface TopSetting {
  readonly key: string;
  readonly value: string;
  readonly line: SourceLine;
}

/** Deckset's settings: `key: value` lines from the very first line on, up to the first other one. */
export function readTopSettings(lines: readonly SourceLine[]): readonly TopSetting[] {
  const settings: TopSetting[] = [];
  for (const line of lines) {
    const [, key, value = ""] = /^([a-z][a-z-]*):[ \t]*(.*)$/i.exec(line.text.trimEnd()) ?? [];
    if (key === undefined || !knownKey.test(key)) break;
    settings.push({ key: key.toLowerCase(), value: value.trim(), line });
  }
  return settings;
}

const knownKey =
  /^(?:theme|autoscale|slide-?numbers|slidecount|footer(?:-style)?|footnote|build-lists|slide-transition|slide-dividers|fit-headers|presenter-notes|background-(?:color|image)|text(?:-\w+)?|header(?:-\w+)?|list|code(?:-\w+)?|quote(?:-\w+)?|link|table(?:-\w+)?|formula|image-corner-radius|alternating-colors|author|title|date)$/i;

/** The front matter that these settings become. A line end in a paragraph is a line break in Deckset. */
export function toDeckSettings(settings: readonly TopSetting[], report: Report): Readonly<Record<string, unknown>> {
  const deck: Record<string, unknown> = {};
  for (const { key, value, line } of settings) {
    switch (key) {
      case "slidenumbers":
      case "slide-numbers":
        deck.paginate = value === "true";
        break;
      case "build-lists":
        if (value !== "false") deck.incremental = true;
        if (/not/i.test(value)) report("build-lists", "Lists that build show their first item with the next step here, too.", line);
        break;
      case "slide-transition":
        if (value !== "false") deck.transition = /^(?:true)?$/.test(value) ? "fade" : value.replace(/\(.*/, "").toLowerCase();
        break;
      case "slide-dividers": {
        const levels = value
          .split(/[\s,]+/)
          .flatMap((mark) => (/^#{1,6}$/.test(mark) ? [mark.length] : /^h[1-6]$/i.test(mark) ? [Number(mark[1])] : []));
        if (levels.length > 0) deck.headingDivider = levels;
        break;
      }
      case "background-color":
        deck.backgroundColor = value;
        break;
      case "background-image":
        deck.backgroundImage = value.startsWith("url(") ? value : `url(${value})`;
        break;
      case "autoscale":
      case "fit-headers":
        // Every slide's text is fitted here anyway.
        break;
      case "footer":
        deck.footer = rewriteImages(value, line, report);
        break;
      case "theme":
      case "author":
      case "title":
      case "date":
        deck[key] = value;
        break;
      default:
        deck[key] = value;
        report("setting", `"${key}" is no setting that Lectern knows; it is kept and does nothing.`, line);
    }
  }
  return { ...deck, breaks: true };
}
