/** What makes a QR code of a text: a door of its own, so that a deck without any is shown without it. */
import { encode } from "uqr";
import type { QrEncoder } from "./deck";

export const encodeQr: QrEncoder = (text) => {
  const bytes = new TextEncoder().encode(text).length;
  // The best correction that does not make the modules smaller; a long text gets the lowest.
  return encode(text, { ecc: bytes > 1_200 ? "L" : "M", boostEcc: true, border: 0 }).data;
};
