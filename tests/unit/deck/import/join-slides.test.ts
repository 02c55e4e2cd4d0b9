import { expect, test } from "vitest";
import { parseDeck } from "@/lib/deck";
import { joinSlides } from "@/lib/deck/import/join-slides";

test.each([
  ["a rule", "one\n\n***\n\ntwo"],
  ["a rule as list item", "- a\n- ---\n"],
  ["an open fence", "```js\nlet a;\n---\nlet b;"],
  ["an open fence of tildes", "~~~~\na\n```\n---"],
  ["an open comment", "text\n\n<!-- never closed\n\n---\n\nmore"],
  ["an open <pre>", "<pre>\na\n\n---\n\nb"],
  ["an open <style>", "<style>\nh1 { color: red }"],
  ["an open <div>", "<div>\ntext"],
  ["text that could be a heading", "Title\n---"],
  ["nothing", ""],
])("a slide that holds %s stays one slide", (_what, text) => {
  expect(parseDeck(joinSlides([text, "# Next"])).slides.map(({ title }) => title)).toHaveLength(2);
});

test("a rule inside a slide still shows", () => {
  expect(joinSlides(["one\n\n***\ntwo", "three"])).toBe("one\n\n<hr>\n\ntwo\n\n---\n\nthree");
});
