import { colord, extend } from "colord";
import a11y from "colord/plugins/a11y";
import names from "colord/plugins/names";

extend([a11y, names]);

/** From 0 for black to 1 for white; undefined where only a browser could tell: `var()`, `color-mix()`. */
export function luminanceOf(color: string): number | undefined {
  const read = colord(color);
  return read.isValid() ? read.luminance() : undefined;
}

/** The same of a colour that lets nothing behind it through; undefined for all others. */
export function solidLuminanceOf(color: string): number | undefined {
  const read = colord(color);
  return read.isValid() && read.alpha() === 1 ? read.luminance() : undefined;
}

/** Contrast from 1 to 21 (WCAG 2); undefined where only a browser could tell, and on a ground that lets others through. */
export function contrastOf(text: string, ground: string): number | undefined {
  const [front, back] = [colord(text), colord(ground)];
  return front.isValid() && back.isValid() && back.alpha() === 1 ? front.contrast(back) : undefined;
}
