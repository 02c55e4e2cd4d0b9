import { expect, test } from "vitest";
import { sizedAddress } from "@/lib/api/picture-sizes";
import { parseDeck, renderDeck } from "@/lib/deck";
import { keepNaturalWidths } from "@/lib/stage/natural-widths";

/** A slide whose pictures are all 4032 pixels wide and come in 1280. */
function slide(markdown: string): string {
  const resolveUrl = (url: string, kind: string) => (kind === "link" ? url : sizedAddress(`/p/talk/files/${url}`, 4_032, 1280));
  return keepNaturalWidths(renderDeck(parseDeck(markdown), { resolveUrl })[0] ?? "");
}

const small = "/p/talk/files/a.jpg?w=1280&amp;of=4032";

test("a picture in another width is laid out as the whole one", () => {
  expect(slide("![A cat](a.jpg)")).toContain(`<img src="${small}" srcset="${small} 1280w" sizes="4032px" alt="A cat">`);
});

test("so is one behind the text, and one that an author wrote as HTML", () => {
  expect(slide("![bg](a.jpg)\n# Words")).toContain(`srcset="${small} 1280w" sizes="4032px"`);
  expect(slide('<img class="x" alt="1 > 0" src="a.jpg">')).toContain(`srcset="${small} 1280w" sizes="4032px"`);
});

test.each([
  ["of a slide's settings", "---\nbackgroundImage: url(a.jpg)\nbackgroundSize: auto\n---\n# A", `url(${small})`],
  ["in an element's own style", '<p style="color: red; background-image: url(a.jpg)">A</p>', `url(${small})`],
  ["in a slide's own style", "<style scoped>p { background: url(a.jpg) no-repeat }</style>\n\nA", `url(${small.replace("&amp;", "&")})`],
  ["with brackets in its name", "---\nbackgroundImage: 'url(\"a (1).jpg\")'\n---\n# A", "url(/p/talk/files/a\\ \\(1\\).jpg?w=1280&amp;of=4032)"],
])("a picture %s comes small, and says how many of its pixels are one of the whole picture's", (_where, markdown, address) => {
  expect(slide(markdown)).toContain(`image-set(${address} 0.31746x)`);
});

test("a picture inside the document has its data once, however much it is", () => {
  const data = "A".repeat(30_000_000);
  const html = keepNaturalWidths(`<p><img src="data:image/webp;w=2560;of=4032;base64,${data}" alt="A"></p>`);
  expect(html.length).toBeLessThan(data.length + 200);
  expect(html.replace(data, "…")).toBe('<p><img src="data:," srcset="data:image/webp;base64,… 2560w" sizes="4032px" alt="A"></p>');
});

test("so does one in CSS", () => {
  const html = keepNaturalWidths('<p style="background:url(data:image/webp;w=1280;of=2560;base64,AAAA)">A</p>');
  expect(html).toBe('<p style="background:image-set(url(data:image/webp;base64,AAAA) 0.50000x)">A</p>');
});

test("a film's picture comes whole", () => {
  expect(slide('<video poster="a.jpg" src="film.mp4"></video>')).toContain('poster="/p/talk/files/a.jpg"');
});

test("words that only look so stay as they are", () => {
  const words = `\`<img src="${small}"> <p style="background: url(${small})">\``.replaceAll("&amp;", "&");
  expect(slide(words)).toBe(renderDeck(parseDeck(words))[0]);
});

test("an author's own sizes do nothing", () => {
  expect(slide('<img src="a.jpg" srcset="https://else.example/b.jpg 2x" sizes="1px">')).not.toContain("else.example");
});
