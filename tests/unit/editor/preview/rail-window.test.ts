import { expect, test } from "vitest";
import fc from "fast-check";
import { scrollIntoViewTop, windowRows } from "@/components/editor/preview/rail-window";

test("a short list is in the document as a whole", () => {
  expect(windowRows(3, 84, { scrollTopPx: 0, heightPx: 800 })).toEqual({ first: 0, end: 3 });
});

test("of 1,000 rows only those in sight and a few beyond are in the document", () => {
  const { first, end } = windowRows(1000, 84, { scrollTopPx: 42_000, heightPx: 840 });
  expect({ first, end }).toEqual({ first: 496, end: 514 });
});

test("an empty list has no rows", () => {
  expect(windowRows(0, 84, { scrollTopPx: 0, heightPx: 800 })).toEqual({ first: 0, end: 0 });
});

test("every visible row is within the window, however the list is scrolled", () => {
  const place = fc.record({ count: fc.integer({ min: 1, max: 2000 }), top: fc.nat({ max: 200_000 }), height: fc.integer({ min: 1, max: 3000 }) });
  fc.assert(
    fc.property(place, ({ count, top, height }) => {
      const scrollTopPx = Math.min(top, count * 84);
      const { first, end } = windowRows(count, 84, { scrollTopPx, heightPx: height });
      expect(first).toBeLessThan(end);
      expect(first * 84 <= scrollTopPx || first === count - 1).toBe(true);
      expect(end * 84 >= Math.min(count * 84, scrollTopPx + height)).toBe(true);
    }),
  );
});

test("a box in view stays where it is", () => {
  expect(scrollIntoViewTop({ topPx: 100, heightPx: 50 }, { scrollTopPx: 80, heightPx: 400 })).toBe(80);
});

test("a box below comes to the lower edge, with its margin", () => {
  expect(scrollIntoViewTop({ topPx: 900, heightPx: 100 }, { scrollTopPx: 0, heightPx: 400 }, 20)).toBe(620);
});

test("a box above comes to the upper edge", () => {
  expect(scrollIntoViewTop({ topPx: 100, heightPx: 50 }, { scrollTopPx: 500, heightPx: 400 }, 20)).toBe(80);
});

test("a box taller than the view shows its top", () => {
  expect(scrollIntoViewTop({ topPx: 300, heightPx: 900 }, { scrollTopPx: 500, heightPx: 400 })).toBe(300);
});
