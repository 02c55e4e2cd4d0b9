/** What Marp's keywords in an image's alternative text ask for. */
export interface ImageKeywords {
  readonly alt: string;
  readonly background: "" | "full" | "left" | "right";
  /** CSS declarations, from known keywords alone. */
  readonly style: string;
  /** For backgrounds: cover, contain, auto, a percentage. */
  readonly size: string;
  /** For split backgrounds: how much of the slide the picture takes. */
  readonly split: string;
  /** For several backgrounds: one under the other. */
  readonly isVertical: boolean;
}

const length = /^(?:(?:\d*\.)?\d+(?:px|em|ex|ch|rem|%|cm|mm|in|pt|pc|vw|vh)?|auto)$/;
const share = /^(?:\d*\.)?\d+%$/;
/** What a filter does where it is given no argument, as Marp has it. */
const filters: Readonly<Record<string, string>> = {
  blur: "10px",
  brightness: "1.5",
  contrast: "2",
  "drop-shadow": "0 5px 10px rgba(0,0,0,.4)",
  grayscale: "1",
  "hue-rotate": "180deg",
  invert: "1",
  opacity: ".5",
  saturate: "2",
  sepia: "1",
};
/** Keywords that become CSS which a plain reading does not tell safe. */
export const filterNames: readonly string[] = Object.keys(filters);
const filterArgument = /^-?\d*\.?\d+(?:px|em|rem|%|deg|turn|rad)?$/;
const color = /^(?:#[\da-f]{3,8}|[a-z]{3,20}|(?:rgb|hsl)a?\([\d.,%/]+\))$/i;

/** Takes the keywords out of the alternative text; what is no keyword stays. */
export function readImageKeywords(text: string): ImageKeywords {
  const sizes: string[] = [];
  const filter: string[] = [];
  const rest: string[] = [];
  let background: ImageKeywords["background"] = "";
  let size = "";
  let split = "";
  let isVertical = false;
  const words = text.split(/\s+/).filter(Boolean);
  const isBackground = words.includes("bg");
  // "high contrast" describes; `![contrast](…)` and `![bg contrast](…)` ask.
  const mayStandBare = isBackground || words.every((word) => filters[word] !== undefined || /^[a-z-]+:\S+$/.test(word));
  for (const word of words) {
    const colon = word.indexOf(":");
    const name = colon === -1 ? word : word.slice(0, colon);
    const value = colon === -1 ? "" : word.slice(colon + 1);
    const printed = colon === -1 && !mayStandBare ? undefined : printFilter(name, value);
    if ((name === "w" || name === "width") && length.test(value)) sizes.push(`width: ${withUnit(value)}`);
    else if ((name === "h" || name === "height") && length.test(value)) sizes.push(`height: ${withUnit(value)}`);
    else if (printed !== undefined) filter.push(printed);
    else if (!isBackground) rest.push(word);
    else if (word === "bg") background = background || "full";
    else if ((name === "left" || name === "right") && (colon === -1 || share.test(value))) {
      background = name;
      split = value || split;
    } else if (/^(?:cover|contain|fit|auto)$/.test(word) || share.test(word)) size = word === "fit" ? "contain" : word;
    else if (word === "vertical" || word === "horizontal") isVertical = word === "vertical";
    else rest.push(word);
  }
  if (filter.length > 0) sizes.push(`filter: ${filter.join(" ")}`);
  return { alt: rest.join(" "), background, style: sizes.join("; "), size, split, isVertical };
}

function withUnit(value: string): string {
  return /\d$/.test(value) ? `${value}px` : value;
}

/** A filter as CSS, from known names and plain arguments alone. */
function printFilter(name: string, value: string): string | undefined {
  const byDefault = filters[name];
  if (byDefault === undefined) return undefined;
  if (value === "") return `${name}(${byDefault})`;
  if (name !== "drop-shadow") return filterArgument.test(value) ? `${name}(${value})` : undefined;
  const parts = value.split(/,(?![^(]*\))/);
  return parts.length >= 2 && parts.length <= 4 && parts.every((part) => filterArgument.test(part) || color.test(part))
    ? `${name}(${parts.join(" ")})`
    : undefined;
}

/** The marks by which a background is known after the sanitizer. */
export function backgroundMarks({ background, size, split, isVertical }: ImageKeywords): string {
  if (background === "") return "";
  return [
    ` data-l-background="${background}"`,
    size ? ` data-l-size="${size}"` : "",
    split ? ` data-l-split="${split}"` : "",
    isVertical ? ' data-l-direction="vertical"' : "",
  ].join("");
}
