import type { SlideValues } from "./slide-comments";

/** A slide's background as reveal.js, Pandoc and Slidev know it: CSS values and addresses as written. */
export interface Background {
  readonly color?: string | undefined;
  readonly image?: string | undefined;
  /** Films, the first that there is: `a.mp4,a.webm`. */
  readonly video?: string | undefined;
  readonly gradient?: string | undefined;
  readonly size?: string | undefined;
  readonly position?: string | undefined;
  readonly repeat?: string | undefined;
  /** From 0 to 1. */
  readonly opacity?: string | undefined;
}

/** The background as settings, and the Markdown of its picture; `""` where it has none. */
export interface WrittenBackground {
  readonly values: SlideValues;
  readonly picture: string;
  /** `dark` or `light`, where the text has to turn with the colour. */
  readonly scheme: "dark" | "light" | undefined;
}

/** What `![bg …]` can say of a size. */
const sizeKeyword = /^(?:cover|contain|auto|\d+(?:\.\d+)?%)$/;

/** Says a background in the deck language: a picture as `![bg]`, all else as settings of the slide. */
export function writeBackground({ color, image: picture, video, gradient, size, position, repeat, opacity }: Background): WrittenBackground {
  // A film behind a slide plays silently and for ever here.
  const image = picture ?? video?.split(",")[0]?.trim();
  const isTiled = (repeat !== undefined && repeat !== "no-repeat") || (size !== undefined && !sizeKeyword.test(size));
  const values: Record<string, unknown> = { backgroundColor: color };
  // A setting's address is CSS, where addresses of the deck's own files don't resolve.
  const asSetting = image !== undefined && isTiled && /^(?:https?:|data:)/.test(image);
  if (asSetting) values.backgroundImage = `url("${image.replaceAll('"', "%22")}")`;
  else if (image === undefined && gradient !== undefined) values.backgroundImage = gradient;
  if (image !== undefined && (asSetting || (size !== undefined && !sizeKeyword.test(size)))) values.backgroundSize = size;
  if (image !== undefined) Object.assign(values, { backgroundRepeat: repeat, backgroundPosition: position });
  const words = [
    "bg",
    size !== undefined && size !== "cover" && sizeKeyword.test(size) ? size : "",
    opacity === undefined ? "" : `opacity:${opacity}`,
  ];
  return {
    values,
    picture: image === undefined || asSetting ? "" : writeImage(words.filter((word) => word !== "").join(" "), image),
    scheme: image === undefined || asSetting ? schemeOf(color ?? firstColor(gradient)) : undefined,
  };
}

/** An image whose address may hold spaces and brackets. */
export function writeImage(alt: string, address: string): string {
  return `![${alt}](${/[\s()<>]/.test(address) ? `<${address.replace(/[<>\n]/g, encodeURIComponent)}>` : address})`;
}

function firstColor(gradient: string | undefined): string | undefined {
  return gradient === undefined ? undefined : /#[\da-f]{3,8}\b|rgba?\([^)]*\)/i.exec(gradient)?.[0];
}

const names: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#ffffff",
  navy: "#000080",
  darkblue: "#00008b",
  midnightblue: "#191970",
  blue: "#0000ff",
  maroon: "#800000",
  darkred: "#8b0000",
  purple: "#800080",
  indigo: "#4b0082",
  darkgreen: "#006400",
  green: "#008000",
  teal: "#008080",
  darkslategray: "#2f4f4f",
  dimgray: "#696969",
  gray: "#808080",
  grey: "#808080",
  silver: "#c0c0c0",
  yellow: "#ffff00",
  orange: "#ffa500",
  red: "#ff0000",
  aquamarine: "#7fffd4",
  lightblue: "#add8e6",
  lightgray: "#d3d3d3",
};

/** Whether light or dark text can be read on a colour, as reveal.js decides it (js/utils/color.js: brightness under 128 is dark). */
export function schemeOf(color: string | undefined): "dark" | "light" | undefined {
  const text = names[(color ?? "").trim().toLowerCase()] ?? (color ?? "").trim();
  const hex = /^#([\da-f]{3,8})$/i.exec(text)?.[1];
  const digits =
    hex === undefined
      ? undefined
      : hex.length < 6
        ? [...hex].slice(0, 3).map((digit) => digit + digit)
        : [hex.slice(0, 2), hex.slice(2, 4), hex.slice(4, 6)];
  const parts = digits?.map((digit) => Number.parseInt(digit, 16)) ?? /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(text)?.slice(1).map(Number);
  const [red, green, blue] = parts ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128 ? "dark" : "light";
}
