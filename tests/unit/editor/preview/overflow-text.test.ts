import { expect, test } from "vitest";
import { overflowBadge, overflowText } from "@/components/editor/preview/overflow-text";

test("a slide with several headings should be split at them", () => {
  expect(overflowText(3.1, "# A\n\ntext\n\n## B\n\nSetext\n======\n\ntext\n")).toBe("3.1 screens tall: split at its 3 headings");
});

test("headings inside a code block are not headings", () => {
  const code = ["```bash", ...Array.from({ length: 20 }, (_, line) => `# comment ${line}`), "```"].join("\n");
  expect(overflowText(1.4, `# One\n\n${code}\n`)).toBe("1.4 screens tall: show fewer of its 20 lines of code");
});

test("a long list should be split", () => {
  expect(overflowText(1.2, Array.from({ length: 9 }, (_, item) => `- ${item}`).join("\n"))).toBe("1.2 screens tall: split its list of 9");
});

test("what runs over by a little never reads as one screen", () => {
  expect(overflowBadge(1.001)).toBe("1.1×");
});
