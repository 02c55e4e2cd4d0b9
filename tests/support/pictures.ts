import { Transformer } from "@napi-rs/image";

export type Rgb = readonly [number, number, number];

/** A picture whose left half has one colour and its right half another, each a little uneven, as photographs are. */
export function halves(
  width: number,
  height: number,
  [left, right]: readonly [Rgb, Rgb] = [
    [200, 40, 40],
    [40, 40, 200],
  ],
): Transformer {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  let seed = 1;
  for (let at = 0; at < width * height; at += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    const uneven = ((seed >>> 16) & 31) - 16;
    const colour = at % width < width / 2 ? left : right;
    for (const channel of [0, 1, 2] as const) pixels[at * 4 + channel] = colour[channel] + uneven;
  }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

/** The colour in the middle of a part of a picture: `x` and `y` from 0 to 1. */
export async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<Rgb> {
  const { width, height } = await new Transformer(bytes).metadata();
  const pixels = await new Transformer(bytes).rawPixels();
  const channels = pixels.byteLength / (width * height);
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * channels;
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}
