import { expect, test } from "vitest";
import { toggleLink } from "@/components/editor/format/toggle-link";
import { drawnAfter, inputOf } from "./marked-text";

function toggle(drawn: string): string {
  const input = inputOf(drawn);
  return drawnAfter(input, toggleLink(input));
}

test("words become a link whose address is selected", () => expect(toggle("see ‹this page› now")).toBe("see [this page](‹https://›) now"));
test("a selected address becomes the link's own", () => expect(toggle("‹https://example.org›")).toBe("[|](https://example.org)"));
test("a caret means its word", () => expect(toggle("see thi|s")).toBe("see [this](‹https://›)"));
test("inside a link the link goes and its words stay", () => expect(toggle("see [th|is](https://a.example) now")).toBe("see ‹this› now"));
test("a picture is no link", () => expect(toggle("![pic|ture](a.png)")).toBe("![pic|ture](a.png)"));
test("in code nothing happens", () => expect(toggle("    co|de\n")).toBe("    co|de\n"));
