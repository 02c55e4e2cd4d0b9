import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const code = "image-alt";

test("a picture written in HTML without words is named, and its file's name offered", () => {
  const [notice] = noticesIn('# One\n\n<img src="img/build-times.png" width="300">\n', code);
  expect(notice?.about).toBe('<img src="img/build-times.png" width="300">');
  expect(notice?.fixed).toBe('# One\n\n<img src="img/build-times.png" width="300" alt="build times">\n');
});

test("each picture of a box and of a line is named once, at its place", () => {
  const source = 'Text <img src="tree.png"/> here\n\n<div>\n<img src="leaf.png">\n<img\n  src="root.png">\n</div>\n';
  expect(noticesIn(source, code).map(({ about }) => about)).toEqual(['<img src="tree.png"/>', '<img src="leaf.png">', '<img\n  src="root.png">']);
  expect(noticesIn(source, code)[0]?.fixed).toContain('<img src="tree.png" alt="tree"/> here');
});

test("words, none on purpose, and what nobody is shown say nothing", () => {
  const source =
    '<img src="a.png" alt="A tree"> <img src="b.png" alt=""> <img alt src="b.png"> <img src="c.png" role="presentation"> <img src="d.png" aria-hidden="true">\n\n<!-- <img src="e.png"> -->\n\n`<img src="f.png">`\n\n```html\n<img src="g.png">\n```\n';
  expect(noticesIn(source, code)).toEqual([]);
});
