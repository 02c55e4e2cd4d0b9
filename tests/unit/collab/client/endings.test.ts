import { expect, test } from "vitest";
import { endingOfClose, endingOfTokenError } from "@/lib/collab/client/endings";
import { createLocalSource } from "@/lib/collab/client/local-source";
import { closeCodes, isPermanentClose } from "@/lib/collab/protocol/close-codes";

test.each([
  [closeCodes.forbidden, "forbidden"],
  [closeCodes.deleted, "deleted"],
  [closeCodes.generationChanged, "replaced"],
  [closeCodes.tooLarge, "refused"],
  [closeCodes.badUpdate, "refused"],
  [1009, "refused"],
])("a socket closed with %d ends as %s", (code, reason) => {
  expect(isPermanentClose(code)).toBe(true);
  expect(endingOfClose(code)).toMatchObject({ state: "ended", reason, sentence: expect.stringMatching(/^[A-Z].+\.$/) });
});

test("an old token is no end", () => {
  expect(endingOfClose(closeCodes.tokenInvalid)).toBeUndefined();
});

test.each([
  [{ status: 401 }, "signed-out"],
  [{ status: 403 }, "forbidden"],
  [{ status: 404 }, "deleted"],
  [{ status: 409 }, "deleted"],
])("no token because of %o ends as %s", (error, reason) => {
  expect(endingOfTokenError(error)).toMatchObject({ reason });
});

test.each([[{ status: 0 }], [{ status: 500 }], [{ status: 503 }], [{ status: 429 }], [new TypeError("fetch failed")], [undefined]])(
  "no token because of %o is tried again",
  (error) => {
    expect(endingOfTokenError(error)).toBeUndefined();
  },
);

test("a deck of this page alone is editable at once, and is never said to be saved", () => {
  const source = createLocalSource("a\r\nb", { name: "Ana", color: "red" });
  expect(source.canEdit).toBe(true);
  expect(source.text.toString()).toBe("a\nb");
  expect(source.saveState.state).not.toBe("saved");
  source.stop();
});
