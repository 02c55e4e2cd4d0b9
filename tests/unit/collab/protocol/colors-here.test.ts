import fc from "fast-check";
import { expect, test } from "vitest";
import { colorsHere, type ColoredPage } from "@/lib/collab/protocol/colors-here";
import { personColors, type PersonColor } from "@/lib/collab/protocol/person-color";

const [first, second, third] = personColors;

function page(id: string, sinceMs: number, { own = first, taken, clientId = sinceMs }: Partial<ColoredPage> = {}): ColoredPage {
  return { clientId, id, sinceMs, own, taken };
}

const color = fc.constantFrom(...personColors);
const anyPage = fc.record({
  clientId: fc.nat(1_000),
  id: fc.constantFrom(..."abcdefghijkl"),
  sinceMs: fc.nat(5),
  own: color,
  taken: fc.option(color, { nil: undefined }),
});
const anyPages = fc.uniqueArray(anyPage, { selector: ({ clientId }) => clientId, maxLength: 20 });

test("one person alone has their own colour", () => {
  expect([...colorsHere([page("ana", 1, { own: second })])]).toEqual([["ana", second]]);
});

test("of two with the same colour who came later gets the next one", () => {
  const pages = [page("zoe", 1), page("ana", 2)];
  expect(Object.fromEntries(colorsHere(pages))).toEqual({ zoe: first, ana: second });
});

test("what somebody has taken stays theirs, though the one whose colour they had to avoid is gone", () => {
  expect([...colorsHere([page("ana", 2, { taken: second })])]).toEqual([["ana", second]]);
});

test("of two who took the same before they heard of each other the earlier keeps it, and the later gets what nobody took", () => {
  const pages = [page("ana", 2, { taken: first }), page("zoe", 1, { taken: first }), page("ben", 3, { taken: second })];
  expect(Object.fromEntries(colorsHere(pages))).toEqual({ zoe: first, ben: second, ana: third });
});

test("several pages of one person are one person, whatever each of them took", () => {
  const pages = [page("ana", 5, { taken: third }), page("ana", 1), page("ana", 3, { taken: second }), page("ben", 2, { taken: third })];
  expect(Object.fromEntries(colorsHere(pages))).toEqual({ ana: second, ben: third });
});

test("up to as many people as there are colours have one each, whatever their pages say and in whatever order they are heard of", () => {
  fc.assert(
    fc.property(anyPages, fc.infiniteStream(fc.nat()), (pages, numbers) => {
      const colors = colorsHere(pages);
      const ids = new Set(pages.map(({ id }) => id));
      expect(new Set(colors.keys())).toEqual(ids);
      expect(new Set(colors.values()).size).toBe(Math.min(ids.size, personColors.length));
      const shuffled = pages.map((one) => ({ one, at: numbers.next().value ?? 0 })).toSorted((a, b) => a.at - b.at);
      expect(new Map(colorsHere(shuffled.map(({ one }) => one)))).toEqual(colors);
    }),
  );
});

test("a page that takes its person's colour changes nobody's", () => {
  fc.assert(
    fc.property(anyPages, fc.nat(), (pages, pick) => {
      const colors = colorsHere(pages);
      const taking = pages[pick % Math.max(1, pages.length)];
      const after = pages.map((one) => (one === taking ? { ...one, taken: colors.get(one.id) } : one));
      expect(colorsHere(after)).toEqual(colors);
    }),
  );
});

/** What happens in a deck: somebody opens a page, perhaps one that had a colour before its line was cut, or a page goes. */
type Happening = { readonly comes: string; readonly own: PersonColor; readonly had: PersonColor | undefined } | { readonly goes: number };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ comes: fc.constantFrom(..."abcdefghijkl"), own: color, had: fc.option(color, { nil: undefined }) }) },
  { weight: 1, arbitrary: fc.record({ goes: fc.nat() }) },
);

/** Who was shown in another colour from one happening to the next, without need. */
function changesOf(happenings: readonly Happening[]): readonly string[] {
  let pages: readonly ColoredPage[] = [];
  const changed: string[] = [];
  const owns = new Map<string, PersonColor>();
  for (const [index, what] of happenings.entries()) {
    const before = colorsHere(pages);
    if ("comes" in what) {
      const own = owns.get(what.comes) ?? what.own;
      owns.set(what.comes, own);
      pages = [...pages, page(what.comes, index + 1, { own, taken: what.had })];
    } else pages = pages.filter((_page, at) => at !== what.goes % pages.length);
    const now = colorsHere(pages);
    const isShared = (color: PersonColor) => [...before.values()].filter((other) => other === color).length > 1;
    for (const [id, color] of before) {
      const mayChange = !now.has(id) || ("goes" in what && isShared(color));
      if (!mayChange && now.get(id) !== color) changed.push(`${id} at ${index}: ${color} to ${now.get(id)}`);
    }
    // Each page takes what its person is shown in.
    pages = pages.map((one) => ({ ...one, taken: now.get(one.id) }));
  }
  return changed;
}

test("nobody's colour changes when somebody comes, and when somebody goes only that of who shared one", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      expect(changesOf(happenings)).toEqual([]);
    }),
  );
});
