import { luminanceOf, solidLuminanceOf } from "@/lib/deck/colors";
import type { SlideSettings } from "@/lib/deck/deck";
import { isNoColor } from "@/lib/deck/no-color";
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
  return { declarations, scheme: schemeOnGradient(safe.get("background-image") ?? "") ?? schemeOn(ground, ink) };
}

const pictureDefaults = [
  ["background-position", "center"],
  ["background-repeat", "no-repeat"],
  ["background-size", "cover"],
] as const;

function printSafe(property: string, value: string, resolveUrl: RenderOptions["resolveUrl"]): [string, string][] {
  const safe = value === "" ? "" : sanitizeValue(property, value);
  // A browser would drop it, but only after the theme's own colour has gone for it.
  if (safe === "" || (property.endsWith("color") && isNoColor(safe, (color) => luminanceOf(color) !== undefined))) return [];
  const resolved = resolveAddresses(safe, (url) => {
    const address = safeUrl(url, "image");
    return address === undefined || !resolveUrl ? address : resolveUrl(address, "image");
  });
  return resolved === "" ? [] : [[property, resolved]];
}

function schemeOn(ground: string | undefined, ink: string | undefined): OwnLook["scheme"] {
  const ofGround = ground === undefined ? undefined : luminanceOf(ground);
  if (ofGround !== undefined) return ofGround < middle ? "dark" : "light";
  const ofInk = ink === undefined ? undefined : luminanceOf(ink);
  if (ground === undefined || ofInk === undefined) return undefined;
  return ofInk > middle ? "dark" : "light";
}

/** Where black and white text have the same contrast (WCAG 2). */
const middle = 0.179;

/** What stands in a gradient, beside its colours. */
const noColors =
  /^(?:(?:repeating-)?(?:linear|radial|conic)-gradient|to|at|from|in|left|right|top|bottom|center|circle|ellipse|closest|farthest|side|corner|[a-z]*hue|oklab|oklch|srgb|hsl)$/;
const words = /#[\da-f]+|(?:rgb|hsl|hwb)a?\([^()]*\)|[a-z][a-z-]*|[\d.]+[a-z%]*/gi;

/** The scheme that reads better where it reads worst on a gradient; undefined where it lets something through, or more than it stands there. */
function schemeOnGradient(image: string): OwnLook["scheme"] {
  if (!/gradient\(/.test(image) || /\b(?:url|var|light-dark|color-mix|color|lab|lch|oklab|oklch)\(/i.test(image)) return undefined;
  const colors = (image.match(words) ?? []).filter((word) => !/^[\d.]/.test(word) && !noColors.test(word.replace(/^(?:closest|farthest)-/, "")));
  const lights = colors.map(solidLuminanceOf);
  const known = lights.filter((light) => light !== undefined);
  if (known.length === 0 || known.length < lights.length) return undefined;
  const [white, black] = [1.05 / (Math.max(...known) + 0.05), (Math.min(...known) + 0.05) / 0.05];
  return white > black ? "dark" : "light";
}
