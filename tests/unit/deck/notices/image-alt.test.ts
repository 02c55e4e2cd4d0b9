import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

test("a picture without words is named, and its file's name offered", () => {
  const [notice] = noticesIn("# One\n\n![w:300](img/build-times_2.png)\n", "image-alt");
  expect(notice?.about).toBe("![w:300](img/build-times_2.png)");
  expect(notice?.fixed).toBe("# One\n\n![w:300 build times 2](img/build-times_2.png)\n");
});

test("a file name that says nothing is not offered", () => {
  expect(noticesIn("![](1234.png)\n", "image-alt")).toMatchObject([{ fixed: undefined }]);
});

test("pictures in lists and tables are found at their place", () => {
  const source = "- a\n  - ![](tree.png)\n\n| a |\n| - |\n| ![](leaf.png) |\n";
  expect(noticesIn(source, "image-alt").map(({ about }) => about)).toEqual(["![](tree.png)", "![](leaf.png)"]);
});

test("backgrounds and pictures with words say nothing", () => {
  expect(noticesIn("![bg](a.png)\n\n![a tree](tree.png)\n", "image-alt")).toEqual([]);
});
