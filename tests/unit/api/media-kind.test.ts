import { expect, test } from "vitest";
import { detectMedia, mediaTypeOfName } from "@/lib/api/media-kind";

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const typeOf = (text: string) => {
  const detected = detectMedia(bytesOf(text), "it");
  return detected.state === "media" ? detected.kind.mediaType : detected.sentence;
};

test.each([
  ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"],
  ["\xff\xd8\xff\xe0\0\x10JFIF\0", "image/jpeg"],
  ["GIF87a", "image/gif"],
  ["GIF89a", "image/gif"],
  ["RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
  ["\0\0\0\x20ftypavif\0\0\0\0avifmif1", "image/avif"],
  ["\0\0\0\x20ftypmif1\0\0\0\0mif1avif", "image/avif"],
  ["<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"],
  [
    '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY a "b">]>\n<svg\n>',
    "image/svg+xml",
  ],
  ["\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41", "video/mp4"],
  ["\0\0\0\x20ftypM4A \0\0\0\0", "audio/mp4"],
  ["\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x86\x81\x01\x42\x82\x84webm", "video/webm"],
  ["ID3\x03\0", "audio/mpeg"],
  ["\xff\xfb\x90\x64", "audio/mpeg"],
  ["OggS\0\x02", "audio/ogg"],
  ["RIFF\x10\0\0\0WAVEfmt ", "audio/wav"],
])("%j is %s", (head, type) => {
  expect(typeOf(head)).toBe(type);
});

test.each([
  ["\0\0\0\x18ftypheic\0\0\0\0mif1heic", /HEIC picture.*JPEG or PNG/],
  ["\0\0\0\x14ftypqt  \0\0\0\0qt  ", /QuickTime film.*MP4/],
  ["\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x23\x42\x82\x88matroska", /Matroska film.*WebM/],
  ["II*\0", /TIFF picture/],
  ["%PDF-1.7", /PDF/],
  ["PK\x03\x04", /archive or an Office document/],
  ["", /empty/],
  ["# A deck", /no picture, film or sound that browsers can show. Use PNG/],
  ["<html><svg></svg></html>", /no picture/],
  ["\xff\xfe#\0", /no picture/],
  ["<script>/*GIF89a*/", /no picture/],
])("%j is refused with what works instead", (head, sentence) => {
  expect(typeOf(head)).toMatch(/^it is .+\.$/);
  expect(typeOf(head)).toMatch(sentence);
});

test.each([
  ["talk.opus", "audio/ogg"],
  ["TALK.OGA", "audio/ogg"],
  ["a.b.webm", "video/webm"],
  ["picture.jfif", "image/jpeg"],
  ["notes.txt", undefined],
  ["png", undefined],
])("a file named %s says it is %s", (name, type) => {
  expect(mediaTypeOfName(name)).toBe(type);
});
