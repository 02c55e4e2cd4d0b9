import { expect, test } from "vitest";
import { parseDeck, renderDeck } from "@/lib/deck";
import { highlightersFor } from "@/lib/stage/grammars/highlighters";
import { referenceEntries } from "@/lib/deck/reference";

const entries = referenceEntries.map((entry) => [entry.id, entry] as const);

/** What the HTML of an entry's example has to hold, all of it; the id of every entry is a key here. */
const shows: Readonly<Record<string, readonly string[]>> = {
  "slide-break": ['data-slide="1"', 'data-slide="2"'],
  "title-slide": ['data-slide="1" data-layout="title"', 'data-slide="2" data-layout="title"'],
  "visible-rule": ["<hr>"],
  "front-matter": ["data-paginate", '<footer class="slide-footer">Build talk</footer>'],
  "slide-settings": ['<footer class="slide-footer">From here on</footer>', "background-color:#fdf1d8"],
  "hidden-slide": ['data-slide="2"'],
  "layout-default": ['data-layout="default"'],
  "layout-title": ['data-layout="title"'],
  "layout-section": ['data-layout="section"'],
  "layout-center": ['data-layout="center"'],
  "layout-quote": ['data-layout="quote"', "<blockquote>"],
  "layout-statement": ['data-layout="statement"'],
  "layout-image-left": ['data-layout="image-left"', '<div class="slide-media">'],
  "layout-image-right": ['data-layout="image-right"', '<div class="slide-media">'],
  "layout-two-columns": ['data-layout="two-columns"', '<div class="columns">'],
  "layout-full": ['data-layout="full"'],
  words: ["<strong>courage</strong>", "<em>smaller</em>", "<del>fewer</del>", "<code>git push</code>", "<a href="],
  lists: ["<ol>", "<ul>"],
  "task-lists": ['checked=""', 'type="checkbox"'],
  tables: ['<td align="right">0:12</td>'],
  footnotes: ["footnote-reference", "Measured in May"],
  emoji: ["🚀", "🎉"],
  "line-breaks": ["Room 12<br>"],
  columns: ['<div class="columns">', "65%"],
  boxes: ['<div class="box">'],
  alerts: ["alert-warning", "alert-tip"],
  pause: ['data-fragments="1"', '<p data-step="1">'],
  "incremental-list": ['data-fragments="3"'],
  "marp-lists": ['data-fragments="3"'],
  "fragment-box": ['data-fragments="1"'],
  "fragment-leaving": ['<p class="fragment strike" data-step="1">', '<p class="fragment" data-step="2">'],
  "fragment-order": ['data-step="2"', 'data-step="1"'],
  code: ['data-language="ts"', "hljs-keyword"],
  "code-steps": ['data-fragments="3"', 'data-groups="4"'],
  "code-titles": ["code-title", "Before", "After"],
  "code-line-numbers": ['data-numbers="20"', 'style="counter-reset:line 19"', '<span class="line lit"'],
  "landslide-code": ['data-language="python"', "hljs-keyword"],
  math: ["math math-block", "\\rho"],
  mermaid: ["flowchart LR"],
  chart: ["<svg", "Minutes by step"],
  qr: ["<svg", "Scan for the slides"],
  pictures: ['<img src="harbour.jpg" alt="Boats at anchor under a low sun">'],
  "picture-size": ["width:360px", 'alt="Boats at anchor"'],
  captions: ["<figcaption>Lisbon"],
  backgrounds: ["slide-background"],
  "split-backgrounds": ['data-split="right"', "--split:40%"],
  "several-backgrounds": ["harbour.jpg", "mountains.jpg", "city.jpg"],
  filters: ["grayscale(1)"],
  "drop-shadow": ["drop-shadow(0 12px 24px #0008)"],
  "fit-headings": ["fit-heading", "font-size:calc("],
  films: ["<audio", "controls", "interview.mp3"],
  "video-cards": ["video-card", "player.vimeo.com"],
  "speaker-notes": ["Nine times out of ten"],
  "presenter-notes-heading": ["Nine times out of ten"],
  "notes-separator": ["Nine times out of ten"],
  "planned-time": ["Stop there"],
  "slide-classes": [' dark" id="after-dark"', ' dark" id="the-same"'],
  "deck-style-element": ['<div class="price">'],
  "scoped-style": ["<style>", "1.3em"],
  html: ["display:flex", "<kbd>p</kbd>", "<strong>Left</strong>"],
  "literal-braces": ["{{.State.Pid}}"],
  "deck-title": ["Before and after"],
  "deck-author": ["Before and after"],
  "deck-lang": ["Wartezeiten"],
  "deck-theme": ["Before and after"],
  "deck-color-scheme": ["Before and after"],
  "deck-aspect-ratio": ["Before and after"],
  "deck-size": ["Before and after"],
  "deck-heading-divider": ['data-slide="3"'],
  "deck-breaks": ["Room 12<br>"],
  "deck-incremental": ['data-fragments="2"'],
  "deck-marp": ['data-fragments="2"'],
  "deck-math": ["From $5 to $9"],
  "deck-style": ["Before and after"],
  "deck-transition": ["Before and after"],
  "deck-duration": ["Before and after"],
  "deck-description": ["Before and after"],
  "deck-keywords": ["Before and after"],
  "deck-date": ["Before and after"],
  "deck-dialect": ["Before and after"],
  "slide-paginate": ["data-paginate"],
  "slide-header": ['<header class="slide-header">Build talk</header>'],
  "slide-footer": ["<em>Lisbon</em>"],
  "slide-layout": ['data-layout="center"'],
  "slide-class": [' dark" id='],
  "slide-hidden": ["Before and after"],
  "slide-transition": ['data-transition="push"'],
  "slide-duration": ["Before and after"],
  "slide-color": ["color:#7a1f0b"],
  "slide-background-color": ["background-color:#fdf1d8"],
  "slide-background-image": ["linear-gradient(to right,#fdf1d8,#f7c59f)"],
  "slide-background-position": ["background-position:bottom"],
  "slide-background-repeat": ["background-repeat:no-repeat"],
  "slide-background-size": ["background-size:contain"],
};

