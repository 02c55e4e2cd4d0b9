import { expect, test } from "vitest";
import { numberSteps, type StepOptions } from "@/lib/deck/decorate/steps";
import { elementsOf, parseHtml, readAttribute, textOf } from "@/lib/deck/sanitize/tree";

/** The last step, and what appears with which. */
function stepsOf(html: string, options: StepOptions = { incremental: false, marp: false }) {
  const root = parseHtml(html);
  const last = numberSteps(root, options);
  const steps = elementsOf(root).flatMap((element) => {
    const step = readAttribute(element, "data-step") ?? readAttribute(element, "data-first-step");
    return step === undefined ? [] : [`${step} ${textOf(element)}`];
  });
  return {
    last,
    steps,
    left: elementsOf(root)
      .flatMap(({ attrs }) => attrs.map(({ name }) => name))
      .filter((name) => /^data-(?:l-|fragment)/.test(name)),
  };
}

const list = (mark: string) => `<ul${mark}><li>a</li><li>b</li></ul>`;

test("what follows a pause waits for it, up to the next one", () => {
  expect(stepsOf("<p>a</p><div data-l-pause></div><p>b</p><p>c</p><div data-l-pause></div><p>d</p>")).toEqual({
    last: 2,
    steps: ["1 b", "1 c", "2 d"],
    left: [],
  });
});

test.each([
  ["a list in an incremental box", `<div class="incremental">${list("")}</div>`, { incremental: false, marp: false }, 2],
  ["a list outside of one", list(""), { incremental: false, marp: false }, 0],
  ["every list of an incremental deck", list(""), { incremental: true, marp: false }, 2],
  ["but one that is not to", `<div class="nonincremental">${list("")}</div>`, { incremental: true, marp: false }, 0],
  ["nor the slide's footnotes", '<ol class="footnotes"><li>a</li></ol>', { incremental: true, marp: false }, 0],
  ["Marp's list with stars", list(' data-l-bullet="*"'), { incremental: false, marp: true }, 2],
  ["Marp's list with dashes", list(' data-l-bullet="-"'), { incremental: false, marp: true }, 0],
  ["a list with stars elsewhere", list(' data-l-bullet="*"'), { incremental: false, marp: false }, 0],
])("%s takes its steps", (_, html, options, last) => {
  expect(stepsOf(html, options)).toMatchObject({ last, left: [] });
});

test("what has an index of its own comes first, by its index, together with its like", () => {
  const fragment = (text: string, index?: number) => `<p class="fragment"${index === undefined ? "" : ` data-fragment-index="${index}"`}>${text}</p>`;
  expect(stepsOf(fragment("last") + fragment("second", 7) + fragment("first", 2) + fragment("with it", 2))).toEqual({
    last: 3,
    steps: ["3 last", "2 second", "1 first", "1 with it"],
    left: [],
  });
});

test.each([
  ["all items of a box, at any depth", "", 3],
  ["those of the first level", ' data-l-depth="1"', 2],
  ["two at a time", ' data-l-every="2"', 2],
])("%s appear one by one", (_, mark, last) => {
  const lists = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>";
  expect(stepsOf(`<div class="incremental"${mark}>${lists}</div>`)).toMatchObject({ last, left: [] });
});

test("the items of a box with an index appear from it on, beside what has the same", () => {
  const box = `<div class="incremental" data-fragment-index="2" data-l-every="2"><ul><li>a</li><li>b</li><li>c</li></ul></div>`;
  expect(stepsOf(`<p class="fragment" data-fragment-index="3">x</p>${box}<p class="fragment" data-fragment-index="1">y</p>`)).toEqual({
    last: 3,
    steps: ["3 x", "2 a", "2 b", "3 c", "1 y"],
    left: [],
  });
});

test("code blocks with the same index change together, each with every press from it on", () => {
  const code = (index: number, groups: number) => `<pre data-groups="${groups}" data-fragment-index="${index}">code ${groups}</pre>`;
  expect(stepsOf(`${code(1, 3)}${code(1, 2)}<p class="fragment" data-fragment-index="2">with the last lines</p>`)).toEqual({
    last: 2,
    steps: ["1 code 3", "1 code 2", "2 with the last lines"],
    left: [],
  });
});

test("a code block takes one step less than it has groups, and what follows comes after them", () => {
  expect(stepsOf('<pre data-groups="3">code</pre><p class="fragment">after</p>')).toMatchObject({ last: 3, steps: ["1 code", "3 after"] });
  expect(stepsOf('<pre data-groups="1">code</pre>')).toMatchObject({ last: 0, steps: [] });
});
