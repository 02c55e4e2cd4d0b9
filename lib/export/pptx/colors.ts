/** Is anything to be seen of this colour (`rrggbbaa`)? */
export function isVisible(color: string): boolean {
  return color.slice(6) !== "00";
}

/** What the eye sees of a colour on a ground that hides nothing. */
export function onGround(color: string, ground: string): string {
  const share = Number.parseInt(color.slice(6), 16) / 255;
  const mixed = [0, 2, 4].map((at) => Math.round(channel(color, at) * share + channel(ground, at) * (1 - share)));
  return `${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}ff`;
}

function channel(color: string, at: number): number {
  return Number.parseInt(color.slice(at, at + 2), 16);
}
