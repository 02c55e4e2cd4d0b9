import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDeclarations } from "@/lib/deck/sanitize/plain-style";
import { sanitizeDeclarations } from "@/lib/deck/sanitize/style";

const length = fc.oneof(
  fc.constant("auto"),
  fc
    .tuple(fc.stringMatching(/^(?:\d{0,3}\.)?\d{1,4}$/), fc.constantFrom("px", "em", "rem", "%", "cm", "vw", "fr", "e3", ""))
    .map(([number, unit]) => number + unit),
);
const declaration = fc
  .tuple(fc.constantFrom("width", "height", "flex", "margin"), fc.constantFrom(":", ": ", ":  "), length)
  .map(([name, colon, value]) => `${name}${colon}${name === "flex" ? "0 1 " : ""}${value}`);

test("what is told plain is printed as the reader of CSS prints it", () => {
  fc.assert(
    fc.property(fc.array(declaration, { maxLength: 3 }), fc.constantFrom(";", "; "), fc.constantFrom("", ";"), (parts, between, end) => {
      const css = parts.join(between) + end;
      const read = sanitizeDeclarations(css);
      expect(plainDeclarations(css) ?? read).toBe(read);
    }),
    { numRuns: 2_000 },
  );
});

test.each(["width: 300px; height: auto", "flex: 0 1 40%", "height: .5em"])("%s needs no reader of CSS", (css) => {
  expect(plainDeclarations(css)).toBe(sanitizeDeclarations(css));
});

test.each(["", "width: expression(1)", "color: red", "width: 300px}", "width: 3px/**/", "width: 300px; position: fixed"])(
  "%s is for the reader of CSS",
  (css) => {
    expect(plainDeclarations(css)).toBeUndefined();
  },
);
