import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renderFile } from "@/lib/export/render-file";
import { assets } from "@/tests/unit/stage/assets-in-memory";

let folder = "";
const file = (name: string, content: string | Uint8Array = "") => {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
};
const render = (deck: string, options: { readonly notes?: boolean; readonly theme?: string; readonly as?: string } = {}) =>
  renderFile(deck, { assetsFolder: path.join(folder, "assets"), ...options });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lectern-render-"));
  const { manifest } = assets;
  file("assets/manifest.json", JSON.stringify(manifest));
  for (const name of [
    manifest.script,
    manifest.presenterScript,
    manifest.fileScript,
    manifest.stage,
    manifest.read,
    manifest.desk,
    manifest.presenter,
    manifest.fontFaces,
    ...Object.values(manifest.themes).flatMap((theme) => [theme.slides, theme.fontFaces]),
  ])
    file(`assets/${name}`, assets.text(name));
  for (const { file: name } of [...manifest.fonts, ...manifest.math.fonts]) file(`assets/${name}`, name);
  file(`assets/${manifest.math.rules}`);
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("rendering a file from disk", () => {
  test("gives one page, with the pictures that lie beside it", async () => {
    const deck = file("talk/slides.md", "# A\n\n![Dot](pictures/a%20dot.png)\n\n---\n\n# B\n\n![](../outside.png)\n\n![](gone.png)");
    const picture = file("talk/pictures/a dot.png", new Uint8Array([1, 2, 3]));
    file("outside.png", "secret");
    const { bytes, slideCount, leftOut, pictures } = await render(deck);
    const html = new TextDecoder().decode(bytes);
    expect(slideCount).toBe(2);
    expect(html).toContain('<img src="data:image/png;base64,AQID" alt="Dot">');
    expect(html).not.toContain(Buffer.from("secret").toString("base64"));
    expect([...leftOut].sort()).toEqual(["../outside.png", "gone.png"]);
    expect(pictures).toEqual([picture]);
  });

  test("has films and sounds in it as they are uploaded too", async () => {
    const names = ["a.mp4", "a.webm", "a.mp3", "a.m4a", "a.ogg", "a.wav"];
    const deck = file("slides.md", names.map((name) => `![What is heard](${name})`).join("\n\n"));
    for (const name of names) file(name, "x");
    expect([...(await render(deck)).leftOut]).toEqual([]);
  });

  test("brings notices with their lines", async () => {
    const { remarks } = await render(file("slides.md", "---\ntheme: [\n---\n\n# A"));
    expect(remarks).toMatchObject([{ severity: "error", line: 2 }]);
  });

  const slidev = "---\ntheme: seriph\n---\n\n# A\n\n---\nlayout: center\nclass: text-center\n---\n\n# B\n\n<v-click>\n\nlater\n\n</v-click>\n";

  test("reads a file of another tool as that tool does, and says what it took it for", async () => {
    const { bytes, slideCount, convertedFrom } = await render(file("slides.md", slidev));
    expect([slideCount, convertedFrom?.label]).toEqual([2, "Slidev"]);
    expect(convertedFrom?.evidence).not.toEqual([]);
    expect(new TextDecoder().decode(bytes)).not.toContain("class: text-center");
  });

  test("says on which slide something is where the lines are not those of the file any more", async () => {
    const { remarks } = await render(file("slides.md", `${slidev}\n${"word ".repeat(100)}\n`));
    const crowded = remarks.find(({ message }) => message.includes("words on one slide"));
    expect([crowded?.slide, crowded?.line]).toEqual([2, undefined]);
  });

  test("reads a file as it is told to", async () => {
    const { bytes, convertedFrom } = await render(file("slides.md", slidev), { as: "lectern" });
    expect(new TextDecoder().decode(bytes)).toContain("class: text-center");
    expect(convertedFrom).toBeUndefined();
  });

  test("refuses a dialect that there is not, and names those that there are", async () => {
    await expect(render(file("slides.md", "# A"), { as: "impress" })).rejects.toThrow(
      'There is no dialect called "impress"; choose one of lectern, landslide, marp,',
    );
  });

  test("leaves notes out unless asked for", async () => {
    const deck = file("slides.md", "# A\n\n<!-- only for me -->");
    const text = async (notes: boolean) => new TextDecoder().decode((await render(deck, { notes })).bytes);
    expect(await text(false)).not.toContain("only for me");
    expect(await text(true)).toContain("only for me");
  });

  test.each([
    ["a file that is not there", () => path.join(folder, "nope.md"), "There is no file"],
    ["a folder", () => folder, "is a folder"],
    ["another encoding", () => file("latin1.md", new Uint8Array([0x23, 0x20, 0xe4])), "is not UTF-8 text"],
    ["a binary file", () => file("talk.docx", "PK\u0003\u0004\0\0"), "is not UTF-8 text"],
    ["5 MB", () => file("large.md", "a".repeat(5_000_000)), "a deck may have up to 1024 kB"],
  ])("refuses %s with a sentence", async (_, make, sentence) => {
    await expect(render(make())).rejects.toThrow(sentence);
  });

  test("refuses a theme that there is not, and names those that there are", async () => {
    await expect(render(file("slides.md", "# A"), { theme: "gaia" })).rejects.toThrow(
      'There is no theme called "gaia"; choose one of lectern, ink, paper, signal, terminal, blueprint, chalk, landslide.',
    );
  });
});
