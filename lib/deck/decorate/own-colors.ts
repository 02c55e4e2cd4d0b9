import { luminanceOf } from "@/lib/deck/colors";
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
  return { declarations, scheme: schemeOn(ground, ink) };
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
