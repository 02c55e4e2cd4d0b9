import { grammarNames } from "@/lib/deck/decorate/grammars";
import type { SettingValue } from "./entry";

/** What people call the languages whose own name says too little, and other names for them. */
const titles: Readonly<Record<string, string>> = {
  bash: "Shell scripts; also `sh`, `zsh`",
  c: "C",
  cpp: "C++; also `c++`, `cc`",
  csharp: "C#; also `cs`, `c#`",
  css: "Style sheets",
  diff: "Changes between two texts; also `patch`",
  dockerfile: "Dockerfiles; also `docker`",
  go: "Go; also `golang`",
  ini: "Settings; also `toml`",
  java: "Java",
  javascript: "JavaScript; also `js`, `jsx`",
  json: "Data; also `jsonc`",
  makefile: "Makefiles; also `make`",
  markdown: "Markdown; also `md`",
  nginx: "nginx' configuration",
  php: "PHP",
  python: "Python; also `py`",
  ruby: "Ruby; also `rb`",
  rust: "Rust; also `rs`",
  shell: "A session with its prompt; also `console`",
  sql: "Queries",
  typescript: "TypeScript; also `ts`, `tsx`",
  xml: "HTML and XML; also `html`, `svg`, `vue`",
  yaml: "YAML; also `yml`",
};

/** Short names that people write more often than the long ones. */
const shortNames: readonly SettingValue[] = [
  { value: "ts", text: "TypeScript" },
  { value: "js", text: "JavaScript" },
  { value: "py", text: "Python" },
  { value: "sh", text: "Shell scripts" },
  { value: "html", text: "HTML" },
  { value: "console", text: "A session with its prompt" },
];

/** Blocks that are drawn and not shown as code. */
const drawn: readonly SettingValue[] = [
  { value: "mermaid", text: "A diagram, drawn" },
  { value: "chart", text: "A table of numbers, drawn" },
  { value: "qr", text: "An address to scan" },
];

/** What may stand after the three backticks: every grammar there is, and what is drawn. */
export const codeLanguages: readonly SettingValue[] = [
  ...drawn,
  ...shortNames,
  ...grammarNames.map((value) => ({ value, text: titles[value] ?? value })),
];
