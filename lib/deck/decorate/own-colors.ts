import type { SlideSettings } from "@/lib/deck/deck";
import { safeUrl } from "@/lib/deck/sanitize/url";
import { resolveAddresses, sanitizeValue } from "@/lib/deck/sanitize/style";
import type { RenderOptions } from "@/lib/deck/deck";

/** Colours and pictures that a slide's settings ask for, as the section carries them. */
export interface OwnLook {
  /** CSS declarations, sanitised. */
  readonly declarations: readonly string[];
  /** The scheme in which links, code and folios read on these colours; undefined where the deck's will do. */
  readonly scheme: "light" | "dark" | undefined;
}

/**
 * Marp's colour and background settings. The colours go into the theme's variables too, so that headings, boxes and
 * cards follow; a dark ground turns the slide to the dark scheme. Pictures fill the slide unless a size is asked for.
 */
export function ownLook({ style }: SlideSettings, resolveUrl: RenderOptions["resolveUrl"]): OwnLook {
  const safe = new Map(Object.entries(style).flatMap(([property, value]) => printSafe(property, value, resolveUrl)));
  const ground = safe.get("background-color");
  const ink = safe.get("color");
  const declarations = [...safe].map(([property, value]) => `${property}:${value}`);
  if (ground !== undefined) declarations.push(`--paper:${ground}`);
  if (ink !== undefined) declarations.push(`--ink:${ink}`);
  if (safe.has("background-image")) {
    const missing = pictureDefaults.filter(([property]) => !safe.has(property));
    declarations.push(...missing.map(([property, value]) => `${property}:${value}`), "--card:transparent");
  }
  return { declarations, scheme: schemeOn(ground, ink) };
}

const pictureDefaults = [
  ["background-position", "center"],
  ["background-repeat", "no-repeat"],
  ["background-size", "cover"],
] as const;

function printSafe(property: string, value: string, resolveUrl: RenderOptions["resolveUrl"]): [string, string][] {
  const safe = value === "" ? "" : sanitizeValue(property, value);
  if (safe === "") return [];
  const resolved = resolveAddresses(safe, (url) => {
    const address = safeUrl(url, "image");
    return address === undefined || !resolveUrl ? address : resolveUrl(address, "image");
  });
  return resolved === "" ? [] : [[property, resolved]];
}

function schemeOn(ground: string | undefined, ink: string | undefined): OwnLook["scheme"] {
  const ofGround = ground === undefined ? undefined : luminance(ground);
  if (ofGround !== undefined) return ofGround < middle ? "dark" : "light";
  const ofInk = ink === undefined ? undefined : luminance(ink);
  if (ground === undefined || ofInk === undefined) return undefined;
  return ofInk > middle ? "dark" : "light";
}

/** Where black and white text have the same contrast (WCAG 2). */
const middle = 0.179;

/** Relative luminance of a colour as css-tree prints it; undefined where that takes a browser to tell. */
function luminance(color: string): number | undefined {
  const rgb = readRgb(color.toLowerCase());
  if (!rgb) return undefined;
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function readRgb(color: string): readonly number[] | undefined {
  const named = names[color];
  const hex = /^#([\da-f]{3,8})$/.exec(named ?? color)?.[1];
  if (hex !== undefined) {
    const short = hex.length < 6;
    return [0, 1, 2].map((at) => Number.parseInt(short ? hex.charAt(at).repeat(2) : hex.slice(at * 2, at * 2 + 2), 16));
  }
  const parts = /^rgba?\(([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\s*\)$/.exec(color)?.slice(1, 4);
  return parts?.map(Number);
}

/** Names that decks use for grounds; CSS has more, and those keep the deck's scheme. */
const names: Readonly<Record<string, string>> = {
  black: "#000",
  white: "#fff",
  gray: "#808080",
  grey: "#808080",
  silver: "#c0c0c0",
  darkgray: "#a9a9a9",
  darkgrey: "#a9a9a9",
  dimgray: "#696969",
  lightgray: "#d3d3d3",
  lightgrey: "#d3d3d3",
  whitesmoke: "#f5f5f5",
  red: "#f00",
  darkred: "#8b0000",
  crimson: "#dc143c",
  orange: "#ffa500",
  gold: "#ffd700",
  yellow: "#ff0",
  lightyellow: "#ffffe0",
  beige: "#f5f5dc",
  ivory: "#fffff0",
  green: "#008000",
  darkgreen: "#006400",
  lightgreen: "#90ee90",
  teal: "#008080",
  blue: "#00f",
  navy: "#000080",
  darkblue: "#00008b",
  midnightblue: "#191970",
  steelblue: "#4682b4",
  skyblue: "#87ceeb",
  lightblue: "#add8e6",
  aliceblue: "#f0f8ff",
  purple: "#800080",
  indigo: "#4b0082",
  pink: "#ffc0cb",
  brown: "#a52a2a",
};
