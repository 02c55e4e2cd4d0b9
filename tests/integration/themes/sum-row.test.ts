import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { inEveryTheme } from "@/lib/export/contact-sheet";
import { inProject } from "@/scripts/setup/root.mjs";

const talk = `| You want to | Do this |
| --- | --- |
| present | **Present**, then the arrow keys |
| see notes | press p |
| let others look | **Share**, then a link |

---

| Part | Says |
| --- | --- |
| **Namespaces** | what it can see |
| **Control groups** | what it can use |
| **A root** | what it starts from |

---

| Train | Late |
| --- | --- |
| NJ 402 | 2 |
| NJ **407** | 3 |
| EN 453 | 4 |
| **All** | **9** |
`;

const folder = mkdtempSync(path.join(tmpdir(), "lectern-sum-row-"));
const file = path.join(folder, "talk.md");
writeFileSync(file, talk);
afterAll(() => rmSync(folder, { recursive: true }));

test("only a sum below other rows is set apart, not each row that stresses a word", async () => {
  const chromium = { chromiumPath: process.env["CHROMIUM_PATH"], folder: inProject("build/chromium") };
  const looks = inEveryTheme(file, { assetsFolder: inProject("build/assets"), chromium }, async (page, theme) => [
    { theme, kinds: await page.evaluate(kindsOfLines) },
  ]);
  for await (const { theme, kinds } of looks) {
    const setsSumsApart = theme === "landslide" || theme === "blueprint" ? 1 : 2;
    expect([theme, ...kinds]).toEqual([theme, 1, 1, setsSumsApart]);
  }
});

/** How many kinds of lines each table has between its rows. Runs in the page, by itself. */
function kindsOfLines(): number[] {
  return [...document.querySelectorAll<HTMLTableElement>(".slide table")].map((table) => {
    const below = [...table.tBodies].flatMap((body) => [...body.rows]).slice(1);
    return new Set(below.map(({ cells }) => (cells[1] ? getComputedStyle(cells[1]).borderTop : ""))).size;
  });
}
