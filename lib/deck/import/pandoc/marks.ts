import { htmlMarks } from "@/lib/deck/import/html-marks";
import type { Mark } from "@/lib/deck/import/unconverted-marks";
import { citation, crossReference } from "./citations";
import type { Targets } from "./cross-references";

/** What of Pandoc's and Quarto's Markdown stays as it was written; citations show their keys in decks with a bibliography. */
export function pandocMarks(hasBibliography: boolean, targets: Targets): readonly Mark[] {
  return [...marksBefore, brokenReference(targets), hasBibliography ? keyedCitation : writtenCitation, ...marksAfter];
}

const writtenCitation: Mark = {
  code: "import-citation",
  pattern: new RegExp(`(?!${crossReference.source})${citation.source}`, "g"),
  says: ([what]) => `${what} is a reference that Pandoc resolves; here it shows as it is written.`,
  once: true,
};

const keyedCitation: Mark = { ...writtenCitation, says: ([what]) => `${what} is in a bibliography that isn't read here; its key shows.` };

/** What has a number in Quarto, where the deck holds nothing of that name. */
function brokenReference(targets: Targets): Mark {
  const found = [...targets.keys()].slice(0, maxTargets).map((id) => id.replaceAll(".", "\\."));
  const known = found.length === 0 ? "" : `(?!@(?:${found.join("|")})(?![\\w:-]))`;
  return {
    code: "import-reference",
    pattern: new RegExp(`(?=${crossReference.source})${known}${citation.source}`, "g"),
    says: ([what]) => `${what} is the number of something that is not in this deck; it shows as it is written.`,
    severity: "warning",
  };
}

/** Decks number less. */
const maxTargets = 1_000;

const marksBefore: readonly Mark[] = [
  {
    code: "import-shortcode",
    pattern: /\{\{<[ \t]*(?!(?:video|fa|bi|iconify|kbd|pagebreak|qrcode)\b)([\w/-]+)[^\n]*?>\}\}/g,
    says: ([what]) => `${what} is filled in by Quarto; here it shows as it is written.`,
    severity: "warning",
  },
  {
    code: "import-icon",
    pattern: /\{\{<[ \t]*(?:fa|bi|iconify)\b[^\n]*?>\}\}/g,
    says: () => "The icons of this set aren't here; this shows nothing.",
    once: true,
  },
  {
    code: "import-cell",
    pattern: /^\{(?!\{)(?!=|\.|#|mermaid\b)[A-Za-z][^}]*\}/g,
    within: "fences",
    says: ([what]) => `Quarto runs ${what} cells and shows what they print; here their code shows.`,
    severity: "warning",
  },
  {
    code: "import-raw",
    pattern: /^\{=(?!html)(\w+)\}/g,
    within: "fences",
    says: ([, format]) => `This is raw ${format} for another format than slides in HTML; its source shows.`,
  },
  { code: "import-tabset", pattern: /^:{3,}[ \t]*\{[^}\n]*\.?panel-tabset\b.*/g, says: () => "The tabs of this set show one under the other here." },
];

const marksAfter: readonly Mark[] = [
  {
    code: "import-latex",
    pattern:
      /^\\(?:newpage|pagebreak|begin(?!\{(?:align|alignat|gather|equation)\*?\})|end(?!\{(?:align|alignat|gather|equation)\*?\})|vspace|hspace|centering|tiny|small|footnotesize)\b.*$/g,
    says: ([what]) => `${what} is LaTeX; here it shows as it is written.`,
    once: true,
  },
  ...htmlMarks,
  {
    code: "import-conditional",
    pattern: /^:{3,}[ \t]*\{(?=[^}\n]*\.content-(?:visible|hidden)\b)[^}\n]*(?:when|unless)-(?:profile|meta)\b.*/g,
    says: () => "Quarto shows this for some profiles or metadata only; here it shows.",
  },
];
