import { maskCode } from "@/lib/deck/import/masked-text";
import { createPaddedLines, type PaddedLines } from "@/lib/deck/import/padded-lines";

const kinds: Readonly<Record<string, string>> = { success: "TIP", info: "NOTE", warning: "WARNING", danger: "CAUTION" };
const opening = /^[ \t]*(:{3,})[ \t]*(success|info|warning|danger|spoiler)\b[ \t]*(.*)$/;
const closing = /^[ \t]*(:{3,})[ \t]*$/;

interface Box {
  readonly kind: string;
  readonly title: string;
  readonly colons: number;
  readonly opened: string;
  readonly inside: PaddedLines;
}

/** `:::info` boxes as alerts, `:::spoiler` as `<details>`. A box that nobody closes stays as it was written. */
export function convertBoxes(text: string): string {
  if (!/^[ \t]*:{3,}[ \t]*(?:success|info|warning|danger|spoiler)\b/m.test(text)) return text;
  const masked = maskCode(text, { comments: true }).split("\n");
  const result = createPaddedLines();
  const open: Box[] = [];
  const target = () => open.at(-1)?.inside ?? result;
  text.split("\n").forEach((line, index) => {
    const seen = masked[index] ?? "";
    const [, colons, kind, title] = opening.exec(seen) ?? [];
    if (colons !== undefined && kind !== undefined && open.length < maxNesting) {
      open.push({
        kind,
        title: line.slice(line.length - (title ?? "").length).trim(),
        colons: colons.length,
        opened: line,
        inside: createPaddedLines(),
      });
      return;
    }
    const end = closing.exec(seen)?.[1]?.length;
    const box = open.at(-1);
    if (end === undefined || box === undefined || end < box.colons) return target().add(line);
    open.pop();
    target().addBlock(writeBox(box));
  });
  while (open.length > 0) {
    const box = open.pop();
    if (box) for (const line of [box.opened, ...box.inside.lines]) target().add(line);
  }
  return result.lines.join("\n");
}

const maxNesting = 20;

function writeBox({ kind, title, inside }: Box): readonly string[] {
  const body = inside.lines
    .join("\n")
    .replace(/^\n+|\s+$/g, "")
    .split("\n");
  if (kind === "spoiler") {
    return [
      `<details${/^\{.*\bstate=["']?open/.test(title) ? " open" : ""}>`,
      `<summary>${title.replace(/^\{[^}]*\}\s*/, "") || "Details"}</summary>`,
      "",
      ...body,
      "",
      "</details>",
    ];
  }
  const head = title === "" ? [] : [`> **${title}**`, ">"];
  return [`> [!${kinds[kind] ?? "NOTE"}]`, ...head, ...body.map((line) => (line === "" ? ">" : `> ${line}`))];
}
