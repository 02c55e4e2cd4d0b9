import { expect, test } from "vitest";
import { userIdSchema } from "@/lib/api/ids";
import { mentionsIn } from "@/lib/workspace/inbox/mentions";

const people = ["Ana", "Ana Berg", "Ben", "Ben", ""].map((name) => ({ id: userIdSchema.parse(crypto.randomUUID()), name }));

test.each([
  ["@Ana, look", ["Ana"]],
  ["@Ana Berg, look", ["Ana Berg"]],
  ["@Ana and @Ana Berg", ["Ana", "Ana Berg"]],
  ["@Anabel is somebody else", []],
  ["@Ben: both of one name", ["Ben", "Ben"]],
  ["nobody @ all, ana@Berg", []],
  ["(@Ana)", ["Ana"]],
])("%j speaks to %j", (body, names) => {
  expect(mentionsIn(body, people).map(({ name }) => name)).toEqual(names);
});
