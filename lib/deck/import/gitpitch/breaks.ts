import { countLines } from "@/lib/deck/import/evidence";
import type { SourceLine } from "@/lib/deck/import/source-lines";
import type { Report } from "@/lib/deck/import/report";

/** What a break asks for on the slide that it starts. */
export interface SlideBackground {
  /** The settings, pictures and code of the slide, in the deck language. */
  readonly print: (report: Report) => string;
}

const breakLine = /^(?:---|\+\+\+)(?:\?(.*?))?[ \t]*$|^#[HV]SLIDE(?:\?(.*?))?[ \t]*$/;

/** Whether a text has breaks that only GitPitch knows: `+++`, or one with a background. A text that begins with `+++` has Hugo's TOML at its top. */
export function breaksLikeGitpitch(text: string, lines: readonly SourceLine[]): boolean {
  return countLines(lines, /^(?:---|\+\+\+)\?\w+=/) + countBelowBreaks(text, lines) > 0;
}

/** How many `+++` breaks there are. */
export function countBelowBreaks(text: string, lines: readonly SourceLine[]): number {
  return Math.max(0, countLines(lines, /^\+\+\+\s*$/) - (hugoFront.test(text) ? 2 : 0));
}

const hugoFront = /^\+\+\+[ \t]*\n(?:(?:#[^\n]*)?\n)*[\w"-]+[ \t]*=/;

/** Reads `---`, `+++` and their old names, with what may follow: `---?image=a.png&size=cover`. */
export function readBreak(line: SourceLine): SlideBackground | undefined {
  const match = breakLine.exec(line.text);
  if (!match) return undefined;
  const values = readValues(match[1] ?? match[2] ?? "");
  return { print: (report) => printBackground(values, (code, message) => report(code, message, line)) };
}

function readValues(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const part of query.split("&")) {
    const equals = part.indexOf("=");
    if (equals > 0) values.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return values;
}

function printBackground(values: ReadonlyMap<string, string>, report: (code: string, message: string) => void): string {
  const settings: string[] = [];
  const blocks: string[] = [];
  for (const [key, value] of values) {
    if (key === "color") settings.push(printColor(value));
    else if (key === "image") {
      const words = ["bg", sizeOf(values.get("size")), opacityOf(values.get("opacity"))].filter((word) => word !== "");
      blocks.push(`![${words.join(" ")}](${escapeAddress(value)})`);
    } else if (key === "video") {
      // Behind a slide a film plays silently and for ever here.
      blocks.push(`![bg](${escapeAddress(value)})`);
    } else if (key === "code") {
      blocks.push(`\`\`\`${values.get("lang") ?? ""} [${(values.get("title") ?? value).replaceAll("]", "")}]\n\`\`\``);
      report("other-file", `The code of this slide is in another file, ${value}: paste it in.`);
    } else if (key === "gist") {
      blocks.push(`<https://gist.github.com/${value}>`);
      report("gist", "Code from a gist is not fetched: the slide links to it.");
    } else if (key === "include") {
      settings.push(`<!-- _include: ${value} -->`);
      report("other-file", `The slides that belong here are in another file, ${value}: import that one too.`);
    } else if (key === "transition") settings.push(`<!-- _transition: ${value} -->`);
    else if (key === "position" || key === "repeat") {
      settings.push(`<!-- _background${key.charAt(0).toUpperCase()}${key.slice(1)}: ${value} -->`);
      if (key !== "repeat") report("background", `A background picture's ${key} is not taken over.`);
    } else if (!["size", "opacity", "lang", "title", "loop", "muted", "autoplay"].includes(key)) {
      settings.push(`<!-- _${key.replace(/[^a-zA-Z-]/g, "-")}: ${value} -->`);
      report("background", `"${key}" is nothing that Lectern knows of a slide; it is kept and does nothing.`);
    }
  }
  return [settings.join("\n"), ...blocks].filter((part) => part !== "").join("\n\n");
}

/** A colour, or a gradient, which is a picture to CSS. */
function printColor(value: string): string {
  if (value.includes("gradient(")) return `<!-- _backgroundImage: ${JSON.stringify(value)} -->`;
  return `<!-- _backgroundColor: ${/^[#&*!|>%@`"'{[]/.test(value) ? JSON.stringify(value) : value} -->`;
}

/** GitPitch counts in hundredths. */
function opacityOf(opacity: string | undefined): string {
  return opacity !== undefined && /^\d{1,3}%?$/.test(opacity) ? `opacity:${Number.parseInt(opacity, 10) / 100}` : "";
}

/** CSS has two lengths where Marp's keyword has one. */
function sizeOf(size: string | undefined): string {
  if (size === undefined) return "";
  if (/^(?:cover|contain)$/.test(size)) return size;
  const [width = "", height = "100%"] = size.split(/\s+/);
  if (/^\d+(?:\.\d+)?%$/.test(width)) return width;
  return width === "auto" && height !== "auto" ? "contain" : "";
}

function escapeAddress(address: string): string {
  return /[\s()]/.test(address) ? `<${address}>` : address;
}
