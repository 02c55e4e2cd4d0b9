import { expect, test } from "vitest";
import { durationText, estimateTalkS, noticesText, positionText, wordsText } from "@/components/editor/status/status-text";
import type { SlideSettings } from "@/lib/deck";

const settings: SlideSettings = {
  paginate: true,
  header: "",
  footer: "",
  layout: "default",
  classes: [],
  hidden: false,
  transition: undefined,
  durationS: undefined,
  style: {},
};

test("the slide's number counts from one", () => {
  expect(positionText(2, 28)).toBe("Slide 3 of 28");
});

test("one word is one word", () => {
  expect([wordsText(1), wordsText(0), wordsText(12_345)]).toEqual(["1 word", "0 words", "12,345 words"]);
});

test("a slide with few words still takes half a minute", () => {
  expect(estimateTalkS(Array.from({ length: 28 }, () => ({ words: 7, notes: "", settings })))).toBe(28 * 30);
});

test("notes are spoken too", () => {
  const notes = Array.from({ length: 260 }, () => "word").join(" ");
  expect(estimateTalkS([{ words: 0, notes, settings }])).toBe(120);
});

test("a planned time counts as planned", () => {
  expect(estimateTalkS([{ words: 500, notes: "", settings: { ...settings, durationS: 90 } }])).toBe(90);
});

test("hidden slides take no time", () => {
  expect(estimateTalkS([{ words: 500, notes: "", settings: { ...settings, hidden: true } }])).toBe(0);
});

test("times read as people say them", () => {
  expect([durationText(0), durationText(840), durationText(3600), durationText(3900)]).toEqual(["~1 min", "~14 min", "~1 h", "~1 h 5 min"]);
});

test("notices are counted in words", () => {
  expect([noticesText(0), noticesText(1), noticesText(2)]).toEqual(["No notices", "1 notice", "2 notices"]);
});
