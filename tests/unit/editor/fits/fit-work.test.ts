import { expect, test } from "vitest";
import { lookOf, slidesToMeasure } from "@/components/editor/fits/fit-work";
import { createFitStore } from "@/components/editor/session/fit-store";
import { parseDeck } from "@/lib/deck";

const { slides } = parseDeck("# One\n\n---\n\n# Two\n\n---\n\n# Three");
const [one = "", two = "", three = ""] = slides.map((slide) => slide.hash);

test("what nobody measured is measured", () => {
  expect(slidesToMeasure(slides, createFitStore(undefined)).map((slide) => slide.hash)).toEqual([one, two, three]);
});

test("what the server knows to fit is not; what it knows at the tightest is, since only that may run over", () => {
  const fits = createFitStore(
    new Map([
      [one, 100],
      [two, 70],
    ]),
  );
  expect(slidesToMeasure(slides, fits).map((slide) => slide.hash)).toEqual([two, three]);
});

test("what was measured here is done", () => {
  const fits = createFitStore(undefined);
  fits.put(new Map([[two, { step: 70, screens: 2 }]]));
  expect(slidesToMeasure(slides, fits).map((slide) => slide.hash)).toEqual([one, three]);
});

test("slides of the same text are measured once", () => {
  const { slides: twins } = parseDeck("# Same\n\n---\n\n# Same");
  const hashes = new Set(twins.map((slide) => slide.hash));
  expect(slidesToMeasure(twins, createFitStore(undefined))).toHaveLength(hashes.size);
});

test("another theme, another shape, another style is another look", () => {
  const looks = ["", "theme: landslide", "aspectRatio: '4:3'", "style: 'h1 { color: red }'"].map((line) =>
    lookOf(parseDeck(`---\n${line}\n---\n# A`)),
  );
  expect(new Set(looks).size).toBe(4);
});
