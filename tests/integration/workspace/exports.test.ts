import { expect, test } from "vitest";
import * as exportRoute from "@/app/api/decks/[id]/export/route";
import { readExportStream, type ExportProgress } from "@/lib/api/export-stream";
import type { PageBrowser } from "@/lib/browser/page-browser";
import { createLog } from "@/lib/log";
import { setRuntime } from "@/lib/runtime";
import { setUpHouse, type Actor, type House } from "@/tests/integration/api/house";
import { readPptx } from "@/tests/support/read-pptx";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.guest();
});

const take = (id: string, query: string, as = ana) => house.call(exportRoute.GET, "GET", `/api/decks/${id}/export?${query}`, { as, params: { id } });

async function receive(answer: Response) {
  const heard: ExportProgress[] = [];
  if (answer.body === null) throw new Error("there is no body");
  const received = await readExportStream(answer.body, { onProgress: (progress) => heard.push(progress), signal: new AbortController().signal });
  return { heard, received };
}

test("a PDF comes as a file, with a page for each slide", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk\n\n---\n\n# Two\n" });
  const answer = await take(id, "format=pdf");
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("content-disposition")).toContain('filename="a-talk.pdf"');
  const pdf = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf.match(/\/Type ?\/Page\b(?!s)/g)).toHaveLength(2);
});

test("a file with speaker notes says so in its name", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk\n\n<!-- a note -->\n" });
  const nameOf = async (query: string) => /filename="([^"]+)"/.exec((await take(id, query)).headers.get("content-disposition") ?? "")?.[1];
  expect(await nameOf("format=html")).toBe("a-talk.html");
  expect(await nameOf("format=html&notes=1")).toBe("a-talk-with-notes.html");
});

test("asked to, it says on the way how far it is, and what it could not hold", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk\n\n![Far](https://example.invalid/far.png)\n" });
  const { heard, received } = await receive(await take(id, "format=pdf&progress=1"));
  if (received?.state !== "received") throw new Error("no file came");
  expect(heard.map(({ done }) => done)).toEqual([0, 1, 2]);
  expect(await received.blob.text()).toMatch(/^%PDF-/);
  expect(received.remarks).toEqual([expect.stringContaining("1 picture or film is not in the file")]);
});

test("notes are printed for who may read them, and refused to others", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk\n\n<!-- only for me -->\n" });
  expect((await take(id, "format=pdf&notes=1")).status).toBe(200);
  const link = await house.createLink(ana, id, { kind: "join", right: "view" });
  const ben = await house.guest();
  await house.join(ben, link.kind === "join" ? link.token : "");
  expect((await take(id, "format=pdf", ben)).status).toBe(200);
  expect((await take(id, "format=pdf&notes=1", ben)).status).toBe(403);
  expect((await take(id, "format=pptx&notes=1", ben)).status).toBe(403);
});

test("a presentation comes as a file that can be gone on with, and says on the way how far it is", async () => {
  const { id } = await house.createDeck(ana, {
    markdown: "# A talk\n\n<!-- only for me -->\n\n---\n\n# Two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
  });
  const { heard, received } = await receive(await take(id, "format=pptx&progress=1"));
  if (received?.state !== "received") throw new Error("no file came");
  expect(received.name).toBe("a-talk.pptx");
  expect(heard.at(-1)).toMatchObject({ what: "Laying out slide 2 of 2" });
  const { part, names, faults } = readPptx(new Uint8Array(await received.blob.arrayBuffer()));
  expect(faults).toEqual([]);
  expect(part("ppt/slides/slide2.xml")).toContain("<a:tbl>");
  expect(names.map(part).join("")).not.toContain("only for me");
  const withNotes = readPptx(new Uint8Array(await (await take(id, "format=pptx&notes=1")).arrayBuffer()));
  expect(withNotes.part("ppt/notesSlides/notesSlide1.xml")).toContain("only for me");
});

test("a server without a browser makes a simple presentation, and says so", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk" });
  setRuntime({ ...house.runtime, browser: { withPage: async () => undefined, stop: async () => undefined } });
  const { received } = await receive(await take(id, "format=pptx&progress=1"));
  setRuntime(house.runtime);
  expect(received).toMatchObject({ state: "received", remarks: [expect.stringContaining("no browser to lay slides out")] });
});

test("a server without a browser says so, as an answer and on the way", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk" });
  setRuntime({ ...house.runtime, log: createLog("silent"), browser: { withPage: async () => undefined, stop: async () => undefined } });
  const answer = await take(id, "format=pdf");
  expect([answer.status, (await answer.json()).code]).toEqual([503, "unavailable"]);
  const { received } = await receive(await take(id, "format=pdf&progress=1"));
  expect(received).toMatchObject({ state: "failed", status: 503, sentence: expect.stringContaining("Save as PDF") });
  setRuntime(house.runtime);
});

test("who stops reading has the work given up", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk" });
  const page = new EventTarget();
  const isAsked = new Promise((resolve) => page.addEventListener("asked", resolve));
  const given = new Promise((resolve) => page.addEventListener("abort", resolve));
  const browser: PageBrowser = {
    withPage: ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => {
          reject(signal.reason);
          page.dispatchEvent(new CustomEvent("abort", { detail: signal.reason }));
        });
        page.dispatchEvent(new Event("asked"));
      }),
    stop: async () => undefined,
  };
  setRuntime({ ...house.runtime, browser });
  const answer = await take(id, "format=pdf&progress=1");
  const reader = answer.body?.getReader();
  await isAsked;
  await reader?.cancel("given up");
  expect(await given).toMatchObject({ detail: "given up" });
  setRuntime(house.runtime);
});

test("what is no format is refused in words", async () => {
  const { id } = await house.createDeck(ana, { markdown: "# A talk" });
  const answer = await take(id, "format=docx");
  expect([answer.status, (await answer.json()).detail]).toEqual([422, expect.stringContaining("html, md, pdf or pptx")]);
});
