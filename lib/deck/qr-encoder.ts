/** What makes a QR code of a text: a door of its own, so that a deck without any is shown without it. */
import { encode } from "uqr";
import { quietZone } from "./decorate/qr";
import type { QrEncoder } from "./deck";

export const encodeQr: QrEncoder = (text) => {
  const bytes = new TextEncoder().encode(text).length;
  // The best correction that does not make the modules smaller; a long text gets the lowest.
  const { data } = encode(text, { ecc: bytes > 1_200 ? "L" : "M", boostEcc: true, border: 0 });
  const rows = data.map((row, y) => runs(row).map(([x, length]) => `M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`));
  return { path: rows.flat().join(""), across: data.length + 2 * quietZone };
};

/** Dark modules that stand side by side, as one stretch. */
function runs(row: readonly boolean[]): readonly (readonly [x: number, length: number])[] {
  const found: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = found.at(-1);
    if (!isDark) continue;
    if (last && last[0] + last[1] === x) last[1]++;
    else found.push([x, 1]);
  }
  return found;
}
