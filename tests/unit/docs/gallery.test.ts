import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseDeck, slideLayouts } from "@/lib/deck";
import { referenceEntries } from "@/lib/deck/reference";

const folder = path.resolve("docs", "gallery");
const deck = parseDeck(readFileSync(path.join(folder, "gallery.md"), "utf8"));

test("the gallery gives the linter nothing to say", () => {
  expect(deck.notices).toEqual([]);
});

test("the files that lie beside the gallery are those that it shows", () => {
  const paths = [...deck.source.matchAll(/\]\(([\w-]+\.\w+)(?: "[^"]*")?\)/g)].map(([, mentioned = ""]) => mentioned);
  expect(new Set(paths)).toEqual(new Set(readdirSync(folder).filter((name) => name !== "gallery.md")));
});

/** How each entry that is no setting is written. */
const written: Readonly<Record<string, RegExp>> = {
  "slide-break": /\n\n---\n\n/,
  "title-slide": /\n---\n\n# Everything on slides\n\n[A-Z]/,
  "visible-rule": /^<hr>$/m,
  "front-matter": /^---\ntitle: /,
  "slide-settings": /^<!-- header: .*-->\n<!-- _color: /m,
  "hidden-slide": /^<!-- _hidden: true -->/m,
  ...Object.fromEntries(slideLayouts.map((layout) => [`layout-${layout}`, new RegExp(`^<!-- _layout: ${layout} -->$`, "m")])),
  words: /\*\*\w+\*\*.*\*\w+\*.*~~\w+~~.*`.+`/,
  "fit-headings": /^# <!-- fit -->/m,
  lists: /^1\. .+\n2\. .+\n {3}- /m,
  "task-lists": /^- \[x\] /m,
  tables: /^\| :--- \| ---: \|/m,
  footnotes: /\[\^1\]\n[^]*^\[\^1\]: /m,
  emoji: /:rocket:[^]*:sauropod:/,
  "line-breaks": /^Room 12\nSecond floor\n/m,
  columns: /^::: columns\n::: column \{width=/m,
  boxes: /^::: box$/m,
  alerts: /^> \[!WARNING\]$/m,
  pause: /^\. \. \.$/m,
  "incremental-list": /^::: incremental$/m,
  "marp-lists": /^\* /m,
  "fragment-box": /^::: fragment$/m,
  "fragment-leaving": /class="fragment strike"/,
  "fragment-order": /^::: \{\.fragment fragment-index=2\}$/m,
  code: /^```ts$/m,
  "code-steps": /^```ts \{1\|/m,
  "code-titles": /^```bash \[Before\]$/m,
  "code-line-numbers": /^```ts \{22\}\{lines:true,startLine:20\}$/m,
  "landslide-code": /^ {4}!python$/m,
  math: /\$\\rho\$[^]*^\$\$$/m,
  mermaid: /^```mermaid$/m,
  chart: /^```chart bar \[/m,
  qr: /^```qr 300 \[/m,
  pictures: /^!\[A sailing boat under a low sun\]\(/m,
  "picture-size": /^!\[[^\]]* w:360\]/m,
  captions: /^!\[[^\]]*\]\(harbour\.svg "/m,
  backgrounds: /^!\[bg\]\(ridge\.svg\)\n\n#/m,
  "split-backgrounds": /^!\[bg right:40%\]/m,
  "several-backgrounds": /^!\[bg\]\(.*\)\n!\[bg\]/m,
  filters: /grayscale:1\]/,
  "drop-shadow": /drop-shadow:/,
  films: /^!\[.*\]\(tone\.wav\)$/m,
  "video-cards": /^https:\/\/vimeo\.com\/\d+$/m,
  "speaker-notes": /^<!--\nWait/m,
  "presenter-notes-heading": /^\.notes: .*\n\n# Presenter Notes$/m,
  "notes-separator": /^\?\?\?$/m,
  "planned-time": /^duration: 30m$[^]*^<!-- _duration: /m,
  "slide-classes": /^<!-- _class: dark -->$[^]*^\.fx: dark$/m,
  "deck-style-element": /^<style>$/m,
  "scoped-style": /^<style scoped>$/m,
  html: /^<div style="display: flex/m,
  "literal-braces": /^prints what \{\{/m,
};

test.each(referenceEntries.map((entry) => [entry.id, entry] as const))("the gallery shows %s", (id, { setting }) => {
  const ofSetting = setting && new RegExp(id.startsWith("deck-") ? `^${setting.key}: ` : `^<!-- _${setting.key}: `, "m");
  expect(deck.source).toMatch(ofSetting ?? written[id] ?? /say here how it is written/);
});
