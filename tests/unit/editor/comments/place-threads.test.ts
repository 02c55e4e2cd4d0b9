import { expect, test } from "vitest";
import * as Y from "yjs";
import { countBySlide, placeThreads } from "@/components/editor/comments/place-threads";
import { commentThreadSchema, type CommentThread } from "@/lib/api/comments";
import { encodeAnchor } from "@/lib/collab/client/anchors";
import { parseDeck } from "@/lib/deck";

const markdown = "# One\n\nfirst\n\n---\n\n# Two\n\nsecond\n";

function open(): { readonly doc: Y.Doc; readonly text: Y.Text } {
  const doc = new Y.Doc();
  const text = doc.getText("markdown");
  text.insert(0, markdown);
  return { doc, text };
}

function thread(part: Partial<CommentThread> = {}): CommentThread {
  return commentThreadSchema.parse({
    id: crypto.randomUUID(),
    slideId: null,
    slide: null,
    quote: null,
    range: null,
    anchor: null,
    resolved: null,
    comments: [],
    ...part,
  });
}

function about(text: Y.Text, words: string): CommentThread {
  const start = text.toString().indexOf(words);
  return thread({ quote: words, slide: 0, anchor: encodeAnchor(text, { start, end: start + words.length }) });
}

test("threads come in the order of the text: the deck's, a slide's own, its words'", () => {
  const { doc, text } = open();
  const [second, first, deck, slide] = [about(text, "second"), about(text, "first"), thread(), thread({ slide: 1 })];
  const placed = placeThreads([second, first, deck, slide], { deck: parseDeck(markdown), doc });
  expect(placed.map((each) => [each.thread.id, each.slide])).toEqual([
    [deck.id, undefined],
    [first.id, 0],
    [slide.id, 1],
    [second.id, 1],
  ]);
});

test("a thread whose words go elsewhere while somebody writes is at its new slide at once", () => {
  const { doc, text } = open();
  const placed = about(text, "first");
  text.insert(0, "# Zero\n\n---\n\n");
  expect(placeThreads([placed], { deck: parseDeck(text.toString()), doc })).toMatchObject([{ slide: 1, range: { start: 20, end: 25 } }]);
});

test("a thread whose words are gone is at the slide where the server saw it last", () => {
  const { doc, text } = open();
  const placed = about(text, "first");
  text.delete(text.toString().indexOf("first"), 5);
  expect(placeThreads([placed], { deck: parseDeck(text.toString()), doc })).toMatchObject([{ slide: 0, range: undefined }]);
});

test("only open threads count for a slide", () => {
  const resolved = { at: new Date(0).toISOString(), by: "Ana" };
  const placed = [thread({ slide: 1 }), thread({ slide: 1 }), thread({ slide: 1, resolved }), thread()].map((each) => ({
    thread: each,
    range: undefined,
    slide: each.slide ?? undefined,
  }));
  expect([...countBySlide(placed)]).toEqual([[1, 2]]);
});
