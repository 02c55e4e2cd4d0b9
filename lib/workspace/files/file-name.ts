import { cleanFilePath } from "@/lib/deck";

/** What a file is called whose own name says nothing. */
const namelessStem = "file";

/** The path a file gets: its name made fit for Markdown, its ending made true to its content. */
export function filePathFor(name: string, [usual, ...others]: readonly [string, ...string[]]): string {
  const path =
    cleanFilePath(
      name
        .replaceAll("\\", "/")
        .split("/")
        .filter((segment) => segment !== ".." && segment !== ".")
        .join("/"),
    ) ?? namelessStem;
  const [, stem = path, ending = ""] = /^(.*[^/.])\.([^./]+)$/.exec(path) ?? [];
  const isTrue = [usual, ...others].includes(ending.toLowerCase());
  // An ending of another kind goes; what only looks like one (`v1.2`) stays part of the name.
  const isEnding = /^[a-z][a-z0-9]{1,4}$/i.test(ending);
  return isTrue ? path : `${isEnding ? stem : path}.${usual}`;
}

/** The same path with a number before its ending: `chart.png` becomes `chart-2.png`. */
export function numberedPath(path: string, number: number): string {
  return path.replace(/(\.[^./]*)?$/, (ending) => `-${number}${ending}`);
}
