import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKnownFiles } from "@/components/editor/files/known-files";
import { ApiError } from "@/lib/api/api-error";
import { createDeckCompiler } from "@/lib/deck";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(markdown: string, { paths = [], list }: { readonly paths?: readonly string[]; readonly list: () => Promise<readonly string[]> }) {
  const known = createKnownFiles({
    files: new Map(paths.map((path) => [path, null])),
    list: vi.fn(async () => (await list()).map((path) => ({ path, width: null }))),
    resolveUrl: (files) => (url) => (files.has(url) ? `/files/${url}` : undefined),
  });
  const told: (readonly string[])[] = [];
  const compiler = createDeckCompiler({ resolveUrl: known.resolveUrl() });
  compiler.update(markdown);
  const change = vi.fn((options: Parameters<typeof compiler.change>[0]) => void compiler.change(options));
  const html = (source = markdown) => {
    const slide = compiler.update(source).deck.slides[0];
    return slide === undefined ? "" : compiler.html(slide);
  };
  return { known, told, change, html, stop: known.follow({ change }, (files) => told.push([...files.keys()])) };
}

test("a picture that came with the page shows at once, and nobody is asked for it", async () => {
  const list = vi.fn(async () => ["a.png"]);
  const { html } = open("![A](a.png)", { paths: ["a.png"], list });
  expect(html()).toContain('src="/files/a.png"');
  await vi.runAllTimersAsync();
  expect(list).not.toHaveBeenCalled();
});

test("a co-author's picture shows once the text names it", async () => {
  const { html, told } = open("![A](a.png)", { list: async () => ["a.png"] });
  expect(html()).not.toContain("src=");
  await vi.runAllTimersAsync();
  expect(html()).toContain('src="/files/a.png"');
  expect(told).toEqual([[], ["a.png"]]);
});

test("one that is not there is asked for once, however often the slide is drawn", async () => {
  const list = vi.fn(async () => []);
  const { html, change } = open("![A](gone.png)", { list });
  html();
  await vi.runAllTimersAsync();
  html("![A](gone.png) and on");
  await vi.runAllTimersAsync();
  expect(list).toHaveBeenCalledTimes(1);
  expect(change).not.toHaveBeenCalled();
});

test("a path that is typed key by key is asked for when it holds still", async () => {
  const list = vi.fn(async () => []);
  const { html } = open("", { list });
  for (const path of ["c", "ch", "cha.png"]) {
    html(`![A](${path})`);
    await vi.advanceTimersByTimeAsync(200);
  }
  await vi.runAllTimersAsync();
  expect(list).toHaveBeenCalledTimes(1);
});

test("without a connection the next drawing asks again", async () => {
  let isOffline = true;
  const { html } = open("![A](a.png)", {
    list: async () => {
      if (isOffline) throw new ApiError(0, "unreachable", "The server can't be reached.");
      return ["a.png"];
    },
  });
  html();
  await vi.runAllTimersAsync();
  isOffline = false;
  html("![A](a.png) on");
  await vi.runAllTimersAsync();
  expect(html("![A](a.png) on")).toContain("src=");
});
