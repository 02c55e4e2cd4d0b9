import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { languageFor } from "@/lib/deck/language";
import { noteAsked } from "@/lib/deck/note-asked";
import { renderPlain, renderTree } from "@/lib/deck/render";
import { sanitizeHtml } from "@/lib/deck/sanitize/html";
import { sanitizePlain } from "@/lib/deck/sanitize/plain-parts";
import { renderInputOf } from "@/lib/deck/slide-data";
import { deckStyler } from "@/lib/deck/styler";
import { anyEdit } from "@/tests/support/decks/edits";
import { fixtureDecks } from "@/tests/support/decks/fixture-decks";

const numRuns = Number(process.env["RUNS"] ?? 60);
const given = { styler: deckStyler, resolveUrl: (url: string) => (url.includes("x") ? undefined : `/files/${url}`) };
const { rendered: options } = noteAsked(given, (noted) => noted);
/** Nothing of it is left, and no HTML is plain with it: the real parser reads it, and the sanitizer walks its tree. */
const unplain = "<svg></svg>";

test("a slide that is printed without a tree looks as the real parser's tree, sanitised and decorated, would", () => {
  let printed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...fixtureDecks()), fc.array(anyEdit, { maxLength: 6 }), (deckText, edits) => {
      for (const slide of parseDeck(edits.reduce((edited, edit) => edit(edited), deckText)).slides) {
        const input = renderInputOf(slide);
        const { source, context } = input;
        const html = languageFor(context).renderTokens(source.blocks.map(({ token }) => token));
        const sanitizing = { idPrefix: "d-", slideSelector: ".slide", resolveUrl: options.resolveUrl, styler: options.styler };
        const parts = sanitizePlain(html, sanitizing);
        const plain = parts && renderPlain(parts, context, options);
        if (!plain) continue;
        printed += 1;
        expect(plain).toEqual(renderTree(sanitizeHtml(html + unplain, sanitizing), input, options));
      }
    }),
    { numRuns },
  );
  expect(printed).toBeGreaterThan(numRuns);
}, 0);
