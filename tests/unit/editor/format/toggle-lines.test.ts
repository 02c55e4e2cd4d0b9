import { expect, test } from "vitest";
import { setHeading, toggleLines, type LineMark } from "@/components/editor/format/toggle-lines";
import { drawnAfter, inputOf } from "./marked-text";

function toggle(drawn: string, mark: LineMark): string {
  const input = inputOf(drawn);
  return drawnAfter(input, toggleLines(input, mark));
}

function level(drawn: string, to: number): string {
  const input = inputOf(drawn);
  return drawnAfter(input, setHeading(input, to));
}

test("lines become a list", () => expect(toggle("‹one\ntwo›\n", "bullets")).toBe("- ‹one\n- two›\n"));
test("a list becomes lines", () => expect(toggle("- on|e\n", "bullets")).toBe("on|e\n"));
test("a list becomes a numbered one", () => expect(toggle("‹- one\n  - two›", "numbers")).toBe("1. ‹one\n  2. two›"));
test("an empty line begins a list", () => expect(toggle("# A\n\n|\n", "bullets")).toBe("# A\n\n- |\n"));
test("blank lines between items stay blank", () => expect(toggle("‹one\n\ntwo›", "bullets")).toBe("- ‹one\n\n- two›"));
test("a quote holds its blank lines", () => expect(toggle("‹one\n\ntwo›", "quote")).toBe("> ‹one\n>\n> two›"));
test("a quote goes again", () => expect(toggle("‹> one\n> two›", "quote")).toBe("‹one\ntwo›"));
test("lines of a fence stay", () => expect(toggle("‹one\n\n```\ncode\n```\n›", "bullets")).toBe("- ‹one\n\n```\ncode\n```\n›"));
test("a break stays", () => expect(toggle("one\n\n--|-\n\ntwo\n", "bullets")).toBe("one\n\n--|-\n\ntwo\n"));

test("a line becomes a heading", () => expect(level("tex|t", 2)).toBe("## tex|t"));
test("a heading gets another level", () => expect(level("# tex|t", 3)).toBe("### tex|t"));
test("the same level again makes it text", () => expect(level("## tex|t", 2)).toBe("tex|t"));
test("level 0 is text", () => expect(level("## tex|t", 0)).toBe("tex|t"));
