import type { PictureWidth } from "@/lib/api/picture-sizes";

/** Of which request headers the answer makes something: a cache on the way keeps one page for each. */
export const screenHeaders = "user-agent, save-data";

/**
 * How wide a picture comes on slides that fill the screen of whoever asks: in full for a projector or a laptop, half of that for
 * a phone, which says that it is one, and for who wants to save data. A browser could choose by itself (`srcset`), but only
 * where it decides at the same time how large the picture is laid out.
 */
export function screenPictureWidth(headers: Headers): PictureWidth {
  const isPhone = /\bMobi/.test(headers.get("user-agent") ?? "");
  return isPhone || headers.get("save-data") === "on" ? 1280 : 2560;
}
