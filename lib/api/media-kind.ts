/** A kind of picture, film or sound that every current browser shows. */
export interface MediaKind {
  readonly mediaType: string;
  /** Without the dot; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]];
}

const kinds = {
  png: { mediaType: "image/png", extensions: ["png", "apng"] },
  jpeg: { mediaType: "image/jpeg", extensions: ["jpg", "jpeg", "jfif"] },
  gif: { mediaType: "image/gif", extensions: ["gif"] },
  webp: { mediaType: "image/webp", extensions: ["webp"] },
  avif: { mediaType: "image/avif", extensions: ["avif"] },
  svg: { mediaType: "image/svg+xml", extensions: ["svg"] },
  mp4: { mediaType: "video/mp4", extensions: ["mp4", "m4v"] },
  m4a: { mediaType: "audio/mp4", extensions: ["m4a"] },
  webm: { mediaType: "video/webm", extensions: ["webm", "weba"] },
  mp3: { mediaType: "audio/mpeg", extensions: ["mp3"] },
  ogg: { mediaType: "audio/ogg", extensions: ["ogg", "oga", "opus", "ogv"] },
  wav: { mediaType: "audio/wav", extensions: ["wav"] },
} as const satisfies Readonly<Record<string, MediaKind>>;

const typesByExtension: ReadonlyMap<string, string> = new Map(
  Object.values(kinds).flatMap(({ extensions, mediaType }) => extensions.map((extension) => [extension, mediaType] as const)),
);

/** What a file says it is by its name, for one that nobody sends to anybody; undefined where that is no picture, film or sound. */
export function mediaTypeOfName(name: string): string | undefined {
  return typesByExtension.get(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "");
}

/** What a file is, by its content and never by its name. `refused` carries a sentence that says what works instead. */
export type DetectedMedia = { readonly state: "media"; readonly kind: MediaKind } | { readonly state: "refused"; readonly sentence: string };

/** Bytes that are looked at; an SVG may have a long prologue. */
const headBytes = 16 * 1024;

/** Looks at a file's first bytes. Pure: the browser asks before it uploads, the server asks again. */
export function detectMedia(bytes: Uint8Array, name: string): DetectedMedia {
  const head = latin1(bytes.subarray(0, headBytes));
  const known = rules.find(({ is }) => is(head));
  if (known) return { state: "media", kind: known.kind };
  const other = others.find(({ is }) => is(head));
  const what = other?.what ?? "no picture, film or sound that browsers can show";
  const instead = other?.instead ?? "Use PNG, JPEG, GIF, WebP, AVIF or SVG, MP4 or WebM, MP3, Ogg or WAV.";
  return { state: "refused", sentence: `${name} is ${what}. ${instead}` };
}

interface Rule {
  readonly kind: MediaKind;
  readonly is: (head: string) => boolean;
}

const rules: readonly Rule[] = [
  { kind: kinds.png, is: (head) => head.startsWith("\x89PNG\r\n\x1a\n") },
  { kind: kinds.jpeg, is: (head) => head.startsWith("\xff\xd8\xff") },
  { kind: kinds.gif, is: (head) => /^GIF8[79]a/.test(head) },
  { kind: kinds.webp, is: (head) => /^RIFF[^]{4}WEBP/.test(head) },
  { kind: kinds.wav, is: (head) => /^RIFF[^]{4}WAVE/.test(head) },
  { kind: kinds.avif, is: (head) => /^avi[fs]$/.test(brandOf(head)) || (/^mif1|^msf1/.test(brandOf(head)) && /avi[fs]/.test(brandsOf(head))) },
  { kind: kinds.m4a, is: (head) => /^M4[AB] $/.test(brandOf(head)) },
  { kind: kinds.mp4, is: (head) => /^(?:iso[m2-9]|mp4[12]|avc1|dash|M4V |MSNV|f4v |mmp4|3gp\d)$/.test(brandOf(head)) },
  { kind: kinds.webm, is: (head) => head.startsWith("\x1a\x45\xdf\xa3") && head.slice(0, 64).includes("webm") },
  { kind: kinds.ogg, is: (head) => head.startsWith("OggS") },
  { kind: kinds.mp3, is: (head) => head.startsWith("ID3") || isMp3Frame(head) },
  { kind: kinds.svg, is: isSvg },
];

interface OtherKind {
  readonly is: (head: string) => boolean;
  readonly what: string;
  readonly instead: string;
}

/** Files that people try: what to do with each. */
const others: readonly OtherKind[] = [
  {
    is: (head) => /^(?:hei[cxms]|hev[cx]|mif1|msf1)$/.test(brandOf(head)),
    what: "a HEIC picture, as iPhones take them",
    instead: "Save it as JPEG or PNG, and use that.",
  },
  { is: (head) => brandOf(head) === "qt  ", what: "a QuickTime film", instead: "Save it as MP4, and use that." },
  { is: (head) => head.startsWith("\x1a\x45\xdf\xa3"), what: "a Matroska film", instead: "Save it as WebM or MP4, and use that." },
  { is: (head) => /^RIFF[^]{4}AVI /.test(head), what: "an AVI film", instead: "Save it as MP4 or WebM, and use that." },
  { is: (head) => head.startsWith("fLaC"), what: "a FLAC sound", instead: "Save it as MP3, Ogg or WAV, and use that." },
  { is: (head) => /^(?:II\*\0|MM\0\*)/.test(head), what: "a TIFF picture", instead: "Save it as PNG or JPEG, and use that." },
  { is: (head) => /^BM[^]{4}\0\0\0\0/.test(head), what: "a BMP picture", instead: "Save it as PNG, and use that." },
  { is: (head) => head.startsWith("\0\0\x01\0"), what: "an icon file", instead: "Save it as PNG, and use that." },
  { is: (head) => head.startsWith("8BPS"), what: "a Photoshop document", instead: "Save it as PNG or JPEG, and use that." },
  { is: (head) => head.startsWith("%PDF-"), what: "a PDF", instead: "Save the page that you want as PNG or SVG, and use that." },
  {
    is: (head) => head.startsWith("PK\x03\x04"),
    what: "an archive or an Office document",
    instead: "Save the picture in it as PNG or JPEG, and use that.",
  },
  { is: (head) => head === "", what: "empty", instead: "Choose another file." },
];

/** The brand of an MP4-like file (ISO 14496-12, 4.3); empty for others. */
function brandOf(head: string): string {
  return head.slice(4, 8) === "ftyp" ? head.slice(8, 12) : "";
}

/** The brands that it is compatible with. */
function brandsOf(head: string): string {
  const size = ((head.charCodeAt(2) & 0xff) << 8) | (head.charCodeAt(3) & 0xff);
  return head.slice(16, size);
}

/** A frame header of MPEG audio layer III (ISO 11172-3, 2.4.1.3). */
function isMp3Frame(head: string): boolean {
  const [first, second, third] = [head.charCodeAt(0), head.charCodeAt(1), head.charCodeAt(2)] as const;
  return first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 0xf && third >> 4 !== 0 && ((third >> 2) & 3) !== 3;
}

/** SVG may have a byte order mark, an XML declaration, comments and a document type before its element. */
function isSvg(head: string): boolean {
  const text = head.replace(/^\xef\xbb\xbf/, "");
  return /^\s*(?:<\?xml[^>]*\?>\s*|<!--[^]*?-->\s*|<!DOCTYPE\s+svg[^>[]*(?:\[[^]*?\]\s*)?>\s*)*<svg[\s>]/i.test(text);
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
