import { htmlMarks } from "@/lib/deck/import/html-marks";
import type { Mark } from "@/lib/deck/import/unconverted-marks";

/** What of Slidev stays as it was written, and what becomes of it. */
export const slidevMarks: readonly Mark[] = [
  {
    code: "import-component",
    pattern: /<(?!v-|V[A-Z]|Youtube\b|Link\b)([A-Z]\w*|[a-z]\w*(?:-[\w-]+|:[\w:-]+))(?=[\s/>])/g,
    says: ([, name]) => `<${name}> is a Vue component; it stays in the text and doesn't run here.`,
    severity: "warning",
  },
  {
    code: "import-component",
    pattern: /<(v-(?!clicks?[\s>/]|after[\s>/]|switch[\s>/]|click-gap[\s>/])[\w-]+|V[A-Z](?!lick|fter|witch)\w*)(?=[\s/>])/g,
    says: ([, name]) => `<${name}> is one of Slidev's components; what is in it shows, and it does nothing itself.`,
    severity: "warning",
  },
  {
    code: "import-component",
    pattern: /(?<![\w:/]):([a-z][\w-]*)(?:\[[^[\]\n]*\])?\{(?=[^{}\n]*[.#=])[^{}\n]*\}/g,
    says: ([, name]) => `:${name} is a Vue component; it stays in the text and doesn't run here.`,
    severity: "warning",
  },
  {
    code: "import-component",
    pattern: /^:{2,}([a-z][\w-]*)[ \t]*(?:\{[^{}\n]*\})?[ \t]*$/gm,
    says: ([, name]) =>
      name === "code-group"
        ? "Slidev shows the code of this group in tabs; here it shows one below the other."
        : `::${name} is a Vue component; what is in it shows, and it does nothing itself.`,
  },
  {
    code: "import-click-style",
    pattern: /\bv-(?:click|after)(?:\.(?!hide\b)\w+)+/g,
    says: ([what]) => `${what} sets how this appears in Slidev; here everything just appears.`,
    once: true,
  },
  {
    code: "import-click-range",
    pattern: /\bv-click(?:\.hide|-hide)(?:\.\w+)*="\[[^"]*\]"/g,
    says: ([what]) => `${what} hides something for a while; here it stays.`,
    severity: "warning",
  },
  {
    code: "import-click-range",
    pattern: /<(?:li|td|th|tr|tbody|thead)\b[^<>\n]*\sv-click(?:\.\w+)*="\[[^"]*\]"/g,
    says: () => "This part of a list or a table shows for a while in Slidev; here it appears and stays.",
    severity: "warning",
  },
  {
    code: "import-mark",
    pattern: /<[a-z][a-z0-9]*\b(?![^<>\n]*\sv-(?:click|after))[^<>\n]*\sv-mark\b/g,
    says: () => "Slidev draws v-mark by hand around the words; here they turn to its colour.",
    once: true,
  },
  {
    code: "import-motion",
    pattern: /<(?:[A-Z]\w*\b[^<>\n]*\sv-mark|[a-z][a-z0-9]*\b(?=[^<>\n]*\sv-(?:click|after))[^<>\n]*\sv-mark)\b/g,
    says: () => "v-mark on a component or beside v-click is kept and does nothing here.",
    once: true,
  },
  {
    code: "import-motion",
    pattern: /\b(v-(?:motion|drag))\b/g,
    says: ([, name]) => `${name} moves things in Slidev; it is kept and does nothing here.`,
    once: true,
  },
  {
    code: "import-vue",
    pattern: /\s(?::[a-zA-Z-]+|@[a-z][\w.-]*|v-(?:if|else|else-if|for|show|bind|on|html|text|model)\b[^\s=]*)="[^"]*"/g,
    says: ([what]) => `${what.trim()} is Vue; it is kept and does nothing here.`,
    once: true,
  },
  {
    code: "import-interpolation",
    pattern: /\{\{(?:(?!\{\{|\}\}).)*\}\}/g,
    says: ([what]) => `${what} is filled in by Vue; here it shows as it is written.`,
    once: true,
  },
  {
    code: "import-snippet",
    pattern: /^<<<[ \t].*$/g,
    says: ([what]) => `${what} takes code from a file that isn't part of this text; paste the code in its place.`,
    severity: "warning",
  },
  ...htmlMarks,
  { code: "import-style", pattern: /@apply\b[^;]*/g, says: ([what]) => `${what} is filled in by UnoCSS; it does nothing here.`, once: true },
  {
    code: "import-attributify",
    pattern:
      /<[a-z][a-z0-9]*(?:\s+[^\s"'<>=]+(?:=(?:"[^"<>]*"|'[^'<>]*'))?)*?\s+((?:border|m|p|text|bg|hover)="[^"]*"|(?:m[txblry]?|p[txblry]?|w|h|op|text|top|left|right|bottom|rounded|shadow)-?[\w-]+)(?=[\s/>])/g,
    says: ([, what]) => `${what} is a UnoCSS utility written as an attribute; it is kept and has no style here.`,
    once: true,
  },
  {
    code: "import-magic-move",
    pattern: /\bmagic-move\b.*/g,
    within: "fences",
    says: () => "A magic move turns one block of code into the next; here its steps stand one under the other, each a fragment.",
  },
  {
    code: "import-editor",
    pattern: /\{monaco[^}]*\}|\btwoslash\b/g,
    within: "fences",
    says: ([what]) => `${what} makes the code an editor in Slidev; here it is code to read.`,
  },
  {
    code: "import-plantuml",
    pattern: /^plantuml\b.*/g,
    within: "fences",
    says: () => "PlantUML diagrams are drawn by a server; here their source shows.",
    severity: "warning",
  },
  {
    code: "import-code-hide",
    pattern: /\{[^{}]*\|\s*hide\b[^}]*\}/g,
    within: "fences",
    says: () => "This code is hidden again in Slidev; here it shows with no line lit.",
  },
  {
    code: "import-code-options",
    pattern: /\{[^{}\n]*\b(?:maxHeight|finally|scale|theme|diff|runtimeOptions|autorun|editor|showOutputAt|height|wrap)\b\s*:[^}\n]*\}/g,
    within: "fences",
    says: ([what]) => `${what} sets how Slidev shows the block; it is kept and does nothing here.`,
    once: true,
  },
];
