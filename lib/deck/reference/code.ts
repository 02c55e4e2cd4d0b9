import type { ReferenceEntry } from "./entry";

/** Programs on slides. */
export const code: readonly ReferenceEntry[] = [
  {
    id: "code",
    title: "Code",
    text: "Three backticks, the language, the code, three backticks. The colours are part of the slide: nothing is loaded while you present.",
    knownFrom: ["Markdown"],
    example:
      '## The whole cache key\n\n```ts\nexport function cacheKey(step: Step, files: readonly File[]): string {\n  const hash = createHash("sha256").update(step.command);\n  for (const file of files) hash.update(file.digest);\n  return `${step.name}-${hash.digest("hex")}`;\n}\n```\n',
    keywords: ["fence", "syntax", "highlight", "program", "snippet", "language"],
    insert: { group: "Code and data", label: "Code", snippet: "```${1:ts}\n${2:const answer = 42;}\n```", place: "block" },
  },
  {
    id: "code-steps",
    title: "Code, line by line",
    text: "Line numbers in braces light up those lines; a bar begins the next step: `{1|3-4|all}`. reveal.js' brackets, `[1|3-4]`, do the same.",
    knownFrom: ["Slidev", "reveal.js"],
    example:
      '## What goes into the key\n\n```ts {1|2|3|all}\nexport function cacheKey(step: Step, files: readonly File[]): string {\n  const hash = createHash("sha256").update(step.command);\n  for (const file of files) hash.update(file.digest);\n  return `${step.name}-${hash.digest("hex")}`;\n}\n```\n',
    keywords: ["highlight lines", "line numbers", "steps", "focus", "walk through"],
    insert: {
      group: "Code and data",
      label: "Code, line by line",
      snippet: "```${1:ts} {${2:1|2-3|all}}\n${3:first();\nsecond();\nthird();}\n```",
      place: "block",
    },
  },
  {
    id: "code-titles",
    title: "A title over code",
    text: "Words in brackets after the language stand over the block: a file name, or what it shows.",
    knownFrom: ["Slidev"],
    example:
      "## Two ways to ask\n\n```bash [Before]\ndocker build -t app:$(git rev-parse HEAD) .\ndocker run --rm app npm test\n```\n\n```bash [After]\nbake test --only-changed\n```\n",
    keywords: ["file name", "caption", "label"],
  },
  {
    id: "code-line-numbers",
    title: "Line numbers",
    text: "`{lines:true}` numbers the lines of a block, `{lines:true,startLine:20}` from there on: then steps go by those numbers, too.",
    knownFrom: ["Slidev"],
    example:
      "## Where it goes wrong\n\n```ts {22}{lines:true,startLine:20}\nfor (const step of steps) {\n  const key = cacheKey(step, files);\n  if (!cache.has(key)) await run(step);\n}\n```\n",
    keywords: ["numbers", "lines", "startLine", "showLineNumbers", "numberLines", "linenos"],
  },
  {
    id: "landslide-code",
    title: "Indented code with !lang",
    text: "A block indented by four spaces is code; where its first line is `!python` or another language it is set in that language.",
    knownFrom: ["Landslide"],
    example: '## As in 2014\n\n    !python\n    def greet(name):\n        return f"Good morning, {name}."\n',
    keywords: ["indented", "!bash", "pygments"],
  },
];
