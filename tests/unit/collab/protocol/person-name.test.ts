import { expect, test } from "vitest";
import { nameWithin, namelessGuest } from "@/lib/collab/protocol/person-name";

test("within a sentence a guest is small, and names are as their people write them", () => {
  expect(["", namelessGuest, "Ana", "a. Guest"].map(nameWithin)).toEqual(["a guest", "a guest", "Ana", "a. Guest"]);
});
