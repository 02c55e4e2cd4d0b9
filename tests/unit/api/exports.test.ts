import { expect, test } from "vitest";
import { deckFileName } from "@/lib/api/exports";

test.each([
  ["Docker, 2014", "docker-2014.html"],
  ["../../etc/passwd", "etc-passwd.html"],
  ["Größe & Maß", "größe-maß.html"],
  ["???", "deck.html"],
  ["x".repeat(200), `${"x".repeat(80)}.html`],
])("the title %j becomes the file %s", (title, name) => {
  expect(deckFileName(title, "html")).toBe(name);
});

test("a file with speaker notes is told from the one to hand out", () => {
  expect(deckFileName("Docker, 2014", "pdf", { notes: true })).toBe("docker-2014-with-notes.pdf");
});
