import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import shell from "highlight.js/lib/languages/shell";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import type { Highlighter, RenderOptions } from "@/lib/deck/deck";
import { lateGrammarName, lateGrammarNames } from "./late-grammars";

/** What most decks hold; every other grammar comes when a deck first uses it (late-grammars.ts). */
const grammars = { bash, css, diff, dockerfile, ini, javascript, json, markdown, python, shell, typescript, xml, yaml };

/** The languages that code is highlighted in, by their full names. */
export const grammarNames: readonly string[] = [...Object.keys(grammars), ...lateGrammarNames].toSorted();

const builtIn = hljs.newInstance();
for (const [name, grammar] of Object.entries(grammars)) builtIn.registerLanguage(name, grammar);
builtIn.registerAliases(["docker"], { languageName: "dockerfile" });
builtIn.registerAliases(["vue", "svelte"], { languageName: "xml" });
builtIn.registerAliases(["jsonc", "json5"], { languageName: "json" });

/** UTF-16 units of one block that is coloured: a slide shows some hundred. */
const maxColoredUnits = 10_000;
/** Lines and runs of empty lines that no slide shows: many grammars look on from every sign of them. */
const endless = /.{501}|(?:\n[ \t]*){41}/;

/** True where code in this language can be highlighted, at once or when its grammar has come; any of its names. */
export function knowsLanguage(name: string): boolean {
  return builtIn.getLanguage(name) !== undefined || lateGrammarName(name) !== undefined;
}

/** What colours a block of code: the highlighter that is here, and the full name of the grammar where it comes late. */
export interface BlockColors {
  readonly highlight: Highlighter | undefined;
  readonly late: string | undefined;
}

/** What colours this text in this language. */
export function colorsFor(text: string, language: string, highlighters: RenderOptions["highlighters"]): BlockColors {
  if (text.length > maxColoredUnits || endless.test(text)) return { highlight: undefined, late: undefined };
  const late = lateGrammarName(language);
  return { highlight: late === undefined ? builtInFor(language) : highlighters?.get(late), late };
}

const made = new Map<string, Highlighter>();

function builtInFor(language: string): Highlighter | undefined {
  if (builtIn.getLanguage(language) === undefined) return undefined;
  const known = made.get(language) ?? ((text: string) => builtIn.highlight(text, { language, ignoreIllegals: true }).value);
  made.set(language, known);
  return known;
}
