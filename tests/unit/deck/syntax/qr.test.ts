import { expect, test } from "vitest";
import { readQrInfo } from "@/lib/deck/syntax/qr";

test.each([
  ["", { size: undefined, title: "" }],
  ["450", { size: 450, title: "" }],
  ["{size=300} [All the slides]", { size: 300, title: "All the slides" }],
  ["[Room 450]", { size: undefined, title: "Room 450" }],
  ["20", { size: 100, title: "" }],
  ["9999", { size: 640, title: "" }],
])("%j", (info, expected) => {
  expect(readQrInfo(info)).toEqual(expected);
});
