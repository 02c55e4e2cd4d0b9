import { describe, expect, test } from "vitest";
import { findSlides, meantSlide } from "@/lib/player/find-slide";

const slides = [
  { anchor: "intro", title: "Why wait?" },
  { anchor: "2014", title: "The year 2014" },
  { anchor: "groesse", title: "Größe und Nähe" },
  { anchor: "waiting", title: "Waiting in queues" },
];

describe("searching slides", () => {
  test("finds by words of the title, whatever their case and accents, and by address", () => {
    expect(findSlides("WAIT", slides)).toEqual([0, 3]);
    expect(findSlides("nahe grosse", slides)).toEqual([]);
    expect(findSlides("nahe", slides)).toEqual([2]);
    expect(findSlides("groesse", slides)).toEqual([2]);
  });

  test("finds by number, and everything while nothing is typed", () => {
    expect(findSlides("4", slides)).toEqual([1, 3]);
    expect(findSlides(" ", slides)).toEqual([0, 1, 2, 3]);
  });
});

describe("going to a slide", () => {
  test("takes a number, and one too large as the last", () => {
    expect([meantSlide("3", slides), meantSlide("99", slides), meantSlide("0", slides)]).toEqual([2, 3, 0]);
  });

  test("takes an exact address before a number and before words", () => {
    expect([meantSlide("2014", slides), meantSlide("#waiting", slides), meantSlide("wait", slides)]).toEqual([1, 3, 0]);
  });

  test("leads nowhere for nothing and for what no slide is called", () => {
    expect([meantSlide("", slides), meantSlide("zebra", slides), meantSlide("1", [])]).toEqual([undefined, undefined, undefined]);
  });
});
