import { expect, test } from "vitest";
import { groupFiles, type ReadConfiguration } from "@/components/dashboard/import-groups";

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
