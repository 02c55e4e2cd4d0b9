import { expect, test } from "vitest";
import { embedCode } from "@/lib/api/embed";

test("the code names the framed address and the talk, and nothing in a title gets out of it", () => {
  const code = embedCode({ url: "https://talks.example/p/abc", title: 'A "talk"><script>' });
  expect(code).toMatch(/^<iframe src="https:\/\/talks\.example\/p\/abc\?embed" title="A &quot;talk&quot;&gt;&lt;script&gt;" /);
  expect(code).toMatch(/allowfullscreen><\/iframe>$/);
});
