import { expect, test } from "vitest";
import { ApiError, readApiError, unreachableError } from "@/lib/api/api-error";
import { endingFor, endingOfClose, endingOfLostRight, endingOfTokenError, withKeptText } from "@/lib/collab/client/endings";
import { createLocalSource } from "@/lib/collab/client/local-source";
import { closeCodes, isPermanentClose, renewedReason } from "@/lib/collab/protocol/close-codes";

test.each([
  [closeCodes.deleted, "deleted"],
  [closeCodes.generationChanged, "replaced"],
  [closeCodes.tooLarge, "refused"],
  [closeCodes.badUpdate, "refused"],
  [closeCodes.apart, "refused"],
  [1009, "refused"],
])("a socket closed with %d ends as %s", (code, reason) => {
  expect(isPermanentClose(code)).toBe(true);
  expect(endingOfClose(code)).toMatchObject({ state: "ended", reason, sentence: expect.stringMatching(/^[A-Z].+\.$/) });
});

test("whose number somebody else has is not told that it was no text", () => {
  expect(endingOfClose(closeCodes.apart)?.sentence).toContain("come apart");
  expect(endingOfClose(closeCodes.apart)?.sentence).not.toContain("not text");
});

test("an old token is no end, and of a lost right a token's refusal says more", () => {
  expect(endingOfClose(closeCodes.tokenInvalid)).toBeUndefined();
  expect(endingOfClose(closeCodes.forbidden)).toBeUndefined();
});

test("who deleted or replaced the deck is named", () => {
  expect(endingOfClose(closeCodes.deleted, "by:Ana")).toMatchObject({ reason: "deleted", title: "This deck was deleted by Ana" });
  expect(endingOfClose(closeCodes.generationChanged, "by:Ana")).toMatchObject({ reason: "replaced", title: "This deck was replaced by Ana" });
  expect(endingOfClose(closeCodes.deleted, "by:A guest")).toMatchObject({ title: "This deck was deleted by a guest" });
  expect(endingOfClose(closeCodes.deleted, "the deck was deleted")).not.toHaveProperty("title");
});

test("a deck with a new history says so, and not that its text is another", () => {
  const ending = endingOfClose(closeCodes.generationChanged, renewedReason);
  expect(ending).toMatchObject({ reason: "replaced", title: "This deck begins a new history", sentence: expect.stringContaining("same text") });
});

const refusal = (status: number, code: string) => new ApiError(status, code, "The server's sentence.");
/** An answer in the server's place. */
const ofProxy = (status: number) => readApiError(new Response("<h1>Nothing here</h1>", { status }));

test("who missed the deletion hears of it from the next token's refusal", () => {
  const gone = new ApiError(410, "gone", "This deck was deleted by Ana.");
  expect(endingOfTokenError(gone)).toMatchObject({ reason: "deleted", title: "This deck was deleted by Ana" });
  expect(endingOfLostRight(gone)).toMatchObject({ reason: "deleted", title: "This deck was deleted by Ana" });
});

test.each([
  [refusal(403, "forbidden"), "view-only"],
  [refusal(404, "not-found"), "forbidden"],
  [refusal(409, "conflict"), "forbidden"],
  [refusal(401, "sign-in-needed"), "signed-out"],
])("a right that is gone while the token says %o ends as %s", (error, reason) => {
  expect(endingOfLostRight(error)).toMatchObject({ reason });
});

test.each([401, 403, 404, 410, 502])("why a right is gone is asked again where a proxy answers %d in the server's place", async (status) => {
  expect(endingOfLostRight(await ofProxy(status))).toBeUndefined();
});

test.each([
  [refusal(404, "not-found"), "took away your access"],
  [refusal(403, "forbidden"), "changed what you may do with this deck"],
])("who took a right away is named where the socket's close does: %o", (error, words) => {
  expect(endingOfLostRight(error, "by:Ana")?.sentence).toMatch(`Ana ${words}`);
  expect(endingOfLostRight(error, "by:A guest")?.sentence).toMatch(`A guest ${words}`);
  expect(endingOfLostRight(error, "you have no right to this deck any more")?.sentence).toMatch(`Somebody ${words}`);
});

test("a refusal says where the text is", () => {
  const refused = endingFor("refused");
  expect(withKeptText(refused, { isAside: true }).sentence).toContain("kept in this browser");
  expect(withKeptText(refused, { isAside: false }).sentence).toContain("Copy or download your text");
});

test.each([
  [refusal(401, "sign-in-needed"), "signed-out"],
  [refusal(403, "forbidden"), "view-only"],
  [refusal(404, "not-found"), "deleted"],
  [refusal(409, "conflict"), "deleted"],
])("no token because of %o ends as %s", (error, reason) => {
  expect(endingOfTokenError(error)).toMatchObject({ reason });
});

test.each([
  [unreachableError(undefined)],
  [refusal(500, "internal")],
  [refusal(503, "unavailable")],
  [refusal(429, "rate-limited")],
  [new TypeError("fetch failed")],
  [undefined],
])("no token because of %o is tried again", (error) => {
  expect(endingOfTokenError(error)).toBeUndefined();
});

test.each([401, 403, 404, 409, 410])("a %d of a proxy, in the server's place, is no end", async (status) => {
  expect(endingOfTokenError(await ofProxy(status))).toBeUndefined();
});

test("a deck of this page alone is editable at once, and is never said to be saved", () => {
  const source = createLocalSource("a\r\nb", { name: "Ana", color: "red" });
  expect(source.canEdit).toBe(true);
  expect(source.text.toString()).toBe("a\nb");
  expect(source.saveState.state).not.toBe("saved");
  source.stop();
});
