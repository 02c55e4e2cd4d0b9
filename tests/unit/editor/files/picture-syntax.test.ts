import { expect, test } from "vitest";
import { endOfSlide, fitBetween, pictureSyntax } from "@/components/editor/files/picture-syntax";

test("a file's name as words is where the alternative text starts from", () => {
  expect(pictureSyntax("img/docker_layers-2014.final.png")).toBe("![docker layers 2014.final](img/docker_layers-2014.final.png)");
});

test.each([
  ["", "", "![a](a.png)"],
  ["Text ", " more", "![a](a.png)"],
  ["Text", "more", " ![a](a.png) "],
  ["Text", ".", " ![a](a.png)"],
  ["# A\n\n", "\n\n# B", "![a](a.png)"],
  ["![b](b.png)", "\n", "\n![a](a.png)"],
  ["# A\n\n", "# B", "![a](a.png)\n\n"],
  ["# A\n", "\n---\n", "![a](a.png)\n"],
])("at the caret between %j and %j it is %j", (before, after, written) => {
  expect(fitBetween("![a](a.png)", { before, after }, "caret")).toBe(written);
});

test.each([
  ["", "", "![a](a.png)"],
  ["- item", "", "\n\n![a](a.png)"],
  ["Text", "\n---\n", "\n\n![a](a.png)\n"],
  ["---\n", "\n\n---", "\n![a](a.png)"],
  ["Text", "\n\n<!-- said -->", "\n\n![a](a.png)"],
])("by itself between %j and %j it is %j", (before, after, written) => {
  expect(fitBetween("![a](a.png)", { before, after }, "paragraph")).toBe(written);
});

test.each([
  ["# A\n\nText\n\n", "# A\n\nText"],
  ["# A\n\nText\n\n<!-- said -->\n\n<!-- and said\nagain -->\n", "# A\n\nText"],
  ["# A\n\n<!-- _class: lead -->\n\nText\n", "# A\n\n<!-- _class: lead -->\n\nText"],
  ["# A\n\n???\nsaid\n", "# A"],
  ["# A\n\nText\n\n## Presenter Notes\n\nsaid", "# A\n\nText"],
  ["", ""],
])("what is shown of %j ends behind %j", (text, shown) => {
  expect(text.slice(0, endOfSlide(text))).toBe(shown);
});
