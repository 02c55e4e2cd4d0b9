import { expect, test } from "vitest";
import * as Y from "yjs";
import { createUploads, type UploadsOptions } from "@/components/editor/files/uploads";
import { ApiError } from "@/lib/api/api-error";
import { eventually } from "@/tests/support/eventually";

type Send = UploadsOptions["send"];

function open(markdown: string, overrides: Partial<UploadsOptions> = {}) {
  const text = new Y.Doc().getText("markdown");
  text.insert(0, markdown);
  const sent: { readonly file: File; readonly options: Parameters<Send>[1]; arrive: (path?: string) => void; fail: (error: unknown) => void }[] = [];
  const uploads = createUploads({
    text,
    refuse: async () => undefined,
    send: (file, options) =>
      new Promise((resolve, reject) => {
        options.signal.addEventListener("abort", () => reject(options.signal.reason));
        sent.push({
          file,
          options,
          fail: reject,
          arrive: (path = file.name) => resolve({ path, url: "", mediaType: "image/png", byteCount: 1, width: null }),
        });
      }),
    write: (offset, written) => {
      text.insert(offset, written);
      return "applied";
    },
    ...overrides,
  });
  const file = (name: string) => new File(["x"], name);
  const sending = (count: number) => eventually(() => expect(sent).toHaveLength(count));
  const idle = () => eventually(() => expect(uploads.get()).toEqual([]));
  const failed = () => eventually(() => expect(uploads.get()[0]?.progress.state).toBe("failed"));
  return { text, uploads, sent, file, sending, idle, failed };
}

test("a file is written where the caret stood, though co-authors wrote before that place meanwhile", async () => {
  const { text, uploads, sent, file, sending, idle } = open("# A\n\n\n\n# B");
  uploads.add([file("chart.png")], 5);
  await sending(1);
  text.insert(0, "Co-author's line\n\n");
  sent[0]?.arrive();
  await idle();
  expect(text.toString()).toBe("Co-author's line\n\n# A\n\n![chart](chart.png)\n\n# B");
});

test("it is written by the path that the deck gave it", async () => {
  const { text, uploads, sent, file, sending, idle } = open("");
  uploads.add([file("my chart.png")], 0);
  await sending(1);
  sent[0]?.arrive("my-chart-2.png");
  await idle();
  expect(text.toString()).toBe("![my chart 2](my-chart-2.png)");
});

test("several files come one under the other, in their order", async () => {
  const { text, uploads, sent, file, sending, idle } = open("# A\n\n# B");
  uploads.add([file("a.png"), file("b.png")], 5);
  for (const count of [1, 2]) {
    await sending(count);
    sent[count - 1]?.arrive();
  }
  await idle();
  expect(text.toString()).toBe("# A\n\n![a](a.png)\n\n![b](b.png)\n\n# B");
});

test("one that the text names already goes under that path, and nothing is written", async () => {
  const wantedPath = (name: string) => (name === "docker.png" ? "img/docker.png" : undefined);
  const { text, uploads, sent, file, sending, idle } = open("![Docker](img/docker.png)", { wantedPath });
  uploads.add([file("docker.png")], 0);
  await sending(1);
  expect(sent[0]?.options.path).toBe("img/docker.png");
  sent[0]?.arrive("img/docker.png");
  await idle();
  expect(text.toString()).toBe("![Docker](img/docker.png)");
});

test("a caret in the deck's settings puts nothing into them", async () => {
  const { text, uploads, sent, file, sending, idle } = open("---\ntheme: landslide\n---\n\n# A", { firstOffset: () => 25 });
  uploads.add([file("a.png")], 0);
  await sending(1);
  sent[0]?.arrive();
  await idle();
  expect(text.toString()).toBe("---\ntheme: landslide\n---\n![a](a.png)\n# A");
});

test("progress is told in percent", async () => {
  const { uploads, sent, file, sending } = open("");
  uploads.add([file("a.png"), file("b.png")], 0);
  await sending(1);
  sent[0]?.options.onProgress(45);
  expect(uploads.get().map(({ name, progress }) => [name, progress])).toEqual([
    ["a.png", { state: "sending", percent: 45 }],
    ["b.png", { state: "waiting" }],
  ]);
});

test("one that is given up leaves the text alone, and the next goes on", async () => {
  const { text, uploads, sent, file, sending, idle } = open("");
  uploads.add([file("a.png"), file("b.png")], 0);
  await sending(1);
  uploads.cancel(uploads.get()[0]?.id ?? 0);
  await sending(2);
  sent[1]?.arrive();
  await idle();
  expect(text.toString()).toBe("![b](b.png)");
});

test("one that the server refuses stays listed with its sentence", async () => {
  const { text, uploads, sent, file, sending, failed } = open("");
  uploads.add([file("a.png")], 0);
  await sending(1);
  sent[0]?.fail(new ApiError(415, "unsupported-media", "a.png is damaged."));
  await failed();
  expect(uploads.get()[0]?.progress).toEqual({ state: "failed", sentence: "a.png is damaged.", canRetry: false });
  expect(text.toString()).toBe("");
});

test("one that did not get through can be tried again, at its place", async () => {
  const { text, uploads, sent, file, sending, failed, idle } = open("# A\n");
  uploads.add([file("a.png")], 4);
  await sending(1);
  sent[0]?.fail(new ApiError(0, "unreachable", "The server can't be reached."));
  await failed();
  uploads.retry(uploads.get()[0]?.id ?? 0);
  await sending(2);
  sent[1]?.arrive();
  await idle();
  expect(text.toString()).toBe("# A\n![a](a.png)");
});

test("what can't be a deck's file is said without sending it", async () => {
  const { uploads, sent, file, failed } = open("", { refuse: async () => "talk.md is text." });
  uploads.add([file("talk.md")], 0);
  await failed();
  expect(uploads.get()[0]?.progress).toMatchObject({ sentence: "talk.md is text." });
  expect(sent).toEqual([]);
});

test("a text that is as long as it may be is told so, and the file is not lost", async () => {
  const { uploads, sent, file, sending, failed } = open("", { write: () => "too-long" });
  uploads.add([file("a.png")], 0);
  await sending(1);
  sent[0]?.arrive();
  await failed();
  expect(uploads.get()[0]?.progress).toMatchObject({ sentence: expect.stringContaining("as long as it may be"), canRetry: true });
});

test("a text that can't be changed when the file arrives is written later, without sending it again", async () => {
  let canWrite = false;
  const written: string[] = [];
  const write = (_offset: number, markdown: string) => {
    if (!canWrite) return "changed";
    written.push(markdown);
    return "applied";
  };
  const { uploads, sent, file, sending, failed, idle } = open("", { write });
  uploads.add([file("a.png")], 0);
  await sending(1);
  sent[0]?.arrive();
  await failed();
  canWrite = true;
  uploads.retry(uploads.get()[0]?.id ?? 0);
  await idle();
  expect([sent.length, written]).toEqual([1, ["![a](a.png)"]]);
});
