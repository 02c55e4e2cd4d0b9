import { maxDeckBytes } from "@/lib/api/limits";

/** What became of a file or text on its way into a deck. `text` is LF only, without a byte order mark. */
export type DeckFileResult =
  | { readonly state: "text"; readonly text: string }
  | {
      readonly state: "refused";
      /** The codes of `lib/errors` that an answer about it carries: 413 or 415. */
      readonly code: "too-large" | "unsupported-media";
      /** Says what the file is and what works instead. */
      readonly sentence: string;
    };

/** A file's bytes as a deck's text, or a sentence why not. Pure: the browser asks before it uploads, the server asks again. */
export function decodeDeckFile(bytes: Uint8Array, filename: string | undefined): DeckFileResult {
  const name = filename?.trim() || "This file";
  const kind = detectBinary(bytes);
  if (kind !== undefined) return refuse("unsupported-media", `${name} is ${kind.what}, not text. ${kind.instead}`);
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return refuse("unsupported-media", `${name} is text in UTF-16. Open it in a text editor, save it with the encoding UTF-8, and import that.`);
  }
  if (bytes.byteLength > maxDeckBytes + 3) return tooLarge(name, bytes.byteLength);
  try {
    return checkDeckText(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), filename);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const line = lineOfFirstBadByte(bytes);
    return refuse(
      "unsupported-media",
      `${name} is not UTF-8 text: line ${line} holds a byte that UTF-8 doesn't know. Open it in a text editor, save it with the encoding UTF-8, and import that.`,
    );
  }
}

/** Text that may become a deck's: line ends made LF, byte order mark removed; refused where it holds what no text holds. */
export function checkDeckText(source: string, filename?: string): DeckFileResult {
  const name = filename?.trim() || "This text";
  const kind = detectBinary(firstBytes(source));
  if (kind !== undefined) return refuse("unsupported-media", `${name} is ${kind.what}, not text. ${kind.instead}`);
  const text = normalizeLineEnds(source);
  const nul = text.indexOf("\0");
  if (nul >= 0)
    return refuse("unsupported-media", `${name} is not text: line ${lineAt(text, nul)} holds a NUL character. Import a Markdown or plain text file.`);
  const half = text.search(/\p{Surrogate}/u);
  if (half >= 0)
    return refuse("unsupported-media", `${name} holds half a character in line ${lineAt(text, half)}. Type it anew there, and try again.`);
  const size = utf8Length(text);
  return size > maxDeckBytes ? tooLarge(name, size) : { state: "text", text };
}

/** As `checkDeckText`, for text read out of a file: characters lost in reading (U+FFFD) refuse it too, since keeping them would keep the loss. */
export function checkImportText(source: string, filename?: string): DeckFileResult {
  const result = checkDeckText(source, filename);
  if (result.state === "refused") return result;
  const lost = result.text.indexOf("\uFFFD");
  if (lost < 0) return result;
  const name = filename?.trim() || "This text";
  return refuse(
    "unsupported-media",
    `${name} was not UTF-8 text: a character in line ${lineAt(result.text, lost)} could not be read. Save the file with the encoding UTF-8, and import that.`,
  );
}

function normalizeLineEnds(source: string): string {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function refuse(code: "unsupported-media" | "too-large", sentence: string): DeckFileResult {
  return { state: "refused", code, sentence };
}

function tooLarge(name: string, bytes: number): DeckFileResult {
  // Rounded up: a text that is a little too large must not read as one that fits.
  const size = (Math.ceil((bytes * 10) / (1024 * 1024)) / 10).toFixed(1);
  return refuse(
    "too-large",
    `${name} has ${size} MiB; a deck holds up to 1 MiB of text. Move pictures that are inside the text out of it, or split it into two decks.`,
  );
}

interface BinaryKind {
  readonly what: string;
  readonly instead: string;
}

const saveAsText = "Save it as Markdown or plain text, and import that.";
const zipKinds: readonly (BinaryKind & { readonly marker: string })[] = [
  { marker: "word/", what: "a Word document", instead: "Save it as plain text in Word, or run “pandoc talk.docx -o talk.md”, and import that." },
  {
    marker: "ppt/",
    what: "a PowerPoint presentation",
    instead: "Copy the text of its slides into a Markdown file, with “---” between them, and import that.",
  },
  {
    marker: "Index/Document.iwa",
    what: "a Keynote presentation",
    instead: "Copy the text of its slides into a Markdown file, with “---” between them, and import that.",
  },
  { marker: "xl/", what: "an Excel workbook", instead: "Copy the table into a Markdown file, and import that." },
  {
    marker: "opendocument.presentation",
    what: "an OpenDocument presentation",
    instead: "Copy the text of its slides into a Markdown file, with “---” between them, and import that.",
  },
  {
    marker: "opendocument.text",
    what: "an OpenDocument text",
    instead: "Save it as plain text, or run “pandoc talk.odt -o talk.md”, and import that.",
  },
];

const signatures: readonly (BinaryKind & { readonly bytes: readonly number[] })[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: "a PDF", instead: "Import the Markdown or text that it was made from." },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: "an Office document of the old kind (.doc, .ppt)", instead: saveAsText },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: "a rich text (RTF) document", instead: saveAsText },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: "a picture (PNG)", instead: "Import a Markdown or plain text file." },
  { bytes: [0xff, 0xd8, 0xff], what: "a picture (JPEG)", instead: "Import a Markdown or plain text file." },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: "a picture (GIF)", instead: "Import a Markdown or plain text file." },
  { bytes: [0x1f, 0x8b], what: "a compressed file (gzip)", instead: "Unpack it, and import the Markdown file in it." },
];

function detectBinary(bytes: Uint8Array): BinaryKind | undefined {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    // Names of a zip's entries stand uncompressed before each entry.
    const names = Array.from(bytes.subarray(0, 64 * 1024), (byte) => String.fromCharCode(byte)).join("");
    const known = zipKinds.find((kind) => names.includes(kind.marker));
    return known ?? { what: "a zip archive", instead: "Unpack it, and import the Markdown file in it." };
  }
  return signatures.find((signature) => startsWith(bytes, signature.bytes));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The text's beginning as the bytes it was read from, as far as they can still be told: a character that is no byte is none of a signature's. */
function firstBytes(source: string): Uint8Array {
  return Uint8Array.from(source.slice(0, 64 * 1024), (character) => {
    const code = character.charCodeAt(0);
    return code > 0xff ? 0 : code;
  });
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return lineAt(text, Math.max(0, text.indexOf("\uFFFD")));
}
