import * as library from "@napi-rs/image";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { makeSized } from "@/lib/workspace/files/sizes/make";
import { measureWidth } from "@/lib/workspace/files/sizes/measure";
import { readStill } from "@/lib/workspace/files/sizes/read-still";
import { withProfile } from "@/lib/workspace/files/sizes/with-profile";
import { fromText, joinBytes, textAt, toUint16, toUint32 } from "@/lib/workspace/files/strip/bytes";
import { writeOrientation } from "@/lib/workspace/files/strip/orientation";
import { stripWebp } from "@/lib/workspace/files/strip/webp";
import { colourAt, halves } from "@/tests/support/pictures";

const jpeg = { mediaType: "image/jpeg", width: 640 } as const;
const png = { mediaType: "image/png", width: 640 } as const;

/** A JPEG with a segment more at its beginning. */
function withSegment(bytes: Uint8Array, marker: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = joinBytes(parts);
  return joinBytes([bytes.subarray(0, 2), Uint8Array.of(0xff, marker), toUint16(body.length + 2), body, bytes.subarray(2)]);
}

/** A PNG with a chunk more before its picture. */
function withChunk(bytes: Uint8Array, type: string, body: Uint8Array): Uint8Array {
  return joinBytes([bytes.subarray(0, 33), toUint32(body.length), fromText(type), body, new Uint8Array(4), bytes.subarray(33)]);
}

const photo = new Uint8Array(await halves(1_600, 1_200).jpeg(92));
const pngPhoto = new Uint8Array(await halves(1_600, 1_200).png());
const profile = joinBytes([new Uint8Array(16), fromText("RGB "), new Uint8Array(200).fill(7)]);

test("a photograph becomes a WebP of the width that is asked for", async () => {
  const made = (await makeSized(library, photo, jpeg)) ?? new Uint8Array();
  expect(readStill(made, "image/webp")).toEqual({ width: 640, height: 480, orientation: 1, profile: undefined });
  expect(made.byteLength).toBeLessThan(photo.byteLength / 4);
  const [left, right] = [await colourAt(made, 0.2, 0.5), await colourAt(made, 0.8, 0.5)];
  expect([left[0] > 150, left[2] < 90, right[0] < 90, right[2] > 150]).toEqual([true, true, true, true]);
});

test("one that was taken with the camera turned stands upright", async () => {
  const turned = withSegment(photo, 0xe1, fromText("Exif\0\0"), writeOrientation(6));
  expect(measureWidth(turned, "image/jpeg")).toBe(1_200);
  const made = (await makeSized(library, turned, jpeg)) ?? new Uint8Array();
  expect(readStill(made, "image/webp")).toMatchObject({ width: 640, height: 853, orientation: 1 });
  const [top, bottom] = [await colourAt(made, 0.5, 0.2), await colourAt(made, 0.5, 0.8)];
  expect([top[0] > 150, bottom[2] > 150]).toEqual([true, true]);
});

test("the colours of a camera stay what they are: its profile goes along", async () => {
  const wide = withSegment(photo, 0xe2, fromText("ICC_PROFILE\0\x01\x01"), profile);
  const made = (await makeSized(library, wide, jpeg)) ?? new Uint8Array();
  expect(textAt(made, 12, 4)).toBe("VP8X");
  expect(readStill(made, "image/webp")).toEqual({ width: 640, height: 480, orientation: 1, profile });
  expect(stripWebp(made)).toEqual(made);
  expect((await colourAt(made, 0.2, 0.5))[0]).toBeGreaterThan(150);
});

test("a profile of a PNG is read, and one of greys does not go along", async () => {
  const named = withChunk(pngPhoto, "iCCP", joinBytes([fromText("P3\0\0"), deflateSync(profile)]));
  expect(readStill(named, "image/png")?.profile).toEqual(profile);
  const grey = withSegment(photo, 0xe2, fromText("ICC_PROFILE\0\x01\x01"), new Uint8Array(16), fromText("GRAY"), new Uint8Array(200));
  const made = (await makeSized(library, grey, jpeg)) ?? new Uint8Array();
  expect(readStill(made, "image/webp")?.profile).toBeUndefined();
});

test("a drawing stays as sharp as it is, and what can be seen through stays so", async () => {
  const pixels = new Uint8Array(1_600 * 1_200 * 4);
  for (let at = 0; at < pixels.length; at += 4) pixels.set((at / 4) % 1_600 < 800 ? [10, 120, 60, 255] : [0, 0, 0, 0], at);
  const drawing = await library.Transformer.fromRgbaPixels(pixels, 1_600, 1_200).png();
  // Its picture is a few bytes: as if it were a longer one, so that the smaller one is smaller.
  const made = await makeSized(library, withChunk(drawing, "prVt", new Uint8Array(100_000)), png);
  expect(textAt(made ?? new Uint8Array(), 12, 4)).toBe("VP8L");
  expect(await colourAt(made ?? new Uint8Array(), 0.2, 0.5)).toEqual([10, 120, 60]);
  const seenThrough = await new library.Transformer(made ?? new Uint8Array()).rawPixels();
  expect(seenThrough.at(-1)).toBe(0);
});

test("what would not become smaller is not made", async () => {
  const small = await halves(16, 16).png();
  expect(await makeSized(library, small, png)).toBeUndefined();
});

test("animations, colours for print and damaged files have no sizes", async () => {
  const moving = withChunk(pngPhoto, "acTL", new Uint8Array(8));
  expect(measureWidth(moving, "image/png")).toBe(0);
  const print = photo.slice();
  const frame = print.findIndex((byte, at) => byte === 0xff && (print[at + 1] === 0xc0 || print[at + 1] === 0xc2));
  print[frame + 9] = 4;
  expect(measureWidth(print, "image/jpeg")).toBe(0);
  expect(measureWidth(new Uint8Array(100_000), "image/webp")).toBe(0);
  await expect(makeSized(library, pngPhoto.subarray(0, 3_000), png)).rejects.toThrow(/./);
});

test("a picture that says two sizes has none", async () => {
  const webp = new Uint8Array(await halves(1_600, 1_200).webp(99));
  const canvas = withProfile(webp, { profile, width: 1_000, height: 700 });
  expect([measureWidth(webp, "image/webp"), measureWidth(canvas, "image/webp")]).toEqual([1_600, 0]);
  expect(measureWidth(withChunk(pngPhoto, "IHDR", pngPhoto.slice(16, 29)), "image/png")).toBe(0);
  const frame = photo.findIndex((byte, at) => byte === 0xff && photo[at + 1] === 0xc0);
  expect(measureWidth(withSegment(photo, 0xc0, photo.slice(frame + 4, frame + 19)), "image/jpeg")).toBe(0);
});

test("small files, vast pictures and towers have no sizes", async () => {
  expect(measureWidth(await library.Transformer.fromRgbaPixels(new Uint8Array(2_000 * 10 * 4), 2_000, 10).png(), "image/png")).toBe(0);
  const sized = (width: number, height: number) => {
    const head = joinBytes([toUint32(width), toUint32(height), Uint8Array.of(8, 2, 0, 0, 0)]);
    const chunk = (type: string, body: Uint8Array) => joinBytes([toUint32(body.length), fromText(type), body, new Uint8Array(4)]);
    return joinBytes([fromText("\x89PNG\r\n\x1a\n"), chunk("IHDR", head), chunk("IDAT", new Uint8Array(100_000))]);
  };
  expect([sized(4_000, 3_000), sized(60_000, 60_000), sized(1_000, 9_000)].map((bytes) => measureWidth(bytes, "image/png"))).toEqual([4_000, 0, 0]);
});
