const encoder = new TextEncoder();

/** What a person is told whose change would make the deck longer than it may be; nothing of it is in the text then. */
export const tooLongSentence =
  "A deck holds up to 1 MiB of text. Your last change would have made it longer and was taken back: put large parts into a second deck.";

/** Bytes of a text in UTF-8. */
export function utf8Bytes(text: string): number {
  // Every UTF-16 unit takes at most three bytes; most texts are plain, and encoding is faster than counting.
  return encoder.encode(text).byteLength;
}

/** Keeps count of a growing text without reading it at every keystroke. */
export interface TextMeter {
  /** Counts what came in. */
  grow(bytes: number): void;
  /** Reads the text only where the count says it might be too long: deletions were not counted. */
  isOver(read: () => string): boolean;
}

/** A meter for a text of `firstBytes` that may have `maxBytes`, both in UTF-8. */
export function createTextMeter(maxBytes: number, firstBytes: number): TextMeter {
  let upperBound = firstBytes;
  return {
    grow: (bytes) => {
      upperBound += bytes;
    },
    isOver: (read) => {
      if (upperBound <= maxBytes) return false;
      upperBound = utf8Bytes(read());
      return upperBound > maxBytes;
    },
  };
}
