/** A colour of our tokens as `#rrggbbaa`: Monaco's themes know no OKLCH and no custom properties. */
export type ColorReader = (token: string) => string;

/**
 * Reads custom properties as the browser paints them inside `host`, through whatever they are made of (`var`, `oklch`,
 * `light-dark`). A token that is missing or no colour gives transparent black, which is seen at once.
 */
export function readColors<Result>(host: Element, work: (read: ColorReader) => Result): Result {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.append(probe);
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const read: ColorReader = (token) => {
    if (context === null) return "#00000000";
    probe.style.color = `var(${token}, transparent)`;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue, alpha].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  try {
    return work(read);
  } finally {
    probe.remove();
  }
}

/** The same colour seen through: `alpha` from 0 to 1 times its own. */
export function withAlpha(color: string, alpha: number): string {
  const own = Number.parseInt(color.slice(7, 9) || "ff", 16);
  return (
    color.slice(0, 7) +
    Math.round(own * alpha)
      .toString(16)
      .padStart(2, "0")
  );
}
