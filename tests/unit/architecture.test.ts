import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { pathsOf, rooms } from "@/scripts/lint/layers.mjs";

// A wrong glob allows everything in silence: so every room gets one file that imports every other room, and the
// linter must object to exactly those lines that the layers forbid.

const house = realpathSync(mkdtempSync(path.join(tmpdir(), "lectern-layers-")));
afterAll(() => rmSync(house, { recursive: true }));

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({ code: z.string().optional(), filename: z.string(), labels: z.array(z.object({ span: z.object({ line: z.number() }) })) }),
  ),
});

/** A file inside the room, and what importing the room from outside or inside looks like. */
function fileIn(room: (typeof rooms)[number]): string {
  return (room.files[0] ?? "").replace("*/**", "decks/planted.ts").replace("**", "planted.ts");
}

function importOf(room: (typeof rooms)[number], inside: boolean): string {
  return (pathsOf(room, { inside })[0] ?? "").replace("*/**", "decks/other").replace("**", "other");
}

function plant(): void {
  copyFileSync(".oxlintrc.json", path.join(house, ".oxlintrc.json"));
  for (const room of rooms) {
    const file = path.join(house, fileIn(room));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, rooms.map((other) => `import "${importOf(other, other === room)}";`).join("\n"));
  }
}

function lint(): Map<string, readonly number[]> {
  let output: string;
  try {
    output = execFileSync(process.execPath, [path.resolve("node_modules/oxlint/bin/oxlint"), "--format", "json"], { cwd: house, encoding: "utf8" });
  } catch (error) {
    // The linter ends with 1 where it found something, which it must.
    output = z.object({ stdout: z.string() }).parse(error).stdout;
  }
  const found = new Map<string, number[]>();
  for (const { code, filename, labels } of reportSchema.parse(JSON.parse(output)).diagnostics) {
    if (code?.includes("no-restricted-imports") !== true) continue;
    const file = path.relative(house, path.resolve(house, filename)).replaceAll(path.sep, "/");
    found.set(file, [...(found.get(file) ?? []), labels[0]?.span.line ?? 0]);
  }
  return found;
}

plant();
const found = lint();

test.each(rooms.map((room) => [room.name, room] as const))("the room %s may import its own and what the layers say, nothing else", (_name, room) => {
  const lines = found.get(fileIn(room)) ?? [];
  const forbidden = rooms.filter((_other, index) => lines.includes(index + 1)).map((other) => other.name);
  const expected = rooms.filter((other) => other !== room && !room.may.some((name) => name === other.name)).map((other) => other.name);
  expect(forbidden).toEqual(expected);
});

test.each(rooms.filter((room) => room.doors).map((room) => [room.name, room] as const))("outsiders enter %s by its index alone", (_name, room) => {
  const outsider = path.join(house, "components/planted-past-the-door.ts");
  writeFileSync(outsider, `import "${importOf(room, true)}";`);
  expect(lint().get("components/planted-past-the-door.ts")).toEqual([1]);
  rmSync(outsider);
});
