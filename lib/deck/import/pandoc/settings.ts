import { convertSlideAttributes } from "@/lib/deck/import/reveal/attributes";
import { isMapping, readRevealOptions } from "@/lib/deck/import/reveal/settings";
import { convertInlineAttributes } from "@/lib/deck/import/inline-attributes";
import { writeSlide } from "@/lib/deck/import/slide-comments";
import { findSlideLevel } from "./split-slides";

type Values = Readonly<Record<string, unknown>>;

/** What the front matter says to the slide format: its own keys, and those under `format: revealjs:`. */
export function formatOptions(values: Values): Values {
  const format = isMapping(values.format) ? Object.entries(values.format).find(([name]) => name.endsWith("revealjs"))?.[1] : undefined;
  const output = isMapping(values.output) ? Object.values(values.output).find(isMapping) : undefined;
  return { ...values, ...(isMapping(output) ? output : {}), ...(isMapping(format) ? format : {}) };
}

/** Whether the text is for Quarto's reveal.js format, which starts slides at level 2 (format-reveal.ts). */
function isQuarto(values: Values): boolean {
  const { format } = values;
  return typeof format === "string"
    ? format.endsWith("revealjs")
    : isMapping(format) && Object.keys(format).some((name) => name.endsWith("revealjs"));
}

/** The heading level that starts slides, stated or found. */
export function slideLevelOf(values: Values, body: string): number {
  const options = formatOptions(values);
  const stated = Number(options["slide-level"] ?? options.slide_level ?? Number.NaN);
  if (Number.isInteger(stated) && stated >= 0 && stated <= 6) return stated;
  return isQuarto(values) ? 2 : findSlideLevel(body);
}

/** Settings that the deck language has a word for. */
export function readPandocSettings(values: Values): Readonly<Record<string, unknown>> {
  const options = formatOptions(values);
  const themes = (Array.isArray(options.theme) ? options.theme : [options.theme]).map((theme) => (theme === "dark" ? "black" : theme));
  const theme: unknown = themes.find((name) => typeof name === "string" && !name.endsWith("scss") && name !== "default");
  const set: Record<string, unknown> = {
    ...readRevealOptions(
      { ...options, theme, slideNumber: options["slide-number"] ?? options.slideNumber },
      { ...values, transition: values.transition },
    ),
  };
  if (options.incremental === true && values.incremental === undefined) set.incremental = true;
  if (typeof options.footer === "string" && values.footer === undefined) set.footer = options.footer;
  if (Array.isArray(values.title)) set.title = text(values.title);
  const authors = readPeople(values.author ?? values.authors).map(({ name }) => name);
  if (authors.length > 0 && typeof values.author !== "string") set.author = authors.length === 1 ? authors[0] : authors;
  return set;
}

interface Person {
  readonly name: string;
  readonly from: readonly string[];
}

/** Authors in every form that Quarto takes: a name, a list of names, mappings with affiliations. */
function readPeople(value: unknown): readonly Person[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.flatMap((one: unknown): Person[] => {
    if (!isMapping(one)) return typeof one === "string" || typeof one === "number" ? [{ name: String(one), from: [] }] : [];
    const { name } = one;
    const words = isMapping(name) ? (name.literal ?? [name.given, name.family].filter(Boolean).join(" ")) : name;
    const from = [one.affiliation, one.affiliations, one.institute].flat().flatMap((place: unknown) => readPlace(place));
    return [{ name: typeof words === "string" ? words : "", from: [...new Set(from)] }];
  });
}

function readPlace(place: unknown): readonly string[] {
  if (typeof place === "string") return [place];
  return isMapping(place) && typeof place.name === "string" ? [place.name] : [];
}

/** The title slide that Pandoc makes of the metadata; `""` where there is no title. */
export function writeTitleSlide(values: Values): string {
  const title = text(values.title);
  if (title === "") return "";
  const people = readPeople(values.author ?? values.authors);
  const lines = [
    `# ${convertInlineAttributes(title)}`,
    convertInlineAttributes(text(values.subtitle)),
    people
      .map(({ name }) => name)
      .filter(Boolean)
      .map(convertInlineAttributes)
      .join(", "),
    [...people.flatMap(({ from }) => from), ...[values.institute].flat().map(text)].filter(Boolean).join(", "),
    /^(?:today|now|last-modified)$/.test(text(values.date)) ? "" : text(values.date),
  ];
  const { values: own, lead, tail } = convertSlideAttributes(readTitleAttributes(values["title-slide-attributes"]));
  return writeSlide({ values: { layout: "title", ...own }, content: [lead, ...lines, tail].filter((line) => line !== "").join("\n\n") });
}

function readTitleAttributes(value: unknown): ReadonlyMap<string, string> {
  return new Map(isMapping(value) ? Object.entries(value).map(([name, one]) => [name, text(one)]) : []);
}

/** Pandoc prints a list's items one after the other. */
function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join(" ");
  return typeof value === "string" || typeof value === "number" ? String(value).replace(/\s+/g, " ").trim() : "";
}

/** A title block: `% title`, `% authors`, `% date` at the very top, each with indented lines after it. */
export function readTitleBlock(source: string): { readonly length: number; readonly values: Values } {
  const lines = source.split("\n", maxTitleLines);
  const fields: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (/^%(?:[ \t]|$)/.test(line) && fields.length < 3) fields.push(line.slice(1).trim());
    else if (/^[ \t]+\S/.test(line) && fields.length > 0) fields.push(`${fields.pop() ?? ""}${fields.length === 1 ? "; " : " "}${line.trim()}`);
    else break;
    length += line.length + 1;
  }
  if (fields.length === 0) return { length: 0, values: {} };
  const [title, authors, date] = fields;
  const names = (authors ?? "")
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);
  const values = {
    title: title || undefined,
    author: names.length === 0 ? undefined : names.length === 1 ? names[0] : names,
    date: date || undefined,
  };
  return { length: Math.min(length, source.length), values };
}

const maxTitleLines = 30;
