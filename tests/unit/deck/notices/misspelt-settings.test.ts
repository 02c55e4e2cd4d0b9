import { expect, test } from "vitest";
import { noticesIn } from "@/tests/support/decks/notices";

const front = (line: string) => `---\n${line}\n---\n\n# One\n`;

test.each([
  ["pagnate: true", "paginate: true"],
  ["Theme: ink", "theme: ink"],
  ["aspect-ratio: '4:3'", "aspectRatio: '4:3'"],
  ["background_color: navy", "backgroundColor: navy"],
  ["tittle: Talk", "title: Talk"],
  ["pagination: true", "paginate: true"],
  ["language: de", "lang: de"],
])("%s in the front matter is offered as %s", (written, meant) => {
  const [notice] = noticesIn(front(written), "setting-unknown");
  expect(notice?.fixed).toBe(front(meant));
  expect(notice?.message).toContain(`Is ${meant.split(":")[0]} meant?`);
});

test.each(["format: revealjs", "tags: a", "type: slide", "css: a.css", "fonts: x", "date-format: x"])("%s is near nothing", (line) => {
  expect(noticesIn(front(line), "setting-unknown")).toMatchObject([{ fixed: undefined }]);
});

test("what the front matter has already is not offered again", () => {
  expect(noticesIn("---\ntheme: ink\nthemes: ink\n---\n\n# One\n", "setting-unknown")).toMatchObject([{ fixed: undefined }]);
});

test("a setting of a slide is offered as it is meant", () => {
  expect(noticesIn("<!-- _clas: lead -->\n\n# One\n", "setting-unknown")[0]?.fixed).toBe("<!-- _class: lead -->\n\n# One\n");
  expect(noticesIn("<!-- _reveal: x -->\n\n# One\n", "setting-unknown")).toMatchObject([{ fixed: undefined }]);
});

test("a comment that would be a setting but for a letter is read as a note, and says so", () => {
  const [notice] = noticesIn("# One\n\n<!--\nclass: lead\npaginat: true\n-->\n", "setting-misspelt");
  expect(notice).toMatchObject({ about: "paginat", fixed: "# One\n\n<!--\nclass: lead\npaginate: true\n-->\n" });
  expect(noticesIn("<!-- background-color: navy -->\n\n# One\n", "setting-misspelt")[0]?.fixed).toBe("<!-- backgroundColor: navy -->\n\n# One\n");
});

test("notes are notes", () => {
  const notes = ["Footer: mention the sponsor", "glass: raise it, and drink to them all", "Say this: hello\nclas: x and y and z", "`clas: a`"];
  const source = notes.map((note) => `<!-- ${note} -->\n`).join("\n");
  expect(
    noticesIn(`# One\n\n${source}\n\`<!-- clas: a -->\`\n\n\`\`\`\n<!-- clas: a -->\n\`\`\`\n`, "setting-misspelt").map(({ about }) => about),
  ).toEqual([]);
});
