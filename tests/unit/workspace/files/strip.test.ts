import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fromText, joinBytes, toUint16, toUint32, toUint32Little } from "@/lib/workspace/files/strip/bytes";
import { stripGif } from "@/lib/workspace/files/strip/gif";
import { stripJpeg } from "@/lib/workspace/files/strip/jpeg";
import { readOrientation, writeOrientation } from "@/lib/workspace/files/strip/orientation";
import { stripPng } from "@/lib/workspace/files/strip/png";
import { stripWebp } from "@/lib/workspace/files/strip/webp";

const secret = "CANARY 52.5200 N 13.4050 E";
const has = (bytes: Uint8Array | undefined, text: string) => Buffer.from(bytes ?? []).includes(text, 0, "latin1");
/** Camera data as a phone writes it, turned by 90 degrees, with a place in it. */
const exif = joinBytes([writeOrientation(6), fromText(secret)]);

describe("JPEG", () => {
  const segment = (marker: number, ...parts: readonly Uint8Array[]) => {
    const body = joinBytes(parts);
    return joinBytes([Uint8Array.of(0xff, marker), toUint16(body.length + 2), body]);
  };
  const start = Uint8Array.of(0xff, 0xd8);
  const end = Uint8Array.of(0xff, 0xd9);
  const jfif = segment(0xe0, fromText("JFIF\0\x01\x01\0\0\x01\0\x01\0\0"));
  const table = segment(0xdb, new Uint8Array(65));
  const frame = segment(0xc0, new Uint8Array(15));
  const scan = joinBytes([segment(0xda, new Uint8Array(10)), Uint8Array.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5)]);
  const picture = joinBytes([table, frame, scan]);

  test("a picture without any words about it stays byte for byte", () => {
    const plain = joinBytes([start, jfif, picture, scan, end]);
    expect(stripJpeg(plain)).toEqual(plain);
  });

  test("place, words and thumbnails go, and the picture stays", () => {
    const words = [
      segment(0xe1, fromText("Exif\0\0"), writeOrientation(1), fromText(secret)),
      segment(0xe1, fromText(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
      segment(0xed, fromText(`Photoshop 3.0\0${secret}`)),
      segment(0xe2, fromText(`MPF\0${secret}`)),
      segment(0xfe, fromText(secret)),
    ];
    expect(stripJpeg(joinBytes([start, jfif, ...words, picture, end, fromText(secret)]))).toEqual(joinBytes([start, jfif, picture, end]));
  });

  test("a thumbnail inside the JFIF segment goes", () => {
    const withThumbnail = segment(0xe0, fromText("JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01"), fromText(secret));
    expect(stripJpeg(joinBytes([start, withThumbnail, picture, end]))).toEqual(joinBytes([start, jfif, picture, end]));
  });

  test("how the camera was held stays, and nothing else of its data", () => {
    const stripped = stripJpeg(joinBytes([start, jfif, segment(0xe1, fromText("Exif\0\0"), exif), picture, end]));
    expect(stripped).toEqual(joinBytes([start, jfif, segment(0xe1, fromText("Exif\0\0"), writeOrientation(6)), picture, end]));
  });

  test("the colour profile and how colours are coded stay", () => {
    const profile = segment(0xe2, fromText("ICC_PROFILE\0\x01\x01profile"));
    const adobe = segment(0xee, fromText("Adobe\0d\0\0\0\0\0\x02"));
    const plain = joinBytes([start, profile, adobe, picture, end]);
    expect(stripJpeg(plain)).toEqual(plain);
  });

  test("a picture that was cut off gets its end", () => {
    expect(stripJpeg(joinBytes([start, picture]))).toEqual(joinBytes([start, picture, end]));
  });

  test.each([
    ["without a picture", joinBytes([start, jfif, end])],
    ["with rubbish between its segments", joinBytes([start, fromText("rubbish"), picture, end])],
    ["that ends in a segment", joinBytes([start, jfif.subarray(0, 9)])],
  ])("one %s is damaged", (_what, bytes) => {
    expect(stripJpeg(bytes)).toBeUndefined();
  });
});

describe("PNG", () => {
  const chunk = (type: string, body: Uint8Array = new Uint8Array()) =>
    joinBytes([toUint32(body.length), fromText(type), body, Uint8Array.of(1, 2, 3, 4)]);
  const signature = fromText("\x89PNG\r\n\x1a\n");
  const header = chunk("IHDR", new Uint8Array(13));
  const data = chunk("IDAT", deflateSync(Buffer.from([0, 0])));
  const end = chunk("IEND");

  test("texts, times, camera data and what hangs behind go; profile and animation stay", () => {
    const look = [chunk("iCCP", fromText("profile")), chunk("acTL", new Uint8Array(8))];
    const words = ["tEXt", "zTXt", "iTXt", "tIME", "dSIG", "prIv"].map((type) => chunk(type, fromText(secret)));
    const stripped = stripPng(joinBytes([signature, header, ...look, ...words, chunk("eXIf", writeOrientation(1)), data, end, fromText(secret)]));
    expect(stripped).toEqual(joinBytes([signature, header, ...look, data, end]));
  });

  test("how the camera was held stays", () => {
    const stripped = stripPng(joinBytes([signature, header, chunk("eXIf", exif), data, end]));
    expect(has(stripped, secret)).toBe(false);
    const at = Buffer.from(stripped ?? []).indexOf("eXIf");
    expect(readOrientation(stripped?.subarray(at + 4) ?? new Uint8Array())).toBe(6);
  });

  test.each([
    ["cut off", joinBytes([signature, header, data])],
    ["without a picture", joinBytes([signature, header, end])],
    ["with a length that leads out of it", joinBytes([signature, toUint32(0xffff_ffff), fromText("IHDR"), new Uint8Array(20)])],
  ])("one %s is damaged", (_what, bytes) => {
    expect(stripPng(bytes)).toBeUndefined();
  });
});

describe("GIF", () => {
  const screen = joinBytes([fromText("GIF89a"), new Uint8Array(4), Uint8Array.of(0x80, 0, 0), new Uint8Array(6)]);
  const image = joinBytes([Uint8Array.of(0x2c), new Uint8Array(9), Uint8Array.of(2, 2, 0x44, 1, 0)]);
  const application = (name: string, body: string) =>
    joinBytes([Uint8Array.of(0x21, 0xff, 11), fromText(name), Uint8Array.of(body.length), fromText(body), Uint8Array.of(0)]);
  const trailer = Uint8Array.of(0x3b);

  test("comments and programs' words go, repeating stays", () => {
    const repeats = application("NETSCAPE2.0", "\x01\0\0");
    const comment = joinBytes([Uint8Array.of(0x21, 0xfe, secret.length), fromText(secret), Uint8Array.of(0)]);
    const stripped = stripGif(joinBytes([screen, repeats, comment, application("XMP DataXMP", secret), image, image, trailer, fromText(secret)]));
    expect(stripped).toEqual(joinBytes([screen, repeats, image, image, trailer]));
  });

  test("one without a picture is damaged", () => {
    expect(stripGif(joinBytes([screen, trailer]))).toBeUndefined();
  });
});

describe("WebP", () => {
  const chunk = (type: string, body: Uint8Array) => joinBytes([fromText(type), toUint32Little(body.length), body, new Uint8Array(body.length % 2)]);
  const riff = (...chunks: readonly Uint8Array[]) => {
    const body = joinBytes([fromText("WEBP"), ...chunks]);
    return joinBytes([fromText("RIFF"), toUint32Little(body.length), body]);
  };
  const extended = (flags: number) => chunk("VP8X", joinBytes([Uint8Array.of(flags), new Uint8Array(9)]));
  const data = chunk("VP8L", Uint8Array.of(0x2f, 1, 2, 3, 4));

  test("camera data and words go, with the bits that announce them; the profile stays", () => {
    const profile = chunk("ICCP", fromText("profile"));
    const full = riff(
      extended(0x2c),
      profile,
      data,
      chunk("EXIF", joinBytes([writeOrientation(1), fromText(secret)])),
      chunk("XMP ", fromText(secret)),
    );
    expect(stripWebp(full)).toEqual(riff(extended(0x20), profile, data));
  });

  test("how the camera was held stays", () => {
    expect(stripWebp(riff(extended(0x08), data, chunk("EXIF", exif)))).toEqual(riff(extended(0x08), data, chunk("EXIF", writeOrientation(6))));
  });

  test("the simple form stays as it is", () => {
    expect(stripWebp(riff(data))).toEqual(riff(data));
  });

  test("one whose chunk leads out of it is damaged", () => {
    expect(stripWebp(riff(data).subarray(0, 22))).toBeUndefined();
  });
});
