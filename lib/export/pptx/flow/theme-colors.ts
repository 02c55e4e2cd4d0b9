import { colord } from "colord";
import { themeColorNames, type ThemeColors } from "@/lib/browser/slides/slide-tree";

/** A theme's colours as its stylesheet says them; what it mixes only a browser could tell. */
export function themeColors(css: string, scheme: "light" | "dark"): ThemeColors {
  const [paper, ink, muted, tint, accent, block, link] = themeColorNames.map((name) => declared(css, { name, scheme }));
  const text = ink ?? (scheme === "dark" ? "f4f5f7ff" : "15181eff");
  const ground = paper ?? (scheme === "dark" ? "121419ff" : "ffffffff");
  const strong = accent ?? text;
  return { paper: ground, ink: text, muted: muted ?? text, tint: tint ?? ground, accent: strong, block: block ?? strong, link: link ?? strong };
}

function declared(css: string, { name, scheme }: { readonly name: string; readonly scheme: "light" | "dark" }): string | undefined {
  const value = new RegExp(`--${name}:\\s*([^;}]+)`).exec(css)?.[1] ?? "";
  const [, light, dark] = /^light-dark\(([^,()]+),([^,()]+)\)/.exec(value) ?? [undefined, value, value];
  const color = colord(((scheme === "dark" ? dark : light) ?? "").trim());
  return color.isValid() ? `${color.alpha(1).toHex().slice(1)}ff` : undefined;
}
