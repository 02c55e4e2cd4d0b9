import { expect, test } from "vitest";
import { renderNotes } from "@/lib/stage/notes";

test("notes are Markdown, and keep their line ends", () => {
  expect(renderNotes("Say **this**.\nThen wait.\n\n- one\n- two", {})).toBe(
    "<p>Say <strong>this</strong>.<br>Then wait.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
  );
});

test("a rule in them is a rule", () => {
  expect(renderNotes("a\n\n---\n\nb", {})).toBe("<p>a</p><hr><p>b</p>");
});

test("what starts like front matter is none", () => {
  expect(renderNotes("---\ntitle: x\n---\nb", {})).toContain("title: x");
});

test("they are sanitised like slides", () => {
  const html = renderNotes('<img src="x" onerror="alert(1)"><script>alert(1)</script> [a](javascript:alert(1))', {});
  expect(html).not.toMatch(/onerror|<script|javascript:/);
});

test("no notes are nothing", () => {
  expect(renderNotes(" \n", {})).toBe("");
});
