import { htmlMarks } from "@/lib/deck/import/html-marks";
import type { Mark } from "@/lib/deck/import/unconverted-marks";

/** What of Pandoc's and Quarto's Markdown stays as it was written. */
export const pandocMarks: readonly Mark[] = [
  {
    code: "import-shortcode",
    pattern: /\{\{<[ \t]*(?!(?:video|fa|kbd|pagebreak)\b)([\w/-]+)[^\n]*?>\}\}/g,
    says: ([what]) => `${what} is filled in by Quarto; here it shows as it is written.`,
    severity: "warning",
  },
  {
    code: "import-icon",
    pattern: /\{\{<[ \t]*fa\b[^\n]*?>\}\}/g,
    says: () => "Font Awesome's icons aren't here; this shows nothing.",
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
  {
    code: "import-citation",
    pattern: /(?<![\w\\@.])@[A-Za-z][\w:-]+(?:\.\w+)*(?![\w@])/g,
    says: ([what]) => `${what} is a reference that Quarto resolves; here it shows as it is written.`,
    once: true,
  },
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
    pattern: /^:{3,}[ \t]*\{[^}\n]*\.content-(?:visible|hidden)\b.*/g,
    says: () => "Quarto shows this in some formats only; here it shows.",
  },
];
