import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { environmentNames } from "@/lib/env";

const read = (file: string) => readFileSync(file, "utf8");

test("the README's table has every variable, and no other", () => {
  const [, table = ""] = /## Environment([^]*?)\n## /.exec(read("README.md")) ?? [];
  const first = table.split("\n").flatMap((line) => /^\| (`[A-Z][^|]*)\|/.exec(line)?.[1] ?? []);
  expect(namesIn(first.join(" "), /`([A-Z0-9_]+)`/g)).toEqual(environmentNames.toSorted());
});

test(".env.example has every variable, and no other", () => {
  expect(namesIn(read(".env.example"), /^#([A-Z0-9_]+)=/gm)).toEqual(environmentNames.toSorted());
});

function namesIn(text: string, name: RegExp): readonly string[] {
  return [...text.matchAll(name)].map(([, found = ""]) => found).toSorted();
}
