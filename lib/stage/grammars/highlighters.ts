import hljs from "highlight.js/lib/core";
import type { LanguageFn } from "highlight.js";
import type { Deck, Highlighter } from "@/lib/deck";
import { grammarLoaders } from "@/lib/stage/grammars/load";

/** Languages that stand inside others, with the grammars that their texts need. */
const embedded: Readonly<Record<string, readonly string[]>> = {
  asciidoc: ["xml"],
  "clojure-repl": ["clojure"],
  coffeescript: ["javascript"],
  dart: ["markdown"],
  django: ["xml"],
  dockerfile: ["bash"],
  dust: ["xml"],
  erb: ["xml", "ruby"],
  haml: ["ruby"],
  handlebars: ["xml"],
  http: ["json", "xml"],
  javascript: ["css", "xml"],
  "julia-repl": ["julia"],
  livescript: ["javascript"],
  markdown: ["xml"],
  mojolicious: ["xml", "perl"],
  nix: ["markdown"],
  "node-repl": ["javascript"],
  parser3: ["xml"],
  "php-template": ["xml", "php"],
  "python-repl": ["python"],
  qml: ["xml"],
  shell: ["bash"],
  tap: ["yaml"],
  twig: ["xml"],
  typescript: ["css", "xml"],
  "vbscript-html": ["xml", "vbscript"],
  xml: ["css", "javascript"],
  xquery: ["xml"],
};

const loaded = new Map<string, Promise<Highlighter>>();

/** Loads what colours a language, by its full name; once each. A load that failed may be asked for again. */
export function loadHighlighter(name: string): Promise<Highlighter> {
  const loading = loaded.get(name) ?? load(name);
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}

/** What colours the code of these slides. */
export async function highlightersFor(slides: Deck["slides"]): Promise<ReadonlyMap<string, Highlighter>> {
  const names = [...new Set(slides.flatMap((slide) => slide.parts.languages))];
  return new Map(await Promise.all(names.map(async (name) => [name, await loadHighlighter(name)] as const)));
}

/** An instance of its own, so that no grammar colours differently for what else has been loaded. */
async function load(name: string): Promise<Highlighter> {
  const grammars = await loadGrammars([name]);
  const instance = hljs.newInstance();
  for (const [language, grammar] of grammars) instance.registerLanguage(language, grammar);
  return (text) => instance.highlight(text, { language: name, ignoreIllegals: true }).value;
}

/** A grammar and those that stand inside it. */
async function loadGrammars(names: readonly string[], known: ReadonlyMap<string, LanguageFn> = new Map()): Promise<ReadonlyMap<string, LanguageFn>> {
  const missing = [...new Set(names)].filter((name) => !known.has(name));
  if (missing.length === 0) return known;
  const added = await Promise.all(missing.map(async (name) => [name, await loadGrammar(name)] as const));
  return loadGrammars(
    missing.flatMap((name) => embedded[name] ?? []),
    new Map([...known, ...added]),
  );
}

async function loadGrammar(name: string): Promise<LanguageFn> {
  const loader = grammarLoaders[name];
  if (!loader) throw new Error(`There is no grammar named ${name}.`);
  return (await loader()).default;
}
