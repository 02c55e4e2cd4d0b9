import fc from "fast-check";
import { expect, test } from "vitest";
import { decodePayload, encodePayload } from "@/lib/collab/server/payload";

test("a row's updates come back in order, whatever they hold", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (updates) => {
      expect(decodePayload(encodePayload(updates))).toEqual(updates);
    }),
  );
});