test.each(entries)("the example of %s shows what it says", async (id, entry) => {
  const deck = parseDeck(entry.example);
  const html = renderDeck(deck, { highlighters: await highlightersFor(deck.slides) }).join("\n");
  expect(shows[id], "say here what it has to show").toBeDefined();
  for (const piece of shows[id] ?? []) expect(html).toContain(piece);
});

test.each(entries)("the example of %s gives the linter nothing to mend", (_id, entry) => {
  expect(parseDeck(entry.example).notices.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
});

/** A heading and one paragraph on the first slide are a title: no example is one without meaning it. */
const titles = new Set(["title-slide", "layout-title", "backgrounds", "several-backgrounds", "deck-heading-divider"]);
test.each(entries.filter(([id]) => !titles.has(id)))("the example of %s is no title slide by accident", (_id, entry) => {
  expect(parseDeck(entry.example).slides[0]?.settings.layout).not.toBe("title");
});

test("the settings in examples take effect on the deck", () => {
  const settings = (id: string) => parseDeck(referenceEntries.find((entry) => entry.id === id)?.example ?? "").settings;
  expect(settings("deck-title").title).toBe("A short history of waiting");
  expect(settings("deck-author").author).toBe("Ana Ruiz, Ben Okafor");
  expect(settings("deck-lang").lang).toBe("de");
  expect(settings("deck-theme").theme).toBe("landslide");
  expect(settings("deck-color-scheme").colorScheme).toBe("dark");
  expect(settings("deck-aspect-ratio").aspectRatio).toBe("4:3");
  expect(settings("deck-size").aspectRatio).toBe("4:3");
  expect(settings("deck-style").style).toContain("li::marker");
  expect(settings("deck-transition").transition).toBe("fade");
  expect(settings("deck-duration").durationS).toBe(1200);
});

test("notes in examples are notes and stay off the slide", () => {
  for (const id of ["speaker-notes", "presenter-notes-heading", "notes-separator"]) {
    const deck = parseDeck(referenceEntries.find((entry) => entry.id === id)?.example ?? "");
    const [slide] = deck.slides;
    expect(slide?.notes, id).toMatch(/measured/i);
    expect(renderDeck(deck).join(""), id).not.toMatch(/measured/i);
  }
});
