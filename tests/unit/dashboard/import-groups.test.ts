import { expect, test, vi } from "vitest";
import { groupFiles, type ReadConfiguration } from "@/components/dashboard/import-groups";
import type { TakenComments } from "@/lib/api/comments-file";

const named: ReadConfiguration = (config, files) => files.filter(({ path }) => config.includes(path)).map(({ path }) => path);
const group = (...files: readonly File[]) => groupFiles(files, async () => named);

test("every file is a deck of its own", async () => {
  expect(await group(new File(["# A"], "a.md"), new File(["# B"], "b.md"))).toEqual([
    { state: "deck", body: { filename: "a.md", source: "# A", companions: [] } },
    { state: "deck", body: { filename: "b.md", source: "# B", companions: [] } },
  ]);
});

test("a configuration is one deck with the files that it names, and others stay decks of their own", async () => {
  const config = "[landslide]\nsource = one.md\n  two.md\n";
  expect(
    await group(new File(["# 2"], "two.md"), new File([config], "talk.cfg"), new File(["# 1"], "one.md"), new File(["# 3"], "other.md")),
  ).toEqual([
    {
      state: "deck",
      body: {
        filename: "talk.cfg",
        source: config,
        companions: [
          { filename: "two.md", source: "# 2" },
          { filename: "one.md", source: "# 1" },
        ],
      },
    },
    { state: "deck", body: { filename: "other.md", source: "# 3", companions: [] } },
  ]);
});

test("what is no text says what works instead, and the others are decks all the same", async () => {
  const [deck, refused] = await group(new File(["%PDF-1.7"], "talk.pdf"), new File(["# A"], "a.md"));
  expect(deck).toMatchObject({ state: "deck", body: { filename: "a.md" } });
  expect(refused).toMatchObject({ state: "refused", sentence: expect.stringMatching(/talk\.pdf is a PDF/) });
});

test("what the browser can't read, as a folder that was dropped, is told, and the others are decks all the same", async () => {
  const folder = new File([], "talks");
  vi.spyOn(folder, "arrayBuffer").mockRejectedValue(new DOMException("It is none.", "NotFoundError"));
  const [deck, refused] = await group(folder, new File(["# A"], "a.md"));
  expect(deck).toMatchObject({ state: "deck", body: { filename: "a.md" } });
  expect(refused).toMatchObject({ state: "refused", sentence: expect.stringMatching(/^talks could not be read .* choose the files in it\.$/) });
});

const said = (body: string) =>
  JSON.stringify({
    threads: [{ slide: 0, quote: "A", range: null, resolved: null, comments: [{ author: null, body, createdAt: "2026-05-12T10:00:00Z" }] }],
  });
const bodyOf = ({ comments }: { readonly comments?: TakenComments }) => comments?.threads[0]?.comments[0]?.body;

test("comments go to the deck of their name", async () => {
  const groups = await group(
    new File([said("of b")], "b.comments.json"),
    new File(["# A"], "a.md"),
    new File(["# B"], "b.md"),
    new File([said("of a")], "a.comments.json"),
  );
  expect(groups.map((made) => (made.state === "deck" ? [made.body.filename, bodyOf(made)] : made))).toEqual([
    ["a.md", "of a"],
    ["b.md", "of b"],
  ]);
});

test("comments go to the only deck, whatever its name", async () => {
  const [deck] = await group(new File([said("Sure?")], "talk (1).comments.json"), new File(["# A"], "talk.md"));
  expect(deck).toMatchObject({ state: "deck", comments: { threads: [{ comments: [{ body: "Sure?" }] }] } });
});

test("comments without their deck say what is missing", async () => {
  expect(await group(new File([said("Sure?")], "talk.comments.json"))).toEqual([
    { state: "refused", sentence: expect.stringMatching(/talk\.comments\.json holds comments, and not their deck/) },
  ]);
});

test("what is no file of comments says so, and the deck comes all the same", async () => {
  const groups = await group(new File(["# A"], "a.md"), new File(['{"threads": 1}'], "a.comments.json"));
  expect(groups.map(({ state }) => state)).toEqual(["deck", "refused"]);
});
