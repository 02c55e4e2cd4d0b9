import { expect, test } from "vitest";
import { filePathFor, numberedPath } from "@/lib/workspace/files/file-name";

test.each([
  ["chart.png", "chart.png"],
  ["Bildschirmfoto 2026-11-28 um 10.15.02.png", "Bildschirmfoto-2026-11-28-um-10.15.02.png"],
  ["img/Chart.PNG", "img/Chart.PNG"],
  ["C:\\talk\\chart.png", "C/talk/chart.png"],
  ["../../etc/chart.png", "etc/chart.png"],
  ["photo.jpg", "photo.png"],
  ["release v1.2", "release-v1.2.png"],
  ["no-ending", "no-ending.png"],
  ["???", "file.png"],
  [".png", "png.png"],
])("%j becomes %s", (name, path) => {
  expect(filePathFor(name, ["png"])).toBe(path);
});

test("a number goes before the ending", () => {
  expect([numberedPath("a.b/chart.png", 2), numberedPath("chart", 3)]).toEqual(["a.b/chart-2.png", "chart-3"]);
});
