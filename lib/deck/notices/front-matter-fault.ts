import type { FrontMatterError } from "@/lib/deck/front-matter";
import { maxNesting, maxQuotes } from "@/lib/deck/limits";

/** One sentence on it, without the full stop; offsets into the deck's text. */
export interface FrontMatterFault {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

const noSetting = "each line takes a name, a colon, a space and a value, and this one does not";

/**
 * What is wrong with a front matter in words for people who never heard of YAML, and where it begins; offsets into the
 * deck's text. What they hardly ever run into stays in YAML's words.
 */
export function describeFault(text: string, error: FrontMatterError): FrontMatterFault {
  const { said, start, end, code } = error;
  const line = text.slice(start).split("\n", 1)[0] ?? "";
  const because = (reason: string, from = start): FrontMatterFault => ({ sentence: `The front matter can't be read: ${reason}`, start: from, end });
  switch (code) {
    case "no-settings":
      return { sentence: "The front matter has to be a list of `key: value` lines", start, end };
    case "no-yaml":
      return because("it is not YAML");
    case "aliases":
      return because("aliases (`*name`) are not allowed in it");
    case "too-deep":
      return because(`brackets nest deeper than ${maxNesting} levels in it`);
    case "quotes":
      return because(`it holds more than ${maxQuotes} quotation marks`);
    case "MISSING_CHAR":
      if (/closing ["']quote/.test(said)) return because("a quotation mark is opened and never closed", openedBefore(text, start));
      if (said.includes("Implicit map key")) return because(noSetting);
      break;
    case "BLOCK_AS_IMPLICIT_KEY":
      if (/:(\s|$)/.test(line)) return because("a value that holds a colon needs quotation marks around it");
      return because("the line below this one is indented and must not be");
    case "MULTILINE_IMPLICIT_KEY":
      return because(noSetting);
    case "TAB_AS_INDENT":
      return because("a line is indented by a tab. Use spaces");
    case "BAD_SCALAR_START":
      return because(`a value that begins with ${line[0] ?? ""} needs quotation marks around it`);
    case "BAD_INDENT":
      if (/end with a [\]}]/.test(said)) return because("a bracket is opened and never closed", openedBefore(text, start));
      return because("a line is indented differently from those around it");
    case "BAD_DQ_ESCAPE":
      return because(`${line.slice(0, 2)} means nothing between double quotation marks. Write \\\\ for a backslash`);
    case "UNEXPECTED_TOKEN":
      if (said.includes("scalar at node end") && /["']\s*$/.test(text.slice(0, start))) return because("text follows a closing quotation mark");
      break;
    default:
  }
  return because(said);
}

/** YAML gives up behind what was left open: it was opened by the last value before that which begins with a quote or a bracket. */
function openedBefore(text: string, offset: number): number {
  const opened = [...text.slice(0, offset).matchAll(/^[^\S\n]*[\w.-]+:[^\S\n]+(?=["'[{])/gm)].at(-1);
  return opened ? opened.index + opened[0].length : offset;
}
