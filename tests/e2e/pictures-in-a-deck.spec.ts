import { readFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import {
  expect,
  joinUnseen,
  makeDeckWith,
  makeLink,
  openDeckWith,
  saveStateOf,
  sourceOf,
  storedText,
  test,
  type Person,
  type PersonOptions,
  waitForWorker,
} from "@/tests/support/people";
import { halves } from "@/tests/support/pictures";

/** A picture of one colour that browsers decode, with words in it that nobody shall read. */
function png(level: number, { width = 320, height = 180 } = {}): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const content = Buffer.concat([Buffer.from(type, "latin1"), body]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(content));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, content, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const rows = Buffer.alloc((width + 1) * height, level);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("tEXt", Buffer.from("Comment\0CANARY")),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

interface TestFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Drops or pastes files as a browser hands them over. */
async function hand(
  page: Page,
  kind: "drop" | "paste",
  { selector, files }: { readonly selector: string; readonly files: readonly TestFile[] },
): Promise<void> {
  const plain = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString("base64") }));
  await page
    .locator(selector)
    .first()
    .evaluate(
      (element, { kind: what, plain: handed }) => {
        const data = new DataTransfer();
        for (const { name, type, base64 } of handed) {
          data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }));
        }
        const { x, y, width, height } = element.getBoundingClientRect();
        const place = { bubbles: true, cancelable: true, clientX: x + width / 2, clientY: y + height / 2 };
        if (what === "paste")
          return void element.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
        for (const name of ["dragenter", "dragover", "drop"]) element.dispatchEvent(new DragEvent(name, { ...place, dataTransfer: data }));
      },
      { kind, plain },
    );
}

const shot = (level: number, name: string): TestFile => ({ name, type: "image/png", bytes: png(level) });

/** Widths of the pictures that the preview has really loaded. */
function loadedWidths(page: Page): Promise<readonly number[]> {
  return page
    .getByRole("region", { name: "Slides" })
    .evaluate((preview) =>
      [...preview.querySelectorAll("*")]
        .flatMap((element) => [...(element.shadowRoot?.querySelectorAll("img") ?? [])])
        .map((image) => image.naturalWidth),
    );
}

async function caretToEnd({ page }: Person): Promise<void> {
  await sourceOf(page).focus();
  await page.keyboard.press("Control+End");
}

test.describe("Pictures in a deck", () => {
  test("a pasted picture stands at the caret, shows, and is one step to undo", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, "# A\n\n");
    await caretToEnd(ana);
    await hand(ana.page, "paste", { selector: ".source-pane .monaco-editor", files: [shot(90, "docker layers.png")] });
    await expect.poll(() => storedText(ana, id)).toBe("# A\n\n![docker layers](docker-layers.png)");
    await expect.poll(() => loadedWidths(ana.page)).toEqual([320]);
    // In one piece: letters that a busy machine takes half a second apart are two steps of undo.
    await ana.page.keyboard.insertText(" and on");
    await expect.poll(() => storedText(ana, id)).toContain("(docker-layers.png) and on");
    await ana.page.keyboard.press("Control+z");
    await ana.page.keyboard.press("Control+z");
    await expect.poll(() => storedText(ana, id)).toBe("# A\n\n");
  });

  test("pictures dropped on a slide come behind what it shows, before its notes, one under the other", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, "# A\n\nText\n\n<!-- said -->\n\n---\n\n# B\n");
    await hand(ana.page, "drop", { selector: '.preview-slide[data-index="0"]', files: [shot(10, "one.png"), shot(200, "two.png")] });
    await expect.poll(() => storedText(ana, id)).toBe("# A\n\nText\n\n![one](one.png)\n\n![two](two.png)\n\n<!-- said -->\n\n---\n\n# B\n");
    await expect.poll(() => loadedWidths(ana.page)).toEqual([320, 320]);
  });

  test("a picture that the text names already shows where it is named, once it is dropped", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, "# A\n\n![Layers](img/layers.png)\n");
    await ana.page.getByRole("button", { name: /notice/ }).click();
    await expect(ana.page.getByText("This deck has no file “img/layers.png”")).toBeVisible();
    await ana.page.keyboard.press("Escape");
    await hand(ana.page, "drop", { selector: ".source-pane .monaco-editor", files: [shot(80, "layers.png")] });
    await expect.poll(() => loadedWidths(ana.page)).toEqual([320]);
    await expect(ana.page.getByRole("button", { name: "No notices" })).toBeVisible();
    expect(await storedText(ana, id)).toBe("# A\n\n![Layers](img/layers.png)\n");
  });

  test("a co-author's picture shows for everybody who has the deck open", async ({ newPerson, writer: ana }) => {
    const ben = await newPerson();
    const id = await openDeckWith(ana, "# A\n\n");
    await joinUnseen(await makeLink(ana, id, "edit"), ben);
    await ben.page.goto(`/decks/${id}`);
    await expect(sourceOf(ben.page)).toBeVisible();
    await caretToEnd(ana);
    await hand(ana.page, "paste", { selector: ".source-pane .monaco-editor", files: [shot(90, "ours.png")] });
    await expect.poll(() => loadedWidths(ben.page)).toEqual([320]);
  });

  test("a photograph costs a phone in the back row a part of what it is, and looks as large as on the wall", async ({ newPerson, writer: ana }) => {
    const id = await makeDeckWith(ana, "![Valley](valley.jpg)\n");
    const photo = await halves(4_000, 3_000).jpeg(92);
    const added = await ana.context.request.post(`/api/decks/${id}/files`, {
      data: photo,
      headers: { "x-file-name": "valley.jpg", "content-type": "image/jpeg" },
    });
    expect(added.status()).toBe(201);
    // Made when first asked for: whom that takes too long has the whole picture meanwhile.
    for (const width of [640, 1280, 2560]) {
      const sized = () => ana.context.request.get(`/decks/${id}/files/valley.jpg?w=${width}&of=4000`);
      await expect.poll(async () => (await sized()).headers()["content-type"]).toBe("image/webp");
    }
    const link = await makeLink(ana, id, "public");
    const look = async (options: PersonOptions) => {
      const { page } = await newPerson(options);
      const [answer] = await Promise.all([page.waitForResponse(/\/files\//), page.goto(new URL(link.url).pathname)]);
      const picture = page.getByRole("img", { name: "Valley" });
      await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.complete)).toBe(true);
      const shape = await picture.evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, ratio: clientWidth / clientHeight }));
      return { ...shape, byteCount: (await answer.body()).byteLength };
    };
    const wall = await look({ isFirstVisit: true });
    const phone = await look({
      userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148",
      viewport: { width: 844, height: 390 },
    });
    expect([phone.width, phone.ratio]).toEqual([wall.width, wall.ratio]);
    expect(phone.ratio).toBeCloseTo(4 / 3, 2);
    expect(phone.byteCount).toBeLessThan(wall.byteCount / 2);
    expect(wall.byteCount).toBeLessThan(photo.byteLength / 2);
  });

  test("what can't be a picture says why, and the text stays as it is", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, "# A\n");
    const files = [
      { name: "talk.md", type: "text/markdown", bytes: Buffer.from("# Another talk") },
      { name: "photo.heic", type: "image/heic", bytes: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1") },
    ];
    await hand(ana.page, "drop", { selector: ".source-pane .monaco-editor", files });
    const list = ana.page.getByRole("list", { name: "Files being added" });
    await expect(list.getByRole("alert")).toHaveText([
      /talk\.md is text, not a picture.*page of your decks/,
      /photo\.heic is a HEIC picture.*JPEG or PNG/,
    ]);
    for (const _each of files) await list.getByRole("button", { name: "Dismiss" }).first().click();
    await expect(list).toBeHidden();
    expect(await storedText(ana, id)).toBe("# A\n");
  });

  test("without a network the picture waits, and goes in when it is tried again", async ({ newPerson }) => {
    const ana = await newPerson();
    const id = await openDeckWith(ana, "# A\n\n");
    await caretToEnd(ana);
    await waitForWorker(ana.page);
    await ana.context.setOffline(true);
    await hand(ana.page, "paste", { selector: ".source-pane .monaco-editor", files: [shot(50, "late.png")] });
    const list = ana.page.getByRole("list", { name: "Files being added" });
    await expect(list.getByRole("alert")).toContainText("can't be reached");
    await ana.context.setOffline(false);
    await expect(saveStateOf(ana.page)).toHaveText(/^Saved/);
    await list.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => storedText(ana, id)).toBe("# A\n\n![late](late.png)");
  });

  test("a co-author sees it, a public link shows it, an exported file holds it, and none of them its metadata", async ({
    newPerson,
    writer: ana,
  }) => {
    const visitor = await newPerson();
    const id = await openDeckWith(ana, "![a](a.png)\n");
    const answer = await ana.context.request.post(`/api/decks/${id}/files`, {
      data: png(120),
      headers: { "x-file-name": "a.png", "content-type": "image/png" },
    });
    expect(answer.status()).toBe(201);
    const link = await makeLink(ana, id, "public");
    await visitor.page.goto(new URL(link.url).pathname);
    const picture = visitor.page.getByRole("img", { name: "a" });
    await expect.poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(320);
    const address = await picture.getAttribute("src");
    expect(address).toMatch(/^\/p\/[^/]+\/files\/[0-9a-f]{64}$/);
    expect((await (await visitor.context.request.get(address ?? "")).body()).includes("CANARY")).toBe(false);
    expect((await visitor.context.request.get(`/decks/${id}/files/a.png`)).status()).toBe(401);

    const [download] = await Promise.all([
      ana.page.waitForEvent("download"),
      ana.page.evaluate((address) => {
        location.assign(address);
      }, `/api/decks/${id}/export?format=html`),
    ]);
    expect(await readFile(await download.path(), "utf8")).toMatch(/<img src="data:image\/png;base64,/);
  });

  test("what a browser paints as JPEG, WebP and PNG comes back as the same picture", async ({ writer: ana }) => {
    const id = await openDeckWith(ana, "# A\n");
    const differences = await ana.page.evaluate(async (deckId) => {
      const canvas = new OffscreenCanvas(64, 48);
      const context = canvas.getContext("2d");
      if (context === null) return [];
      for (let index = 0; index < 64; index += 1) {
        context.fillStyle = `hsl(${index * 6} 80% 50%)`;
        context.fillRect(index, 0, 1, 48);
      }
      const pixelsOf = async (blob: Blob) => {
        const copy = new OffscreenCanvas(64, 48).getContext("2d");
        copy?.drawImage(await createImageBitmap(blob), 0, 0);
        return copy?.getImageData(0, 0, 64, 48).data.join() ?? "";
      };
      const results: [string, boolean][] = [];
      for (const type of ["image/jpeg", "image/webp", "image/png"]) {
        const blob = await canvas.convertToBlob({ type });
        const added = await fetch(`/api/decks/${deckId}/files`, {
          method: "POST",
          body: blob,
          headers: { "x-file-name": `painted.${type.slice(6)}` },
        });
        const { url }: { url: string } = await added.json();
        results.push([type, (await pixelsOf(blob)) === (await pixelsOf(await (await fetch(url)).blob()))]);
      }
      return results;
    }, id);
    expect(differences).toEqual([
      ["image/jpeg", true],
      ["image/webp", true],
      ["image/png", true],
    ]);
  });
});
